"""Building a site and running notebooks write nothing into a learner's log, and make none."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest

from selfcheck.log import place
from tests.support import tiny
from tests.support.moon import MOON
from tools import notebooks


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a log, which is not there."""
    monkeypatch.setenv(place.VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home"


def test_running_a_notebook_writes_nothing(tmp_path: Path, home: Path) -> None:
    """As `make notebooks` does, and nbval; not even where code asks what was answered."""
    course = tmp_path / "moon"
    shutil.copytree(MOON, course)
    path = course / "notebooks" / "asks.ipynb"
    code = "from selfcheck import quiz\nshown = quiz('moon')\nprint(shown.attempts)\nshown"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code, id="asks")])
    nbformat.write(notebook, path)
    assert notebooks.run(path) == ("", True)
    said, shown = nbformat.read(path, as_version=4).cells[0].outputs
    assert said.text == "[]\n"
    assert "sc-question" in shown.data["text/html"]
    assert not home.exists()


def test_building_a_site_writes_nothing(tmp_path: Path, home: Path) -> None:
    folder = tiny.written(tmp_path / "course", "# A page\n\n```{quiz} one\n```\n")
    status, _ = tiny.sphinx(folder)
    assert status == 0
    assert not home.exists()

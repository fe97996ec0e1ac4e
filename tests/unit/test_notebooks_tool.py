"""`make notebooks`."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest

from selfcheck.notebooks import WIDGET_VIEW
from tools import notebooks


def saved(tmp_path: Path, *code: str) -> Path:
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [
        nbformat.v4.new_code_cell(text, id=f"cell-{n}") for n, text in enumerate(code)
    ]
    path = tmp_path / "try.ipynb"
    nbformat.write(notebook, path)
    return path


def test_running_twice_changes_nothing(tmp_path: Path) -> None:
    path = saved(tmp_path, "1 + 1")
    assert notebooks.run(path) == ("", True)
    once = path.read_bytes()
    assert notebooks.run(path) == ("", False)
    assert path.read_bytes() == once


def test_nothing_of_this_machine_is_saved(tmp_path: Path) -> None:
    path = saved(tmp_path, "import ipywidgets\nipywidgets.IntSlider()")
    notebooks.run(path)
    notebook = nbformat.read(path, as_version=4)
    assert "widgets" not in notebook.metadata
    assert notebook.metadata.language_info == {"name": "python"}
    assert notebook.cells[0].execution_count == 1
    assert notebook.metadata.kernelspec.name == "python3"
    assert WIDGET_VIEW not in notebook.cells[0].outputs[0].data


def test_of_an_output_s_metadata_the_id_of_the_course_alone_is_saved(tmp_path: Path) -> None:
    beside = {"text/html": {"selfcheck_course": "moon", "isolated": True}, "text/plain": {"a": 1}}
    path = saved(
        tmp_path,
        "from IPython.display import publish_display_data as show\n"
        f"show({{'text/html': '<b>a</b>', 'text/plain': 'a'}}, metadata={beside})",
    )
    assert notebooks.run(path) == ("", True)
    (output,) = nbformat.read(path, as_version=4).cells[0].outputs
    assert output.metadata == {"text/html": {"selfcheck_course": "moon"}}


def test_a_failing_notebook_is_left_as_it_was(tmp_path: Path) -> None:
    path = saved(tmp_path, "1", "1 / 0")
    before = path.read_bytes()
    trouble, changed = notebooks.run(path)
    assert "ZeroDivisionError" in trouble
    assert not changed
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("code", "seconds", "said"),
    [
        ("import os\nos._exit(1)", 120, "its kernel has ended"),
        ("import time\ntime.sleep(60)", 1, "a cell took longer than 1 seconds"),
    ],
)
def test_a_kernel_that_ends_or_takes_too_long_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, seconds: int, said: str
) -> None:
    monkeypatch.setattr("selfcheck.notebooks.SECONDS_A_CELL", seconds)
    path = saved(tmp_path, code)
    before = path.read_bytes()
    trouble, changed = notebooks.run(path)
    assert trouble.startswith(said)
    assert not changed
    assert path.read_bytes() == before


def test_a_warning_is_an_error(tmp_path: Path) -> None:
    path = saved(tmp_path, "import warnings\nwarnings.warn('old')")
    trouble, _ = notebooks.run(path)
    assert "cell-0" in trouble
    assert "old" in trouble


@pytest.fixture
def interrupted() -> Iterator[None]:
    """Ctrl+C is heard, though a shell that runs the tests in the background has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interrupted")
def test_what_ran_before_it_was_stopped_is_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "1.ipynb", tmp_path / "2.ipynb"
    saved(tmp_path, "1 + 1").rename(first)
    # The kernel presses Ctrl+C.
    press = f"import os, signal\nos.kill({os.getpid()}, signal.SIGINT)\nimport time\ntime.sleep(60)"
    saved(tmp_path, press).rename(second)
    monkeypatch.setattr(notebooks, "ROOT", tmp_path)
    monkeypatch.setattr(notebooks, "FOLDERS", (tmp_path,))
    monkeypatch.setattr(notebooks, "MEMORY", tmp_path / ".cache" / "notebooks.json")
    monkeypatch.setattr(sys, "argv", ["notebooks", "--stale"])
    before = second.read_bytes()
    assert notebooks.main() == 130
    assert second.read_bytes() == before
    assert "1.ipynb … ran in" in (out := capsys.readouterr().out)
    assert out.endswith("2.ipynb … stopped; the same command goes on here\n")
    saved(tmp_path, "2").rename(second)
    assert notebooks.main() == 0
    assert capsys.readouterr().out.startswith("2.ipynb … ran in")

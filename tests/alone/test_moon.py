"""The course about the Moon, run and built where nothing of this course is installed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Page

from tests.alone.conftest import BUILD
from tests.support.alone import Environment
from tests.support.learner import Learner
from tests.support.moon import MOON

NOTEBOOK = Path("notebooks", "moon.ipynb")


@pytest.fixture(scope="module")
def moon(bare: Environment, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the course, its notebook run anew."""
    folder = tmp_path_factory.mktemp("moon") / "course"
    shutil.copytree(MOON, folder, ignore=shutil.ignore_patterns("_build", ".*", "__pycache__"))
    notebook = nbformat.read(folder / NOTEBOOK, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    nbformat.write(notebook, folder / NOTEBOOK)
    bare.run("jupyter", "execute", "--inplace", NOTEBOOK, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def pages(
    site: Callable[[str, Path], Path], moon: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Path]:
    """What gives the course's site, by the name of the builder, built once."""

    @cache
    def build(name: str) -> Path:
        course = tmp_path_factory.mktemp("site") / "course"
        shutil.copytree(moon, course)
        return site(name, course)

    return build


def shown(moon: Path) -> list[str]:
    """Return the HTML of the quizzes in the notebook that was run."""
    cells = nbformat.read(moon / NOTEBOOK, as_version=4).cells
    outputs = [output for cell in cells for output in cell.get("outputs", ())]
    return [output.data["text/html"] for output in outputs if "data" in output]


def test_the_notebook_shows_its_quizzes_and_nothing_else(moon: Path) -> None:
    cells = nbformat.read(moon / NOTEBOOK, as_version=4).cells
    asked = [cell for cell in cells if "quiz(" in cell.source]
    assert asked
    for cell in asked:
        (output,) = cell.outputs
        assert output.data["text/html"].startswith("<div class='selfcheck'")
    assert len(shown(moon)) == len(asked)


@pytest.mark.parametrize("builder", BUILD)
def test_the_site_shows_the_quizzes_of_notebook_and_page(
    pages: Callable[[str], Path], builder: str, moon: Path
) -> None:
    page = (pages(builder) / "notebooks" / "moon.html").read_text("utf-8")
    quizzes = shown(moon)
    for html in quizzes:
        assert html in page
    assert quizzes[0] in (pages(builder) / "quizzes.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["notebooks/moon", "quizzes"])
@pytest.mark.parametrize("builder", BUILD)
def test_a_learner_can_answer_on_the_site(
    pages: Callable[[str], Path], builder: str, page: Page, name: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((pages(builder) / f"{name}.html").as_uri())
    for kind in ("choice", "numeric"):
        section = page.locator(f'.sc-question[data-q*=\'"type":"{kind}"\']').first
        who = Learner(section, "mouse")
        who.check(who.right())
        who.sees("correct")
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []

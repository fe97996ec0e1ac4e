"""`{progress}` in a page, and `progress()` in a notebook: what needs a learner is in neither."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from selfcheck.outline import views
from selfcheck.outline.settings import load
from tests.support import tiny

PAGE = "```{progress}\n```"


def shown(folder: Path, page: str = "index") -> str:
    return (folder / "site" / f"{page}.html").read_text("utf-8")


def scripts(html: str) -> list[str]:
    return re.findall(r'src="[./]*_static/selfcheck/([\w/-]+)\.js', html)


def course(folder: Path) -> str:
    return (folder / "site" / "_static" / "selfcheck" / "course.js").read_text("utf-8")


def test_a_page_has_the_element_and_its_script(tmp_path: Path) -> None:
    tiny.written(tmp_path, PAGE)
    assert tiny.sphinx(tmp_path) == (0, "")
    html = shown(tmp_path)
    assert views.html("progress", "en") in html
    assert scripts(html) == ["progress"]
    assert '"views":{"progress":"index.html"}' in course(tmp_path)


def test_a_page_with_a_quiz_has_both(tmp_path: Path) -> None:
    tiny.written(tmp_path, f"```{{quiz}} one\n```\n\n{PAGE}")
    assert tiny.sphinx(tmp_path) == (0, "")
    assert set(scripts(shown(tmp_path))) == {"page", "progress"}


def test_one_without_has_neither(tmp_path: Path) -> None:
    tiny.written(tmp_path, PAGE)
    (tmp_path / "other.md").write_text(":orphan:\n\n# Other\n")
    tiny.sphinx(tmp_path)
    assert scripts(shown(tmp_path, "other")) == []


def test_the_output_of_a_cell_is_one_too(tmp_path: Path) -> None:
    tiny.written(tmp_path, "Nothing.")
    cell = {
        "cell_type": "code",
        "execution_count": 1,
        "id": "a",
        "metadata": {},
        "source": "progress()",
        "outputs": [
            {
                "output_type": "execute_result",
                "execution_count": 1,
                "metadata": {},
                "data": {"text/html": views.html("progress", "en"), "text/plain": "My progress"},
            }
        ],
    }
    title = {"cell_type": "markdown", "id": "b", "metadata": {}, "source": "# Book"}
    book = {"cells": [title, cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (tmp_path / "book.ipynb").write_text(json.dumps(book))
    tiny.sphinx(tmp_path)
    assert scripts(shown(tmp_path, "book")) == ["progress"]
    assert '"views":{"progress":"book.html"}' in course(tmp_path)


def test_a_page_that_loses_it_is_no_place_for_it(tmp_path: Path) -> None:
    tiny.written(tmp_path, PAGE)
    tiny.sphinx(tmp_path)
    (tmp_path / "index.md").write_text("# A page\n\nNothing.\n")
    tiny.sphinx(tmp_path)
    assert '"views":{}' in course(tmp_path)


@pytest.mark.parametrize(("language", "said"), [("de", "Dein Stand"), ("es", "Tu progreso")])
def test_it_speaks_the_language_of_the_site(tmp_path: Path, language: str, said: str) -> None:
    tiny.written(tmp_path, PAGE)
    tiny.sphinx(tmp_path, "-D", f"language={language}")
    assert said in shown(tmp_path)


def test_in_a_notebook_the_course_says_its_language(tmp_path: Path) -> None:
    tiny.written(tmp_path, PAGE)
    assert load(tmp_path / "content").language == "en"
    (tmp_path / "_config.yml").write_text("sphinx:\n  config:\n    language: es\n")
    assert load(tmp_path / "content").language == "es"
    (tmp_path / "conf.py").write_text("language = 'de'\n")
    assert load(tmp_path / "content").language == "de"

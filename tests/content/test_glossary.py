"""The glossary's words, its page, and the notebooks' links to it."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import mean

import pytest
import textstat
from nbformat import NotebookNode

from stemcourse.glossary import Term, load
from tests.content.conftest import PATHS, ROOT
from tests.content.test_notebooks import links
from tools import glossary
from tools.glossary_links import MOST_LINKS, linked

HIGHEST_GRADE = 10
FEWEST_TERMS = 80
PAGE = ROOT / "book" / "glossary.md"


@pytest.fixture(scope="module")
def terms() -> tuple[Term, ...]:
    """Every term, in file order; related terms and spellings are checked while it is read."""
    return load(ROOT / "content" / "glossary.yaml")


@pytest.fixture(scope="module")
def anchors(terms: tuple[Term, ...]) -> list[str]:
    """What a link may lead to."""
    return [term.anchor for term in terms]


def test_there_are_terms(terms: tuple[Term, ...]) -> None:
    assert len(terms) >= FEWEST_TERMS


def test_no_term_is_defined_twice(anchors: list[str]) -> None:
    assert len(set(anchors)) == len(anchors)


def test_notebooks_named_are_there(terms: tuple[Term, ...]) -> None:
    named = {name for term in terms for name in term.not_in}
    assert named <= {path.stem for path in PATHS}


def test_the_page_is_fresh(terms: tuple[Term, ...]) -> None:
    fresh = PAGE.read_text(encoding="utf-8") == glossary.page(terms)
    assert fresh, "run `python -m tools.glossary`"


def test_the_page_has_a_heading_for_each_anchor(anchors: list[str]) -> None:
    page = PAGE.read_text(encoding="utf-8")
    headings = re.findall(r"^#{2,3} (.+)$", page, re.M)
    slugs = [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]
    assert len(set(slugs)) == len(slugs)
    assert set(anchors) <= set(slugs)
    assert set(re.findall(r"\(#([^)]+)\)", page)) <= set(slugs)


def test_every_link_of_a_notebook_leads_to_a_term(prose: str, anchors: list[str]) -> None:
    page = "../book/glossary.md"
    found = [target.partition("#")[2] for target in links(prose) if target.startswith(page)]
    assert set(found) <= set(anchors)
    assert len(found) <= MOST_LINKS
    assert len(set(found)) == len(found), "a term needs one link in a notebook"


def test_linking_twice_changes_nothing(
    notebook: NotebookNode, path: Path, terms: tuple[Term, ...]
) -> None:
    cells = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    used = [term for term in terms if path.stem not in term.not_in]
    once = linked(cells, used)
    assert linked(once, used) == once


@pytest.mark.usefixtures("pronunciations")
def test_meanings_are_plain(terms: tuple[Term, ...]) -> None:
    spellings = sorted((each for term in terms for each in term.spellings), key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, spellings))})(?![\w-])", re.I)
    # What is explained elsewhere in the glossary may be a long word.
    meanings = [pattern.sub("thing", term.means) for term in terms]
    assert mean(map(textstat.flesch_kincaid_grade, meanings)) <= HIGHEST_GRADE

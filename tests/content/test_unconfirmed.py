"""What we could not confirm has one word behind it, which module 0 explains, once."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest

import citations
from tests.content.conftest import PATHS, ROOT

START = ROOT / "notebooks" / "00-start-here.ipynb"
HEADING = "#how-to-use-the-course"
PAGES = sorted((ROOT / "book").rglob("*.md"))
CONTENT = [
    *sorted((ROOT / "content" / "questions").glob("*.yaml")),
    *(ROOT / "content" / name for name in ("evidence/claims.yaml", "glossary.yaml")),
]
REFERENCES = citations.load(ROOT / "content" / "evidence" / "references.bib").values()
OTHER_WORDS = re.compile(
    r"(?:could|have|has|is|are|been) not (?:yet )?(?:been )?confirmed?\b"
    r"|not (?:yet )?confirmed(?: by us)?(?=[).,;:|])"
    r"|(?:checked?|confirmed?) only in part|(?<!\()\bunconfirmed\b|\bunconfirmed\b(?!\))",
    re.IGNORECASE,
)
"""Other ways to say it; that a result "was not confirmed" by a later study says something else."""


def text(path: Path) -> str:
    if path.suffix == ".ipynb":
        cells = nbformat.read(path, as_version=4).cells
        return "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    lines = path.read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("#") or path.suffix == ".md")


@pytest.mark.parametrize("path", [*PATHS, *PAGES, *CONTENT], ids=lambda path: path.name)
def test_nothing_else_marks_what_is_not_confirmed(path: Path) -> None:
    assert not OTHER_WORDS.findall(" ".join(text(path).split()))


def test_module_0_explains_the_word() -> None:
    assert text(START).count(f"**{citations.UNCONFIRMED}.**") == 1


@pytest.mark.parametrize("path", [*PATHS, *PAGES], ids=lambda path: path.name)
def test_no_other_page_explains_it(path: Path) -> None:
    """Whoever speaks of the word leads to module 0."""
    for line in text(path).splitlines():
        if re.search(r"\(unconfirmed\)[\"”*]* (?:behind|stands|means)|word \(unconfirmed\)", line):
            assert HEADING in line, line


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_the_sources_of_a_page_mark_those_that_are_not_confirmed(path: Path) -> None:
    sources = text(path).partition("\n## Sources\n")[2].splitlines()
    marked = {
        line: (line.endswith(f" {citations.UNCONFIRMED}"), each.status != "confirmed")
        for each in REFERENCES
        for line in sources
        if line.startswith(f"- [{each.label}]({each.link})." if each.link else f"- {each.label}.")
    }
    assert marked
    assert [line for line, (is_marked, has_to_be) in marked.items() if is_marked != has_to_be] == []

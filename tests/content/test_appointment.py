"""Each page for someone with an appointment is short and plain, and says all that it promises."""

from __future__ import annotations

import math
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
import textstat

from citations import Reference
from tests.content.conftest import REGISTERS, ROOT
from tests.content.test_notebooks import links, plain
from tools.sitting import WORDS_A_MINUTE, prose

FOLDER = ROOT / "book" / "appointment"
# What begins so is a part of other pages.
PAGES = sorted(page for page in FOLDER.glob("*.md") if not page.name.startswith("_"))
OFFERS = [page for page in PAGES if page.stem not in ("index", "paid-or-signed")]
MOST_MINUTES = 10
HIGHEST_GRADE = 9
PARTS = (
    "What is offered",
    "What was found",
    "How sure is it?",
    "What can go wrong",
    "What else there is",
    "Three questions to ask",
    "Before you say yes",
)
FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)
INCLUDED = re.compile(r"^```\{include\} (\S+)\n```$", re.M)
BOX = re.compile(
    r"^```\{admonition\} In one breath\n:class: course-breath\n(.*?)\n```$", re.M | re.S
)
MINUTES = re.compile(r"^\*(\d+) minutes?(?:, and then .+?)?\. For information; it is no ", re.M)


def text(sheet: Path) -> str:
    """Return what a reader has before the eyes, in Markdown."""
    found = FRONT.sub("", sheet.read_text("utf-8"))
    found = INCLUDED.sub(lambda name: (sheet.parent / name[1]).read_text("utf-8"), found)
    return BOX.sub(lambda box: f"## In one breath\n\n{box[1]}", found)


def part(sheet: Path, heading: str) -> str:
    """Return what stands under a heading."""
    return text(sheet).partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def test_the_commonest_offers_have_their_pages() -> None:
    assert len(OFFERS) >= 8
    index = text(FOLDER / "index.md")
    assert [page.name for page in PAGES if page.stem != "index" and page.name not in index] == []


@pytest.mark.parametrize("sheet", PAGES, ids=lambda sheet: sheet.stem)
def test_it_takes_as_long_as_it_says(sheet: Path) -> None:
    # Nothing is folded: it would not be counted.
    assert "<details" not in text(sheet)
    said = MINUTES.findall(text(sheet))
    assert said == [str(math.ceil(prose(text(sheet)) / WORDS_A_MINUTE))]
    assert int(said[0]) <= MOST_MINUTES


def test_the_index_says_how_long_the_other_pages_are() -> None:
    lengths = {int(MINUTES.findall(text(sheet))[0]) for sheet in OFFERS}
    assert f"one page of {min(lengths)} or {max(lengths)} minutes" in text(FOLDER / "index.md")


@pytest.mark.parametrize("sheet", OFFERS, ids=lambda sheet: sheet.stem)
def test_the_index_and_the_page_stay_below_ten_minutes(sheet: Path) -> None:
    both = prose(text(FOLDER / "index.md")) + prose(text(sheet))
    assert both / WORDS_A_MINUTE <= MOST_MINUTES


@pytest.mark.parametrize("sheet", PAGES, ids=lambda sheet: sheet.stem)
@pytest.mark.usefixtures("pronunciations")
def test_it_is_plain(sheet: Path) -> None:
    assert textstat.flesch_kincaid_grade(plain(text(sheet))) <= HIGHEST_GRADE


@pytest.mark.parametrize("sheet", PAGES, ids=lambda sheet: sheet.stem)
def test_the_box_on_top_has_four_sentences(sheet: Path) -> None:
    before, _, rest = text(sheet).partition("## In one breath\n\n")
    assert before.count("\n## ") == 0
    box = rest.partition("\n\n")[0]
    assert len(re.findall(r"[.?!]\"?(?= [A-Z\"]|$)", box)) == 4, box


@pytest.mark.parametrize("sheet", OFFERS, ids=lambda sheet: sheet.stem)
def test_it_has_its_parts_in_order(sheet: Path) -> None:
    assert tuple(re.findall(r"^## (.+)$", text(sheet), re.M)) == ("In one breath", *PARTS)
    assert len(re.findall(r"^\d\. ", part(sheet, "Three questions to ask"), re.M)) == 3


@pytest.mark.parametrize("sheet", OFFERS, ids=lambda sheet: sheet.stem)
def test_it_says_how_sure_or_that_nobody_has_graded_it(sheet: Path) -> None:
    sure = part(sheet, "How sure is it?")
    graded = re.search(r"\*\*(very low|low|moderate|high)\b[^*]*\*\*", sure)
    assert graded or re.search("seen no grade|nothing to grade", sure)


@pytest.mark.parametrize("sheet", OFFERS, ids=lambda sheet: sheet.stem)
def test_harm_is_set_beside_a_comparison_or_none_is_said_to_exist(sheet: Path) -> None:
    harm = part(sheet, "What can go wrong")
    assert "| --- | ---" in harm
    assert re.search(r"[Bb]eside|without|before the injection", harm)


@pytest.mark.parametrize("sheet", PAGES, ids=lambda sheet: sheet.stem)
def test_its_sources_are_in_the_bibliography(sheet: Path, references: dict[str, Reference]) -> None:
    known = {unquote(reference.link or "") for reference in references.values()}
    cited = {unquote(link) for link in links(text(sheet)) if link.startswith("http")}
    assert cited <= known | REGISTERS
    assert len(cited) >= 2


@pytest.mark.parametrize("sheet", PAGES, ids=lambda sheet: sheet.stem)
def test_it_leads_to_the_checklist_and_into_the_course(sheet: Path) -> None:
    inside = [link for link in links(text(sheet)) if not link.startswith("http")]
    assert "../checklist.md" in inside
    assert any(link.startswith("../../notebooks/") for link in inside)


def test_plasma_and_marrow_concentrate_are_named_where_they_are_offered() -> None:
    for name in ("Platelet-rich plasma", "Marrow concentrate"):
        assert f"**{name}" in part(FOLDER / "knee.md", "What is offered")

"""The three ways through the course: the home page, the lesson and the whole course."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
import textstat
import yaml

from tests.content.conftest import ROOT
from tests.content.test_notebooks import HIGHEST_GRADE, links, plain, tokens

BOOK = ROOT / "book"
HOME = (BOOK / "index.md").read_text("utf-8")
WAYS = ("appointment/index.md", "instructors/lesson.md", "whole-course.md")
LESSON = (BOOK / "instructors" / "lesson.md").read_text("utf-8")
HANDOUT = (BOOK / "instructors" / "handout.md").read_text("utf-8")
WHOLE = (BOOK / "whole-course.md").read_text("utf-8")
LESSON_MINUTES = 45
SVG = "{http://www.w3.org/2000/svg}"


def in_the_contents() -> list[str]:
    """The notebooks of the table of contents, in its order."""
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))
    files = [each["file"] for part in contents["parts"] for each in part["chapters"]]
    return [name.removeprefix("notebooks/") for name in files if name.startswith("notebooks/")]


def test_the_home_page_asks_shows_a_figure_and_leads_on_in_this_order() -> None:
    question = HOME.index("```{quiz} verdict which-is-proven")
    figure = HOME.index("](../content/figures/")
    ways = [HOME.index(f"]({way})") for way in WAYS]
    assert [question, figure, *ways] == sorted([question, figure, *ways])


def test_the_home_page_leads_three_ways() -> None:
    container = re.search(r"^```\{container\} course-ways\n(.*?)\n```$", HOME, re.M | re.S)
    assert container
    assert tuple(links(container[1])) == WAYS


def test_the_home_pages_figure_says_what_it_shows() -> None:
    (image,) = tokens(HOME, "image")
    figure = BOOK / str(image.attrGet("src"))
    description = ElementTree.parse(figure).find(f"{SVG}desc")
    assert description is not None
    shown = re.findall(r"[a-z0-9']+", (description.text or "").lower())
    said = re.findall(r"[a-z0-9']+", image.content.lower())
    assert len(said) >= 40
    offers = ("leukaemia", "parkinson's", "diabetes", "knee", "stroke", "back", "ageing")
    assert all(offer in shown and offer in said for offer in offers)


def test_the_lesson_is_planned_to_the_minute() -> None:
    plan = LESSON.partition("\n## Plan\n")[2].partition("\n## ")[0]
    rows = [(int(at), int(to)) for at, to in re.findall(r"^\| (\d+) \| (\d+) \|", plan, re.M)]
    ends = [to for _, to in rows]
    assert [at for at, _ in rows] == [0, *ends[:-1]]
    assert all(at < to for at, to in rows)
    assert ends[-1] == LESSON_MINUTES


def test_the_handout_asks_what_the_lesson_answers() -> None:
    tasks = re.findall(r"^\*\*(Task \d)\. .*?, (\d+) minutes", HANDOUT, re.M)
    assert [task for task, _ in tasks] == re.findall(r"^\*\*(Task \d)\.\*\*", LESSON, re.M)
    planned = re.findall(r"^\| (\d+) \| (\d+) \|.*(Task \d),", LESSON, re.M)
    assert [(task, str(int(to) - int(at))) for at, to, task in planned] == tasks
    sentences = len(re.findall(r"^> \d\. ", HANDOUT, re.M))
    assert len(re.findall(r"^\d\. .*: \*\*[BAHP]\*\*\. ", LESSON, re.M)) == sentences
    findings = re.findall(r"^\| \*\*([A-Z])\.\*\* ", HANDOUT, re.M)
    assert re.findall(r"^- \*\*([A-Z])\*\*, ", LESSON, re.M) == findings


def test_the_handout_holds_no_answers() -> None:
    assert "Answer" not in HANDOUT
    assert "answers" not in HANDOUT


def test_the_whole_course_names_each_page_once_and_in_order() -> None:
    order = WHOLE.partition("\n## The order\n")[2].partition("\n## ")[0]
    named = re.findall(r"\]\(\.\./notebooks/([a-z0-9-]+)\.ipynb\)", order)
    assert named == in_the_contents()
    assert f"on {len(named)} pages" in WHOLE
    assert len(
        re.findall(r"\*(Leave it out|Not to be left out|An extra).*\*$", order, re.M)
    ) == len(named)


@pytest.mark.parametrize("markdown", [HOME, LESSON, WHOLE], ids=["home", "lesson", "whole"])
@pytest.mark.usefixtures("pronunciations")
def test_they_are_plain(markdown: str) -> None:
    prose = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.S)
    assert textstat.flesch_kincaid_grade(plain(prose)) <= HIGHEST_GRADE

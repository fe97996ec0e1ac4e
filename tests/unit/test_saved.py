"""What is read in the HTML of a quiz, where a notebook has saved nothing else."""

from __future__ import annotations

import pytest

from selfcheck import saved
from selfcheck.saved import Needs

QUIZ = "<div class={q}selfcheck{q} data-quiz={q}moon{q}{more}>{inside}</div>"
QUESTION = '<section class={q}sc-question{q} data-q=\'{{"type":"{type}","key":1}}\'></section>'
OBJECTIVE = "<li data-objective={q}rarity{q}><a href={q}{target}{q}>Work out</a></li>"
QUOTES = ("'", '"')


@pytest.mark.parametrize("q", QUOTES)
def test_a_page_needs_the_types_of_its_questions(q: str) -> None:
    inside = "".join(QUESTION.format(q=q, type=kind) for kind in ("numeric", "case", "numeric"))
    html = QUIZ.format(q=q, more="", inside=inside)
    assert saved.needs(html) == Needs(frozenset({"numeric", "case"}), whole=False)


@pytest.mark.parametrize("q", QUOTES)
@pytest.mark.parametrize(
    ("more", "whole"),
    [
        (" data-summary", True),
        (" data-confidence data-marks", True),
        (" data-one-at-a-time", True),
        (" data-draw='2' data-sitting='summary'", False),
    ],
)
def test_more_than_questions_needs_more(q: str, more: str, whole: bool) -> None:
    html = QUIZ.format(q=q, more="", inside="") + QUIZ.format(q=q, more=more, inside="")
    assert saved.needs(html) == Needs(frozenset(), whole)


def test_html_without_a_quiz_needs_nothing() -> None:
    assert saved.needs("<p class='sc-note'>A word on class='selfcheck'.</p>") is None


@pytest.mark.parametrize("q", QUOTES)
def test_a_link_of_an_objective_is_led_elsewhere(q: str) -> None:
    html = OBJECTIVE.format(q=q, target="01-cells.ipynb#6.-Rare-&amp;-small")
    links = saved.linked(html, lambda notebook, heading: f"{notebook}.html#[{heading}]")
    assert links == OBJECTIVE.format(q=q, target="01-cells.html#[6. Rare & small]")


@pytest.mark.parametrize("q", QUOTES)
@pytest.mark.parametrize("target", ["01-cells.html#Rare", "https://example.org/a.ipynb"])
def test_another_link_stays(q: str, target: str) -> None:
    html = OBJECTIVE.format(q=q, target=target)
    assert saved.linked(html, lambda *_: "elsewhere") == html

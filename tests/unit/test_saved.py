"""What is read in the HTML of a quiz, where a notebook has saved nothing else."""

from __future__ import annotations

import pytest

from selfcheck import bank, saved
from selfcheck.render import Settings, html
from selfcheck.saved import Needs
from tests.support.moon import MOON

QUIZ = "<div class='selfcheck' data-quiz='moon'{more}>{inside}</div>"
QUESTION = """<section class='sc-question' data-q='{{"type":"{type}","key":1}}'></section>"""
OBJECTIVE = "<li data-objective='rarity'><a href='{target}'>Work out</a></li>"


def test_a_page_needs_the_types_of_its_questions() -> None:
    inside = "".join(QUESTION.format(type=kind) for kind in ("numeric", "case", "numeric"))
    found = saved.needs(QUIZ.format(more="", inside=inside))
    assert found == Needs(frozenset({"numeric", "case"}), whole=False)


@pytest.mark.parametrize(
    ("more", "whole"),
    [
        (" data-summary", True),
        (" data-confidence data-marks", True),
        (" data-one-at-a-time", True),
        (" data-draw='2' data-sitting='summary'", False),
    ],
)
def test_more_than_questions_needs_more(more: str, whole: bool) -> None:
    quizzes = QUIZ.format(more="", inside="") + QUIZ.format(more=more, inside="")
    assert saved.needs(quizzes) == Needs(frozenset(), whole)


@pytest.mark.parametrize("field", Settings._fields)
def test_what_a_quiz_is_made_with_is_read_back(field: str) -> None:
    settings = Settings(**{field: {"draw": 1, "sitting": "second"}.get(field, True)})
    made = html(bank.load("moon", MOON / "content"), {}, settings, MOON / "content")
    needs = saved.needs(made)
    assert needs
    assert needs.whole == settings.whole
    assert len(needs.types) > 1


def test_html_without_a_quiz_needs_nothing() -> None:
    assert saved.needs("<p class='sc-note'>A word on class='selfcheck'.</p>") is None


def test_a_link_of_an_objective_is_led_elsewhere() -> None:
    objective = OBJECTIVE.format(target="01-cells.ipynb#6.-Rare-&amp;-small")
    links = saved.linked(objective, lambda notebook, heading: f"{notebook}.html#[{heading}]")
    assert links == OBJECTIVE.format(target="01-cells.html#[6. Rare & small]")


@pytest.mark.parametrize("target", ["01-cells.html#Rare", "https://example.org/a.ipynb"])
def test_another_link_stays(target: str) -> None:
    objective = OBJECTIVE.format(target=target)
    assert saved.linked(objective, lambda *_: "elsewhere") == objective

"""Every claim, objective and reference has its place in the course."""

from __future__ import annotations

import pytest

from tests.content.conftest import ROOT
from tools import coverage
from tools.coverage import Course

FEWEST_QUESTIONS = 150
FEWEST_FOR_AN_OBJECTIVE = 3
HIGHER_LEVELS = ("apply", "analyse", "evaluate")

# References that nothing uses, and why they are here all the same.
COMPARISON = "on CAR T cells, which are no stem cells; only for a comparison"
SIZES = "sizes of white blood cells, for a model of the spun tube"
SURVIVAL = "data or methods for a lesson on survival after a transplant"
UNUSED = {
    "elsallab2024": COMPARISON,
    "verdun2024": COMPARISON,
    "schmidschonbein1980": SIZES,
    "segel1981": SIZES,
    "copelan1991": SURVIVAL,
    "dewreede2011": SURVIVAL,
    "klein2003": SURVIVAL,
    "putter2007": SURVIVAL,
    "sobecks2011": SURVIVAL,
}


@pytest.fixture(scope="module")
def course() -> Course:
    return coverage.read(ROOT)


def test_every_claim_has_a_card_or_a_question(course: Course) -> None:
    shown, tested = coverage.cards(course), coverage.questions(course)
    assert [claim for claim in course.claims if not shown[claim] and not tested[claim]] == []


def test_every_objective_has_its_questions(course: Course) -> None:
    few = [
        f"{bank.id}/{name}: {len(serving)}"
        for bank in course.banks
        for name, _, serving in coverage.objectives(bank)
        if len(serving) < FEWEST_FOR_AN_OBJECTIVE
    ]
    assert few == []


def test_there_are_enough_questions_and_most_ask_for_thought(course: Course) -> None:
    levels = [question.level for bank in course.banks for question in bank.questions]
    assert len(levels) >= FEWEST_QUESTIONS
    assert sum(level in HIGHER_LEVELS for level in levels) >= len(levels) / 2


def test_every_reference_is_used(course: Course) -> None:
    unused = {key for key, use in coverage.uses(course).items() if not any(use)}
    # One that is used by now must leave the list.
    assert unused == set(UNUSED)


def test_the_page_is_fresh(course: Course) -> None:
    assert coverage.PAGE.read_text("utf-8") == coverage.page(course), "python -m tools.coverage"

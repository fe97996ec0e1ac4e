"""Every claim, objective and reference has its place in the course."""

from __future__ import annotations

import pytest

import citations
from selfcheck import types
from tests.content.conftest import ROOT
from tools import coverage
from tools.coverage import Course

FEWEST_QUESTIONS = 150
FEWEST_FOR_AN_OBJECTIVE = 3
FEWEST_OF_RICH_TYPES = 20
RICH_TYPES = ("short-text", "cloze", "categorize", "hotspot", "case")
HIGHER_LEVELS = ("apply", "analyse", "evaluate")


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


def test_every_type_teaches_somewhere(course: Course) -> None:
    kinds = [coverage.KINDS[type(one)] for bank in course.banks for one in bank.questions]
    assert set(kinds) == set(types.TABLE)
    assert sum(kind in RICH_TYPES for kind in kinds) >= FEWEST_OF_RICH_TYPES


def test_every_reference_is_used(course: Course) -> None:
    assert [key for key, use in coverage.uses(course).items() if not any(use)] == []


def test_the_reserve_is_sound_and_holds_nothing_twice(course: Course) -> None:
    waiting = citations.load(ROOT / "content" / "evidence" / "reserve.bib")
    assert waiting
    assert not waiting.keys() & coverage.uses(course).keys()


def test_the_page_is_fresh(course: Course) -> None:
    assert coverage.PAGE.read_text("utf-8") == coverage.page(course), "run `make coverage`"

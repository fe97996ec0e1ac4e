"""Each question of the course says all that one can: a question from elsewhere may say less."""

from __future__ import annotations

from collections.abc import Sequence

from selfcheck.questions import Bank, Question, answered
from selfcheck.types.hotspot import Hotspot, Region
from selfcheck.types.options import Choice, MultipleResponse, Option


def test_every_question_has_an_explanation_and_a_level(banks: list[Bank]) -> None:
    lacking = [
        f"{bank.id}/{name}"
        for bank in banks
        for name, question in answered(bank.questions)
        if not (isinstance(question.explanation, str) and isinstance(question.level, str))
    ]
    assert lacking == []


def test_every_option_and_region_has_feedback(banks: list[Bank]) -> None:
    lacking = [
        f"{bank.id}/{name}: {each.text}"
        for bank in banks
        for name, question in answered(bank.questions)
        for each in _offered(question)
        if not isinstance(each.feedback, str)
    ]
    assert lacking == []


def _offered(question: Question) -> Sequence[Option | Region]:
    if isinstance(question, Choice | MultipleResponse):
        return question.options
    return question.regions if isinstance(question, Hotspot) else ()

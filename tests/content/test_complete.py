"""Each question of the course says all that one can: a question from elsewhere may say less."""

from __future__ import annotations

from selfcheck.questions import Bank, answered


def test_every_question_has_an_explanation_and_a_level(banks: list[Bank]) -> None:
    lacking = [
        f"{bank.id}/{name}"
        for bank in banks
        for name, question in answered(bank.questions)
        if not (isinstance(question.explanation, str) and isinstance(question.level, str))
    ]
    assert lacking == []

"""Questions in short, and what one rule says of them."""

from __future__ import annotations

from typing import Any

from selfcheck import convert
from selfcheck.lint.banks import Asking
from selfcheck.lint.item import Item
from selfcheck.lint.rule import Found, Problem, Rule
from tests.support.lint_corpus import question

PLACE = ("questions", 0)


def choice(prompt: str, *options: str, **more: Any) -> dict[str, Any]:
    """A choice; the right option has "= " before it."""
    return {"prompt": prompt, "options": [*options], **more}


def ask(said: dict[str, Any], language: str = "en", **how: Any) -> Item:
    """A question, which stands first in its bank."""
    return Item(question(said), "bank/question", PLACE, language, **how)


def problems(rule: Rule, said: dict[str, Any], language: str = "en", **how: Any) -> list[Problem]:
    """What *rule* says of a question; where, from the question on."""
    assert rule.item
    found = rule.item(ask(said, language, **how))
    return [each._replace(where=each.where[len(PLACE) :]) for each in found]


def asking(*questions: dict[str, Any], name: str = "bank", **more: Any) -> Asking:
    """A bank of questions; each that has no id gets one."""
    data = {
        "schema": 1,
        "id": name,
        "title": "Bank",
        "objectives": {"o": "One thing"},
        **more,
        "questions": [],
    }
    bank = convert.bank(data)
    for n, each in enumerate(questions, 1):
        bank.questions.append(question({"id": f"number-{n}", **each}))
    return Asking(bank)


def of_banks(rule: Rule, *banks: Asking) -> list[Found]:
    """What *rule* says of banks together."""
    assert rule.course
    return [*rule.course(banks)]

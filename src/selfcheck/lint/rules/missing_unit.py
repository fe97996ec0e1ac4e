"""A number is asked for that has a unit, and none is given."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.item import Item
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import named
from selfcheck.types.numeric import Numeric


def check(item: Item) -> Iterator[Problem]:
    """Yield a numeric question for a quantity whose unit is nowhere said."""
    question, words = item.question, item.words
    if not words or not isinstance(question, Numeric) or isinstance(question.unit, str):
        return
    found = words.measure.first(item.asked)
    if found and not words.unit.search(item.stem):
        yield Problem(
            item.at("answer"),
            f"{named(found, 30)} asks for a quantity, and no unit is given; write `unit`, "
            "and `units` for others that may be typed, or ask for it “in metres”",
        )


RULE = Rule(
    "missing-unit",
    "warning",
    "A number without its unit",
    "42 is right in kilometres and wrong in miles. Where the unit is left open, who knows the "
    "answer is marked wrong by chance.",
    "How long is a marathon? answer: 42.195",
    "How long is a marathon? answer: 42.195, unit: km, units: {m: 0.001}",
    item=check,
    words=True,
)

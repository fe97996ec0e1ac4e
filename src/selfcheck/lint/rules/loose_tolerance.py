"""The tolerance of a number takes an answer that shows a mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint import quantities
from selfcheck.lint.item import Item
from selfcheck.lint.rule import Problem, Rule
from selfcheck.types.numeric import Numeric, absolute, concrete

NUMBER = re.compile(rf"(?<![\w.,\[])(?:{quantities.NUMBER})(?![\w\]])")
# Of the right answer; below, a number of the prompt may lie near it by chance.
LOOSE = 0.08
# What one is off by who has forgotten a half, doubled, or slipped a decimal place.
SLIPS = {0.5: "half of it", 2.0: "twice as much", 0.1: "a tenth of it", -1.0: "the other sign"}


def check(item: Item) -> Iterator[Problem]:
    """Yield a number whose tolerance takes one that only a mistake leads to."""
    question = item.question
    if not isinstance(question, Numeric):
        return
    try:
        variants = concrete(question)
    except (LookupError, ValueError):
        # What is wrong with the columns, the schema tells.
        return
    for variant in variants:
        if message := _taken(item, variant):
            yield Problem(item.at("tolerance"), message)
            return


def _taken(item: Item, question: Numeric) -> str:
    answer = float(question.answer)
    reach = absolute(question.tolerance, answer)
    if not reach:
        return ""
    said = f"{answer:g} ± {reach:g} takes"
    mend = "make the tolerance smaller"
    for wrong in question.wrong:
        near = float(wrong.near)
        own = (
            absolute(wrong.tolerance, near) if isinstance(wrong.tolerance, int | float | str) else 0
        )
        if abs(near - answer) < reach + own:
            return f"{said} {near:g}, which `wrong` knows as a mistake; {mend}"
    for slip, words in SLIPS.items():
        if answer and abs(answer * slip - answer) <= reach:
            return f"{said} {answer * slip:g}, which is {words}; {mend}"
    if reach <= LOOSE * abs(answer):
        return ""
    for found in NUMBER.finditer(item.stem):
        given = quantities.value(found[0])
        if given != answer and abs(given - answer) <= reach:
            return f"{said} {given:g}, which stands in the prompt and is no result; {mend}"
    return ""


RULE = Rule(
    "loose-tolerance",
    "error",
    "The tolerance takes a wrong number",
    "A tolerance is there for rounding. One that is wide enough for a well-known wrong answer, "
    "for a factor of two, a slipped point or a number copied from the prompt marks a mistake as "
    "right.",
    "How far does a stone fall in 3 s? answer: 44.1, tolerance: 50%; wrong: 29.4",
    "How far does a stone fall in 3 s? answer: 44.1, tolerance: 1; wrong: 29.4",
    item=check,
)

"""Nearly all questions of a bank ask to remember."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from selfcheck.lint.banks import Asking
from selfcheck.lint.rule import Problem, Rule

LOWEST = "remember"
# Of how many questions at least, and of which part.
LEAST, MOST = 8, 0.75


def check(asking: Asking) -> Iterator[Problem]:
    """Yield a bank that asks for hardly anything but memory."""
    levels = Counter(str(item.question.level) for item in asking.items)
    total, lowest = len(asking.items), levels[LOWEST]
    if total >= LEAST and lowest > MOST * total:
        yield Problem(
            ("title",),
            f"{lowest} of {total} questions ask to remember; let some ask to use what is known "
            "in a case that the course has not shown",
        )


RULE = Rule(
    "one-level",
    "note",
    "A bank asks for memory alone",
    "What is to be remembered is asked most easily, and is what matters least. In the nursing "
    "tests that Tarrant and others looked at, more than nine questions in ten were at a low "
    "level. A new case, a choice with reasons, a mistake to be found: these ask for more.",
    "24 of 25 questions say `level: remember`",
    "a third of them ask what follows in a new case",
    ("tarrant", "haladyna"),
    bank=check,
)

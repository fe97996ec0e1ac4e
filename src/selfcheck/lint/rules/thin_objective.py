"""An objective that a single question serves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from selfcheck.lint.banks import Asking
from selfcheck.lint.rule import Problem, Rule


def check(asking: Asking) -> Iterator[Problem]:
    """Yield each objective of a bank that one of its questions alone has."""
    served = Counter(item.question.objective for item in asking.items)
    for name in asking.bank.objectives:
        if served[name] == 1:
            yield Problem(
                ("objectives", name),
                f"one question alone serves `{name}`: who guesses it seems to have reached the "
                "objective; ask a second one, in another way",
            )


RULE = Rule(
    "thin-objective",
    "note",
    "An objective has one question alone",
    "One answer can be luck. Two questions that ask for the same thing in different ways say "
    "far more, and a review has something to bring back besides the one that is known by heart.",
    "objectives: eclipses; one question serves it",
    "one question that explains an eclipse, and one that foretells it",
    bank=check,
)

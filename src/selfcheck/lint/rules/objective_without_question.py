"""An objective that no question serves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from selfcheck.lint.banks import Asking
from selfcheck.lint.rule import Problem, Rule


def check(asking: Asking) -> Iterator[Problem]:
    """Yield each objective of a bank that none of its questions has."""
    served = Counter(item.question.objective for item in asking.items)
    for name in asking.bank.objectives:
        if not served[name]:
            yield Problem(
                ("objectives", name),
                f"no question serves `{name}`: nobody can see whether they have reached it; ask "
                "for it, or take it out",
            )


RULE = Rule(
    "objective-without-question",
    "warning",
    "An objective has no question",
    "An objective promises that something is taught and can be tried. A bank whose questions leave "
    "one out tells learners that they have done all when they have not.",
    "objectives: phases, eclipses; all questions serve phases",
    "a question or two for each objective",
    bank=check,
)

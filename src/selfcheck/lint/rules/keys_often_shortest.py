"""Over a bank, the right option is the shortest more often than by chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfcheck.lint.banks import Asking
from selfcheck.lint.rule import Found, Rule
from selfcheck.lint.rules.keys_often_longest import often


def check(banks: Sequence[Asking]) -> Iterator[Found]:
    """Yield a bank, or all together, in which it pays to take the shortest option."""
    yield from often(banks, "shortest", min, "shorten wrong options too")


RULE = Rule(
    "keys-often-shortest",
    "warning",
    "The right option is the shortest too often",
    "Whoever takes care not to let the right option be the longest makes it the shortest: wrong "
    "options are padded until they look right. It pays as well to take that one each time. The "
    "rule tests as `keys-often-longest` does.",
    "the right option is the shortest in 22 of 40 questions, where 10 would be so by chance",
    "in each second question a wrong option that is as short as the right one",
    ("haladyna",),
    course=check,
)

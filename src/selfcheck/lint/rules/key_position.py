"""The right option stands in one place too often, where options keep their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from selfcheck.lint.banks import Asking, Chosen, pools
from selfcheck.lint.rule import Found, Problem, Rule

# Fewer questions say nothing.
LEAST = 20
# Of the distribution of χ² at 1%, by its degrees of freedom.
CRITICAL = (0.0, 6.63, 9.21, 11.34, 13.28, 15.09, 16.81, 18.48, 20.09, 21.67)


def check(banks: Sequence[Asking]) -> Iterator[Found]:
    """Yield a bank, or all together, whose fixed keys are not spread as by chance."""
    told = False
    for n, choices in pools(banks, LEAST):
        fixed = [each for each in choices if not each.shuffled]
        if len(fixed) < LEAST or (told and n == 0):
            continue
        if message := _skewed(fixed):
            told = True
            yield Found(n, Problem(("title",), message))


def _skewed(choices: Sequence[Chosen]) -> str:
    places = Counter(each.options.index(each.key) for each in choices)
    most = min(max(len(each.options) for each in choices), len(CRITICAL))
    expected = [
        sum(1 / len(each.options) for each in choices if len(each.options) > place)
        for place in range(most)
    ]
    squared = sum(
        (places[place] - wanted) ** 2 / wanted for place, wanted in enumerate(expected) if wanted
    )
    if squared <= CRITICAL[most - 1]:
        return ""
    place, count = max(places.items(), key=lambda each: each[1] - expected[each[0]])
    return (
        f"of {len(choices)} questions with `shuffle: false` the right option is number "
        f"{place + 1} in {count}, where {expected[place]:.0f} would be so by chance (χ² = "
        f"{squared:.1f}); choose other wrong options, so that it stands elsewhere, or let "
        "options be shuffled"
    )


RULE = Rule(
    "key-position",
    "warning",
    "The right option stands in one place too often",
    "Authors put the right option in the middle, or first. Options are shuffled here, and so "
    "only those count that keep their order: numbers, mostly, of which the right one then is "
    "the second or third. The rule tests by χ², at 1%, from 20 such questions on.",
    "of 24 questions with `shuffle: false` the right option is number 2 in 17",
    "wrong numbers on both sides of the right one, and at times on one side alone",
    ("tarrant", "haladyna"),
    course=check,
)

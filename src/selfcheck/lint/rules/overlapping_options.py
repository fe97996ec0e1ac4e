"""Ranges of numbers overlap, so that one number lies in two options."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from selfcheck.lint import quantities
from selfcheck.lint.item import Item
from selfcheck.lint.quantities import Range
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import named


def check(item: Item) -> Iterator[Problem]:
    """Yield the first option whose range has numbers in common with one before it."""
    for offer in item.offers:
        read = [(each, quantities.read(each.text)) for each in offer.options]
        ranges = [(option, each) for option, each in read if each]
        # A single range among other texts is one of them.
        if len(ranges) < 3 or all(each.alone for _, each in ranges):
            continue
        for (one, first), (other, second) in combinations(ranges, 2):
            if _overlap(first, second):
                yield Problem(
                    other.where,
                    f"{named(other.text, 30)} and {named(one.text, 30)} have numbers in common, so "
                    "that both can be right; let each range end before the next begins",
                )
                return


def _overlap(one: Range, other: Range) -> bool:
    if one.unit and other.unit and one.unit != other.unit:
        return False
    low, high = max(one.low, other.low), min(one.high, other.high)
    if one.alone or other.alone:
        return low <= high and not (one.alone and other.alone)
    # Both ends of a range belong to it, unless it is said by one end alone.
    both = all(each.low > float("-inf") and each.high < float("inf") for each in (one, other))
    return low <= high if both else low < high


RULE = Rule(
    "overlapping-options",
    "warning",
    "Ranges overlap",
    "A number that lies in two ranges has two right answers, and a learner who knows it cannot say "
    "which is meant. Let each range end where the next has not begun.",
    "How much of sleep is REM sleep? / 0 to 15% / 10 to 25% / 25 to 50%",
    "How much of sleep is REM sleep? / Below 10% / 10 to 19% / 20 to 29% / 30% or more",
    ("nbme", "haladyna"),
    item=check,
)

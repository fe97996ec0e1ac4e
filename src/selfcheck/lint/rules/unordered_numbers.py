"""Options that are numbers stand, or are shown, out of their order."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from selfcheck.lint import quantities
from selfcheck.lint.item import Item
from selfcheck.lint.rule import Problem, Rule


def check(item: Item) -> Iterator[Problem]:
    """Yield options that are all numbers and are not shown in their order."""
    offer = item.chosen
    if not offer or len(offer.options) < 3 or not offer.fixable:
        return
    read = [quantities.read(each.text) for each in offer.options]
    if not all(read):
        return
    values = [(each.low, each.high) for each in read if each]
    if len({each.unit for each in read if each}) > 1:
        return
    # Ranges that lie in one another have no order.
    both = sorted((low, high) for low, high in values if math.inf not in (-low, high))
    if any(one[1] > other[0] for one, other in pairwise(both)):
        return
    ordered = values in (sorted(values), sorted(values, reverse=True))
    if ordered and not offer.shuffled:
        return
    by_value = sorted(zip(values, (each.text for each in offer.options), strict=True))
    said = ", ".join(text for _, text in by_value)
    how = "`shuffle: false`, or they are shown in an order of chance"
    mend = f"give the question {how}" if ordered else f"write them as {said}, with {how}"
    yield Problem(item.at("options"), f"the options are numbers out of order; {mend}")


RULE = Rule(
    "unordered-numbers",
    "warning",
    "Numbers are out of order",
    "Numbers are found most quickly in their order; out of it, a learner who has worked the answer "
    "out has to search for it. Options are shuffled, unless a question says `shuffle: false`.",
    "When did Constantinople fall? / 1492 / 1453 / 1215 / 1517",
    "When did Constantinople fall? / 1215 / 1453 / 1492 / 1517, with `shuffle: false`",
    ("nbme", "haladyna", "tarrant", "saquet"),
    item=check,
)

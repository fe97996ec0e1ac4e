"""An option says that no other is right."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.item import Item
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import named


def check(item: Item) -> Iterator[Problem]:
    """Yield the option that denies all others."""
    if not item.words or not item.chosen or item.words.counts.within(item.asked):
        return
    for option in item.chosen.options:
        if item.words.none_of.whole(option.text):
            if option.right:
                mend = "write the answer itself here, and let learners find it"
            else:
                mend = "take it out, or write a wrong answer here that people really give"
            yield Problem(option.where, f"{named(option.text)} says nothing itself; {mend}")


RULE = Rule(
    "none-of-the-above",
    "warning",
    "An option says “none of the above”",
    "Where it is right, learners have shown that they know what is wrong, and not what is right. "
    "Where it is wrong, it is a distractor that nobody had to think of.",
    "Which metal conducts best? / Iron / Lead / Silver / None of the above",
    "Which metal conducts best? / Iron / Lead / Silver / Copper",
    ("nbme", "haladyna", "tarrant", "saquet"),
    item=check,
    words=True,
)

"""An option says that all others are right."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.item import Item
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import named


def check(item: Item) -> Iterator[Problem]:
    """Yield the option that speaks of all others."""
    if not item.words or not item.chosen or item.words.counts.within(item.asked):
        return
    for option in item.chosen.options:
        if item.words.all_of.whole(option.text):
            if option.right:
                others = len(item.chosen.options) - 1
                mend = (
                    "make the question `multiple-response`, take this option out and give the "
                    f"other {others} `correct: true`, with a wrong one or two beside them"
                )
            else:
                mend = "take it out: whoever sees that one of the others is wrong knows that it is"
            yield Problem(option.where, f"{named(option.text)} speaks of the other options; {mend}")


RULE = Rule(
    "all-of-the-above",
    "warning",
    "An option says “all of the above”",
    "Who knows that two of the others are right knows that this is the answer, and who knows that "
    'one is wrong knows that it is not. And options are shuffled here: nothing is "above".',
    "How did the plague change England? / Wages rose. / Villages emptied. / All of the above.",
    "Which two changes did the plague bring to England? Choose two. / Wages rose. / Villages "
    "emptied. / Rents went up. / Towns doubled in size.",
    ("nbme", "haladyna", "tarrant", "saquet"),
    item=check,
    words=True,
)

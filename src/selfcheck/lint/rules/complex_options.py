"""An option combines others: "A and B", or the words of two options in a third."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint.item import Item, Offer, Option
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import named, words

# What is a letter in an option may be the name of something in the stem.
NAME = re.compile(r"\b[A-E]\b")


def check(item: Item) -> Iterator[Problem]:
    """Yield the first option that combines others."""
    offer = item.chosen
    if not offer or len(offer.options) < 3:
        return
    for option in offer.options:
        if _refers(item, option):
            yield Problem(option.where, _message(option, "names other options"))
            return
    shortest, short, *_, longest = sorted(len(words(each.text)) for each in offer.options)
    if longest < shortest + short:
        return
    for option in offer.options:
        if parts := _parts(option, offer):
            said = f"joins {named(parts[0].text, 30)} and {named(parts[1].text, 30)}"
            yield Problem(option.where, _message(option, said))
            return


def _refers(item: Item, option: Option) -> bool:
    known = item.words
    if not known or not known.combines.may(words(option.text)[:1]):
        return False
    if not known.combines.whole(option.text):
        return False
    # Where the stem calls two things A and B, "A and B" are these.
    named_there = len(set(NAME.findall(item.stem))) > 1 and NAME.search(option.text)
    return not named_there or known.enumerates.within(item.stem)


def _parts(option: Option, offer: Offer) -> list[Option]:
    """Return the other options of whose words *option* is made."""
    mine = words(option.text)
    found = [
        each
        for each in offer.options
        if each is not option and 0 < len(their := words(each.text)) < len(mine)
        if any(mine[n : n + len(their)] == their for n in range(len(mine)))
    ]
    said = sum(len(words(each.text)) for each in found)
    return found if len(found) > 1 and len(mine) - 3 <= said <= len(mine) else []


def _message(option: Option, said: str) -> str:
    return (
        f"{named(option.text, 50)} {said}: a reader has to solve a puzzle of options; make the "
        "question `multiple-response`, with each thing an option of its own"
    )


RULE = Rule(
    "complex-options",
    "warning",
    "An option combines others",
    "Options such as “A and B” let a learner who is sure of one thing strike out half of them, and "
    "cost the others a puzzle that has nothing to do with the matter.",
    "What does sugar do in a cake? / It sweetens. / It keeps it moist. / Both A and B. / It is "
    "salty.",
    "Which two things does sugar do in a cake? Choose two. / It sweetens. / It keeps it moist. "
    "/ It thickens it. / It turns it sour.",
    ("nbme", "haladyna", "tarrant", "saquet"),
    item=check,
)

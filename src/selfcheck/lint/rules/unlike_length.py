"""An option stands out among the others by its length, and is not the long right one."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.item import Item, Offer
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import named

# How much longer than the next one, and by how many characters at least.
TIMES, CHARACTERS = 2.0, 40
# How much shorter a right option is than the shortest wrong one.
SHORT, FEWER = 0.4, 25


def check(item: Item) -> Iterator[Problem]:
    """Yield a wrong option that is much longer than the rest, or a right one much shorter."""
    for offer in item.offers:
        if len(offer.options) > 2:
            yield from _long(offer)
            yield from _short(offer)


def _long(offer: Offer) -> Iterator[Problem]:
    *_, second, first = sorted(offer.options, key=lambda each: len(each.text))
    long, next_ = len(first.text), len(second.text)
    if not first.right and long >= TIMES * next_ and long - next_ >= CHARACTERS:
        yield Problem(
            first.where,
            f"{named(first.text, 40)} has {long} characters and no other option more than {next_}: "
            "it looks like padding; say it in as many words as the others",
        )


def _short(offer: Offer) -> Iterator[Problem]:
    key = offer.key
    if not key:
        return
    shortest = min(len(each.text) for each in offer.wrong)
    if len(key.text) <= SHORT * shortest and shortest - len(key.text) >= FEWER:
        yield Problem(
            key.where,
            f"the right option, {named(key.text, 40)}, has {len(key.text)} characters and all "
            f"others {shortest} or more, so that it stands out; give all about the same length",
        )


RULE = Rule(
    "unlike-length",
    "note",
    "An option stands out by its length",
    "Options of like length are compared by what they say. One that is far longer than the rest, "
    "or a right one that is far shorter, is looked at for its length: it seems to be the answer, "
    "or not to be one.",
    "Where does most rain fall? / On the windward side. / On the lee side. / Nowhere, since moist "
    "air goes through the valleys without cooling and on to the next ocean.",
    "Where does most rain fall? / On the windward side. / On the lee side. / In the valleys "
    "between.",
    ("haladyna",),
    item=check,
)

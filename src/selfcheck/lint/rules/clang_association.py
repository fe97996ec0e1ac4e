"""A word of the stem comes again in the right option alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from selfcheck.lint.item import Item
from selfcheck.lint.language import speaks_of_others
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import named, words

# The part of what the right option says that comes from the stem, so that it rings like it.
SHARE = 0.5


def check(item: Item) -> Iterator[Problem]:
    """Yield the right option that rings like the stem, where no other does."""
    offer, known = item.single, item.words
    key = offer.key if offer else None
    if not offer or not key or not known or speaks_of_others(key.text, known):
        return
    stem, mine = item.telling(item.stem), item.telling(key.text)
    if not set(mine).intersection(stem):
        return
    others = [set(item.telling(each.text)) for each in offer.wrong]
    elsewhere = set().union(*others)
    shared = [
        word
        for word in dict.fromkeys(mine)
        if word in stem and word not in elsewhere and not word[0].isdigit()
    ]
    if not shared or max(len(word) for word in shared) < 4:
        return
    # How much of the stem another option takes up in words of its own.
    most = max(len(other.intersection(stem).difference(mine)) for other in others)
    rings = len(shared) >= SHARE * len(set(mine)) and (most == 0 or len(shared) > most + 1)
    if rings or (len(shared) > 1 and (most == 0 or _phrase(shared, mine, stem))):
        yield Problem(key.where, _message(item, key.text, shared))


def _phrase(shared: Sequence[str], mine: Sequence[str], stem: Sequence[str]) -> bool:
    """Return whether two of the *shared* words follow each other in the option and the stem."""
    pairs = {pair for pair in pairwise(mine) if set(pair) <= set(shared)}
    return any(pair in pairs for pair in pairwise(stem))


def _message(item: Item, text: str, shared: Sequence[str]) -> str:
    whole = {word: next(w for w in words(text) if word in item.telling(w)) for word in shared}
    said = " and ".join(f'"{each}"' for each in [*whole.values()][:3])
    stands = "stands" if len(shared) == 1 else "stand"
    return (
        f"{said} {stands} in the stem too, and in no other option, so that {named(text, 40)} rings "
        "like the answer; use other words, or let wrong options have them as well"
    )


RULE = Rule(
    "clang-association",
    "warning",
    "A word of the stem comes again in the right option alone",
    "A word that stands in the stem and in one option joins the two by its sound. Who does not "
    "know the answer takes that option, and is right. Say it in other words, or let wrong "
    "options use the word too.",
    "What must a router have to choose a route? / A cache / A routing table / A long cable",
    "What does a router look into to choose where a packet goes? / A cache / A table of networks / "
    "A list of users",
    ("nbme", "haladyna", "tarrant", "saquet"),
    item=check,
    words=True,
)

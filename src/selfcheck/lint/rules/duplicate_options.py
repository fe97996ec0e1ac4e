"""Two options say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint.item import Item, Option
from selfcheck.lint.language import stem
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import named, words

SIGNS = re.compile(r"[=<>()\[\]{}\\^*→\d]")
# Of more words an option is the same only word by word.
LONGEST = 9
# Of an option that means the same in another order, in words that count.
SHORT = (2, 3, 4)
# What is said by every option that means all others.
ALL = "all"


def check(item: Item) -> Iterator[Problem]:
    """Yield an option that says what one before it says, in the same words or in like ones."""
    for offer in item.offers:
        seen: dict[object, Option] = {}
        for option in offer.options:
            said = _said(item, option.text)
            before = seen.setdefault(said, option)
            # Options that differ in a sign alone differ by it.
            if before is not option and (words(before.text) != words(option.text) or said == ALL):
                what = "both can be right" if before.right or option.right else "neither can be"
                yield Problem(
                    option.where,
                    f"{named(option.text, 40)} says the same as {named(before.text, 40)}, so that "
                    f"{what}; write another one",
                )
                return


def _said(item: Item, text: str) -> object:
    """Return what *text* says, whatever the order of its words and their endings."""
    known = item.words
    found = words(text)
    if not known or len(found) < 2:
        return text
    if len(found) > LONGEST:
        return found
    if known.all_of.whole(text):
        return ALL
    # In code, formulas and numbers each sign counts, and what is denied is denied of one thing.
    single = any(len(word) == 1 and word not in known.common for word in found)
    if SIGNS.search(text) or single or known.negation.within(text):
        return text
    telling = [known.synonyms.get(word, word) for word in found]
    # "A to B" and "B to A" have the same words, and so have longer sentences that differ.
    directed = any(word in known.directed for word in telling)
    kept = [stem(word, known.endings) for word in telling if word not in known.light]
    if directed or len(kept) not in SHORT or known.joins[0].within(text):
        return tuple(telling)
    return frozenset(kept)


RULE = Rule(
    "duplicate-options",
    "error",
    "Two options say the same",
    "Two options that mean the same cannot both be wrong answers: if one were right, both were. "
    "So a test-wise learner strikes out both; and if one is the key, the other is marked wrong "
    "unjustly.",
    "What thickens the sauce? / Flour / Egg yolk / The yolk of an egg",
    "What thickens the sauce? / Flour / Egg yolk / Gelatine",
    ("haladyna",),
    item=check,
)

# ruff: noqa: RUF001 (signs that look alike stand beside each other in texts)
"""Options differ in form: sentences beside fragments, capitals beside small letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selfcheck.lint.item import Item, Option
from selfcheck.lint.language import speaks_of_others
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import named

ENDS = re.compile(r"[^.][.!][\"”’'»)]*$")
# A word in small letters, and one with a capital that is no name in capitals.
SMALL = re.compile(r"[a-zà-ÿ][a-zà-ÿ'’-]*[,;:.!?]? ")
CAPITAL = re.compile(r"(?:[A-ZÀ-Þ][a-zà-ÿ'’]+|A|I)[,;:.!?]? ")
CODE = re.compile(r"[(){}=<>\[\]\\]|\w\.\w|^\W")


def check(item: Item) -> Iterator[Problem]:
    """Yield the option that differs in form from most others."""
    known = item.words
    if not known or not item.chosen:
        return
    own = [each for each in item.chosen.options if not speaks_of_others(each.text, known)]
    if len(own) > 2:
        yield from _ends(own)
        # Options that complete the stem begin with a capital where they begin with a name.
        if known.tag != "de" and not known.dangling.within(item.stem):
            yield from _begins(own)


def _ends(options: Sequence[Option]) -> Iterator[Problem]:
    texts = [each.text for each in options]
    ends = [bool(ENDS.search(text)) for text in texts]
    if not any(ends) or all(ends) or any(CODE.search(text) for text in texts):
        return
    # An abbreviation ends with a full stop too: it is a sentence that has several words.
    full = [len(text.split()) > 2 for text, end in zip(texts, ends, strict=True) if end]
    if not any(full):
        return
    odd = ends.index(sum(ends) * 2 <= len(ends))
    how = "ends as a sentence" if ends[odd] else "does not end as a sentence"
    yield Problem(
        options[odd].where,
        f"{named(texts[odd], 40)} {how}, and others do otherwise; write all options as sentences, "
        "or none",
    )


def _begins(options: Sequence[Option]) -> Iterator[Problem]:
    texts = [each.text for each in options]
    small = [bool(SMALL.match(f"{text} ")) for text in texts]
    capital = [bool(CAPITAL.match(f"{text} ")) for text in texts]
    if sum(small) + sum(capital) != len(texts) or not any(small) or not any(capital):
        return
    # A name has a capital wherever it stands: one alone among small words is none.
    long = [len(text.split()) > 1 for text in texts]
    if not any(a and b for a, b in zip(small, long, strict=True)) or not any(
        a and b for a, b in zip(capital, long, strict=True)
    ):
        return
    few = small if sum(small) * 2 <= len(small) else capital
    odd = few.index(True)
    yield Problem(
        options[odd].where,
        f"{named(texts[odd], 40)} begins with a {'small letter' if few is small else 'capital'}, "
        "and others do not; begin all options alike",
    )


RULE = Rule(
    "unlike-form",
    "warning",
    "Options are not of one form",
    "Options that are parallel in form differ in what they say and in nothing else. A sentence "
    "among fragments, or a capital among small letters, draws the eye, and tells which option was "
    "written with care and which in haste.",
    "What do you do first? / Rinse the eye with water. / a bandage / Wait!",
    "What do you do first? / Rinse the eye. / Cover the eye. / Wait a while.",
    ("nbme", "haladyna"),
    item=check,
    words=True,
)

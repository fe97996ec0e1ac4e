"""A word stands on both sides of a pair, and nowhere else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from selfcheck.lint.item import Item
from selfcheck.lint.rule import Problem, Rule
from selfcheck.lint.text import named


def check(item: Item) -> Iterator[Problem]:
    """Yield the first pair whose halves share a word that no other pair has on either side."""
    pairs = item.pairs
    if len({pair.other for pair in pairs}) < 2 or not item.words:
        return
    left = [set(item.telling(pair.one)) for pair in pairs]
    # A group stands once, however many belong to it.
    right = {pair.other: set(item.telling(pair.other)) for pair in pairs}
    having = Counter(word for words in right.values() for word in words)
    found = []
    for pair, words in zip(pairs, left, strict=True):
        both = {
            word
            for word in words & right[pair.other]
            if len(word) > 3
            and having[word] == 1
            and all(
                word not in other
                for other, each in zip(left, pairs, strict=True)
                if each.other != pair.other
            )
        }
        if both:
            found.append((pair, min(both)))
    if not found:
        return
    (pair, word), *more = found
    said = f"{named(pair.one, 30)} and {named(pair.other, 30)} share “{word}…”, which no other has"
    if more:
        said += f", and {len(more)} more are like them"
    yield Problem(pair.where, f"{said}: they can be matched by their sound; say one in other words")


RULE = Rule(
    "shared-phrase",
    "warning",
    "Both sides of a pair share a word",
    "What belongs together is then found by its sound, and by nobody's knowledge; and what is left "
    "over is found with it.",
    "Perfect fifth → an interval of a fifth; Octave → twelve semitones",
    "Perfect fifth → seven semitones; Octave → twelve semitones",
    ("haladyna",),
    item=check,
    words=True,
)

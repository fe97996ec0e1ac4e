"""Which questions are alike in words, found by an index and not by comparing all pairs."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

# Of a word that more questions have, only so many are looked at: a bank of one subject has such
# words in most of its questions, and pairs would grow with the square.
MOST_HAVING = 12


class Pair(NamedTuple):
    """Two questions by their indices, the first before the second, and how alike they are.

    shared: how many words they share.
    """

    first: int
    second: int
    alike: float
    shared: int


def pairs(questions: Sequence[frozenset[str]], bound: float, least: int) -> Iterator[Pair]:
    """Yield the pairs of *questions*, each a set of words, that are alike by *bound* or more.

    They share *least* words or more.

    How alike two are is the cosine of their words, each weighed by how few questions have it: 0 is
    no word in common, and 1 is all.
    """
    having = Counter(word for each in questions for word in each)
    weight = {word: math.log(len(questions) / count) ** 2 for word, count in having.items()}
    # The rarest first, and of equally rare ones always the same.
    place = {word: n for n, word in enumerate(sorted(having, key=lambda it: (having[it], it)))}
    squares = [sum(map(weight.__getitem__, each)) for each in questions]
    index: dict[str, list[int]] = defaultdict(list)
    for n, each in enumerate(questions):
        ordered = sorted(each, key=place.__getitem__)
        telling = [*_telling(ordered, weight, squares[n], bound)]
        for other in {m for word in telling for m in index[word]}:
            both = each & questions[other]
            if len(both) < least:
                continue
            alike = sum(map(weight.__getitem__, both)) / math.sqrt(squares[n] * squares[other])
            if alike >= bound:
                yield Pair(other, n, alike, len(both))
        for word in telling:
            if len(index[word]) < MOST_HAVING:
                index[word].append(n)


def _telling(
    words: Sequence[str], weight: Mapping[str, float], square: float, bound: float
) -> Iterator[str]:
    """Yield the rarest of *words*, of which one is in every question that is alike.

    words: the rarest first. square: what they weigh together, which is the square of their length.
    The words that are left out weigh too little to make two questions alike.
    """
    rest = square
    for word in words:
        # Up to what sums of numbers are off by.
        if rest <= bound * bound * square * (1 - 1e-9):
            return
        yield word
        rest -= weight[word]

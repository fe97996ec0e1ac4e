"""The keys of order, match and categorize: things that have one place each."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.finding import Finding
from selfcheck.keys.texts import all_or_none, twice
from selfcheck.questions import Categorize, Match, Order
from selfcheck.source import Source, Where


def items(source: Source, question: Order, where: Where) -> Iterator[Finding]:
    """Yield what is wrong with the items of an order question."""
    here = (*where, "items")
    yield from twice(source, [item.text for item in question.items], here)
    feedback = [item.feedback for item in question.items]
    yield from all_or_none(source, feedback, [(*here, n) for n in range(len(feedback))])


def pairs(source: Source, question: Match, where: Where) -> Iterator[Finding]:
    """Yield what is wrong with the pairs and distractors of a match question."""
    here = (*where, "pairs")
    yield from twice(source, [pair.left for pair in question.pairs], here)
    feedback = [pair.feedback for pair in question.pairs]
    yield from all_or_none(source, feedback, [(*here, n) for n in range(len(feedback))])
    rights = [pair.right for pair in question.pairs]
    for n, text in enumerate(question.distractors):
        if text in rights or text in question.distractors[:n]:
            message = f"{text!r} is already a right side; a learner could not tell them apart"
            yield source.finding(message, *where, "distractors", n)
    for n, text in enumerate(rights):
        if text in rights[:n]:
            message = (
                f"{text!r} is the right side of two pairs; a learner could not tell them apart"
            )
            yield source.finding(message, *here, n, "right")


def groups(source: Source, question: Categorize, where: Where) -> Iterator[Finding]:
    """Yield what is wrong with the groups of a categorize question and with their items."""
    here = (*where, "categories")
    yield from twice(source, [each.text for each in question.categories], here)
    places = [
        (*here, n, "items", i)
        for n, each in enumerate(question.categories)
        for i in range(len(each.items))
    ]
    placed = [item for each in question.categories for item in each.items]
    if len(placed) < 2:
        yield source.finding("there are fewer than two items to sort; add some", *here)
    texts = [item.text for item in placed]
    for n, text in enumerate(texts):
        if text in texts[:n]:
            message = f"{text!r} stands in two places; an item belongs to one group"
            yield source.finding(message, *places[n])
    yield from all_or_none(source, [item.feedback for item in placed], places)

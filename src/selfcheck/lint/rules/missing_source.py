"""A question without a source, in a course that has some."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.item import Item
from selfcheck.lint.rule import Problem, Rule


def check(item: Item) -> Iterator[Problem]:
    """Yield a question without sources, where others of its course have them."""
    said = getattr(item.question, "sources", None)
    if item.cites and not (isinstance(said, list) and said):
        message = "`sources` is empty: name what says that the answer is right"
        yield Problem(item.where, f"{message}, so that a learner in doubt can look it up")


RULE = Rule(
    "missing-source",
    "note",
    "The source is missing",
    "A learner who doubts an answer, and whoever has to keep it up to date, looks for what says "
    "so. The rule is silent in a course in which no question has a source and which has no "
    "bibliography.",
    "sources: []",
    "sources: [mcgee2004]",
    item=check,
)

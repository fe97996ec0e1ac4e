"""A question without an explanation."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.item import Item
from selfcheck.lint.rule import Problem, Rule


def check(item: Item) -> Iterator[Problem]:
    """Yield a question that explains nothing after it was checked."""
    said = getattr(item.question, "explanation", None)
    if not isinstance(said, str) or not said.strip():
        message = "`explanation` is missing: say in two or three sentences why the answer is right"
        yield Problem(item.where, f"{message}, and how one gets there")


RULE = Rule(
    "missing-explanation",
    "warning",
    "The explanation is missing",
    "After Check a learner is told why the answer is right, whatever they chose: whoever "
    "guessed it learns as much from this as whoever missed it.",
    "explanation: (none)",
    "explanation: Yeast turns sugar into carbon dioxide, and the gluten keeps its bubbles.",
    item=check,
)

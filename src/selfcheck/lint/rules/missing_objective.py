"""A question that serves no objective."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.item import Item
from selfcheck.lint.rule import Problem, Rule


def check(item: Item) -> Iterator[Problem]:
    """Yield a question without an objective."""
    said = getattr(item.question, "objective", None)
    if not isinstance(said, str) or not said.strip():
        message = "`objective` is missing: name the one of the bank's objectives that this serves"
        yield Problem(item.where, f"{message}, or add one")


RULE = Rule(
    "missing-objective",
    "warning",
    "The objective is missing",
    "A question tests whether somebody can do something that the course teaches. Which, the "
    "objective says; by it learners see where they stand, and authors what has not been asked yet.",
    "objective: (none)",
    "objective: raise-dough",
    ("haladyna",),
    item=check,
)

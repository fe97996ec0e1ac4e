"""A question without its level."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.item import Item
from selfcheck.lint.rule import Problem, Rule


def check(item: Item) -> Iterator[Problem]:
    """Yield a question that does not say what it asks of a learner's mind."""
    if not isinstance(getattr(item.question, "level", None), str):
        message = "`level` is missing: say whether it asks to remember, understand, apply, analyse"
        yield Problem(item.where, f"{message} or evaluate")


RULE = Rule(
    "missing-level",
    "note",
    "The level is missing",
    "Whether a question asks to remember or to apply is seldom seen later, when a bank is to be "
    "balanced; most banks ask for memory alone.",
    "level: (none)",
    "level: apply",
    ("tarrant",),
    item=check,
)

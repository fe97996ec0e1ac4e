"""match: left sides, each to be given its right side."""

from __future__ import annotations

from selfcheck.questions import Match
from selfcheck.render.parts import Body, Context, feedback, items, letter
from selfcheck.render.shuffle import shuffled


def body(question: Match, name: str, _context: Context) -> Body:
    """Return both columns; the key gives each left side the index of its right side."""
    rights = [pair.right for pair in question.pairs] + question.distractors
    order = shuffled(name, len(rights), never_sorted=True)
    key = [order.index(index) for index in range(len(question.pairs))]
    left = items((pair.left for pair in question.pairs), "sc-left", lettered=False)
    right = items((rights[index] for index in order), "sc-right")
    return Body(
        {"key": key},
        f"{left}{right}",
        ", ".join(f"{n}\N{EN DASH}{letter(index)}" for n, index in enumerate(key, 1)),
        feedback((pair.feedback for pair in question.pairs), lettered=False),
    )

"""categorize: items to put into groups."""

from __future__ import annotations

from selfcheck.questions import Categorize
from selfcheck.render.parts import Body, Context, feedback, items, letter
from selfcheck.render.shuffle import shuffled


def body(question: Categorize, name: str, _context: Context) -> Body:
    """Return the groups and the items out of order; the key gives each item its group."""
    placed = [
        (item, group) for group, each in enumerate(question.categories) for item in each.items
    ]
    shown = [placed[index] for index in shuffled(name, len(placed), never_sorted=True)]
    key = [group for _, group in shown]
    groups = items((each.text for each in question.categories), "sc-groups")
    listed = items((item.text for item, _ in shown), "sc-items", lettered=False)
    return Body(
        {"key": key},
        f"{groups}{listed}",
        ", ".join(f"{n}\N{EN DASH}{letter(group)}" for n, group in enumerate(key, 1)),
        feedback((item.feedback for item, _ in shown), lettered=False),
    )

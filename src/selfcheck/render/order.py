"""order: items to put in their right order."""

from __future__ import annotations

from selfcheck.questions import Order
from selfcheck.render.parts import Body, Context, feedback, items, letters
from selfcheck.render.shuffle import shuffled


def body(question: Order, name: str, _context: Context) -> Body:
    """Return the items out of order; the key lists them in order."""
    order = shuffled(name, len(question.items), never_sorted=True)
    shown = [question.items[index] for index in order]
    key = [order.index(index) for index in range(len(order))]
    return Body(
        {"key": key},
        items((item.text for item in shown), "sc-items"),
        letters(key),
        feedback(item.feedback for item in shown),
    )

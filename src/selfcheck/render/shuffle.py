"""An order that depends on a name alone: the same on every machine, in every run."""

from __future__ import annotations

import hashlib


def shuffled(name: str, count: int, *, never_sorted: bool = False) -> list[int]:
    """Return the numbers below *count* in an order drawn from *name*.

    With *never_sorted* the result is never 0, 1, 2, …: for items whose order is the key.
    """
    order = sorted(range(count), key=lambda i: hashlib.sha256(f"{name}/{i}".encode()).digest())
    if never_sorted and count > 1 and order == list(range(count)):
        order = [*order[1:], order[0]]
    return order

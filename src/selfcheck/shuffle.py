"""An order that depends on names alone: the same on every machine, in every run."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence


def shuffled(name: str, ids: Sequence[str], *, unlike: Sequence[object] = ()) -> list[int]:
    """Return the indices of *ids* in an order drawn from them and *name*.

    unlike: what stands for each of *ids*, in their order. The result never shows these in that
    order, unless they are all equal: for things whose order is the key.
    """
    order = sorted(
        range(len(ids)), key=lambda i: hashlib.sha256(f"{name}/{ids[i]}".encode()).digest()
    )
    for _ in unlike:
        if [unlike[index] for index in order] != list(unlike):
            break
        order = [*order[1:], order[0]]
    return order

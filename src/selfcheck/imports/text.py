"""All text in an element, however deep it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def within(children: Sequence[Any]) -> str:
    """Return the text of *children*, each of which is a text or has `children` itself."""
    found, left = [], [*reversed(children)]
    while left:
        each = left.pop()
        if isinstance(each, str):
            found.append(each)
        else:
            left += reversed(each.children)
    return "".join(found)

"""The fields of a question, in the order in which an author writes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

FIRST = ("id", "type", "objective", "level", "claims", "prompt")
LAST = ("hints", "explanation", "sources")


def ordered(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a question in their order, without those that say nothing."""
    said = {name: value for name, value in data.items() if value not in (None, "", [], {})}
    middle = [name for name in said if name not in (*FIRST, *LAST)]
    return {name: said[name] for name in (*FIRST, *middle, *LAST) if name in said}


def all_or_none(entries: list[dict[str, Any]]) -> bool:
    """Take `feedback` out of *entries* when some have none; return whether any was lost."""
    having = [each for each in entries if each.get("feedback")]
    if not having or len(having) == len(entries):
        return False
    for each in having:
        del each["feedback"]
    return True

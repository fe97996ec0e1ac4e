"""Statements as a page sends them, made up."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from selfcheck.log.entry import Entry, entry

COURSE = "the-moon"
# The evening of 14 November 2023.
THEN = 1_700_000_000_000


def statement(
    name: str = "moon/which-light",
    at: int = THEN,
    *,
    course: str = COURSE,
    score: float = 1,
    id: str | None = None,
    response: Any = "sun",
    **context: Any,
) -> dict[str, Any]:
    """Return an attempt at a question. `context` has further extensions, such as `sitting`."""
    more = {"version": 1, "course": course, "tries": 1, "hints": 0, **context}
    return {
        "id": id or str(uuid4()),
        "object": {
            "id": f"urn:selfcheck:question:{course}:{name}",
            "definition": {
                "description": {"en": "Wovon kommt das Licht des Mondes? ☾ " * 60},
                "extensions": _named(type="choice", fingerprint="0123abcd", key=["sun"]),
            },
        },
        "result": {"score": {"scaled": score}, "extensions": _named(response=response)},
        "context": {"extensions": _named(**more)},
        "timestamp": stamp(at),
    }


def stamp(at: int) -> str:
    """Return a time as JavaScript writes it."""
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds")[:23] + "Z"


def entries(*statements: dict[str, Any], course: str = COURSE) -> list[Entry]:
    """Return the entries of *statements*, each of which has to be sound."""
    found = [entry(each, course) for each in statements]
    assert all(found)
    return [each for each in found if each]


def _named(**values: Any) -> dict[str, Any]:
    return {f"urn:selfcheck:{name}": value for name, value in values.items()}

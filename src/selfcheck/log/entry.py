"""What the log has of a statement: docs/xapi.md is the profile.

Nothing in a statement is trusted. What is refused here the page refuses too
(`frontend/src/log/attempt.js`).
"""

from __future__ import annotations

import json
import math
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from zlib import crc32

VERSION = 1
BASE = "urn:selfcheck:"
# Signs of a name, and of a statement: nobody answers at such length.
LONGEST_NAME = 10_000
LONGEST = 1_000_000
# The year 9999: what is later has no time after it in which a next attempt could be.
LATEST = 253_370_764_800_000
MOST = 1_000_000
EPOCH = datetime.fromtimestamp(0, UTC)


class Row(NamedTuple):
    """What views over a whole course read of a statement.

    `slot` is a question in a sitting, `at` milliseconds since 1970, `fp` the question's fingerprint
    then, `score` 0 to 1; `confidence` 1 to 3, or None.
    """

    id: str
    slot: str
    at: int
    fp: str
    score: float
    tries: int
    hints: int
    confidence: int | None


class Entry(NamedTuple):
    """A statement in the log, as JSON, with what is read of it."""

    course: str
    row: Row
    statement: str

    @property
    def check(self) -> bytes:
        """What tells a statement from one that something has scribbled on."""
        return checked(self.statement)


def checked(statement: str) -> bytes:
    """Return the checksum of a *statement*, which stands before it in the file."""
    return crc32(statement.encode()).to_bytes(4, "big")


def entry(statement: object, course: str | None = None) -> Entry | None:
    """Return the entry of a *statement*; None when it is none of *course*, or no attempt.

    course: when left out, the one that the statement names.
    """
    try:
        return _entry(statement, course)
    except (ValueError, RecursionError, OverflowError, OSError):
        # OSError: Windows knows no time of its own before 1970.
        return None


def _entry(statement: Any, course: str | None) -> Entry | None:
    if not isinstance(statement, dict):
        return None
    definition = _at(statement, "object", "definition")
    context = statement.get("context")
    if course is None:
        course = _named(_extension(context, "course"))
    name = _named(statement.get("id"))
    slot = _slot(_named(_at(statement, "object", "id")), _extension(context, "sitting"), course)
    at = _time(statement.get("timestamp"))
    score = _at(statement, "result", "score", "scaled")
    if not (name and course and slot and at is not None and _is_number(score)):
        return None
    if not 0 <= score <= 1 or _extension(definition, "key") is None:
        return None
    if _extension(context, "version") != VERSION:
        return None
    sure = _extension(context, "confidence")
    row = Row(
        name,
        slot,
        at,
        _named(_extension(definition, "fingerprint")),
        float(score),
        _count(_extension(context, "tries")) or 1,
        _count(_extension(context, "hints")),
        int(sure) if _is_number(sure) and sure in (1, 2, 3) else None,
    )
    # SQLite has no half of a sign that JavaScript writes as two.
    "".join((course, row.id, row.slot, row.fp)).encode()
    text = json.dumps(statement, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        # Such a half within an answer is kept.
        text = json.dumps(statement, allow_nan=False, separators=(",", ":"))
    return Entry(course, row, text) if len(text) <= LONGEST else None


def _at(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _extension(holder: Any, name: str) -> Any:
    return _at(holder, "extensions", BASE + name)


def _named(value: object) -> str:
    return value if isinstance(value, str) and len(value) <= LONGEST_NAME else ""


def _slot(question: str, sitting: object, course: str) -> str:
    start = f"{BASE}question:{course}:"
    name = question.removeprefix(start)
    if name in ("", question) or not (sitting is None or isinstance(sitting, str)):
        return ""
    return f"{name}@{sitting}" if sitting else name


def _time(timestamp: object) -> int | None:
    """Return the milliseconds since 1970 of *timestamp*."""
    if not isinstance(timestamp, str) or len(timestamp) > LONGEST_NAME:
        return None
    # A time without a zone is the machine's own, in JavaScript too, which knows no microseconds.
    at = (datetime.fromisoformat(timestamp).astimezone(UTC) - EPOCH) // timedelta(milliseconds=1)
    return at if 0 <= at < LATEST else None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _count(value: Any) -> int:
    return min(max(int(value), 0), MOST) if _is_number(value) else 0

"""What was forgotten, so that no browser brings it back: for each course until when.

A clock may have gone back since: attempts that were later than the moment of forgetting are
remembered by their ids, which say nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import nullcontext, suppress
from typing import NamedTuple

from selfcheck.log.entry import Entry

# Stands for all courses.
ALL = ""


class Forgotten(NamedTuple):
    """`moments`, by course, in milliseconds since 1970; and `ids` of what was later than these."""

    moments: Mapping[str, int] = {}
    ids: frozenset[str] = frozenset()

    def until(self, course: str) -> int | None:
        """Return the moment until which a *course* was forgotten."""
        return max(
            (self.moments[name] for name in (ALL, course) if name in self.moments), default=None
        )

    def covers(self, entry: Entry) -> bool:
        """Return whether *entry* was forgotten."""
        return entry.row.id in self.ids or entry.row.at <= (self.until(entry.course) or -1)


def load(log: sqlite3.Connection, *, strict: bool = True) -> Forgotten:
    """Return what was forgotten; without *strict*, what of it can still be read."""
    moments: dict[str, int] = {}
    ids: set[str] = set()
    with nullcontext() if strict else suppress(sqlite3.DatabaseError):
        for course, at in log.execute("SELECT course, at FROM forgotten"):
            if isinstance(course, str) and isinstance(at, int):
                moments[course] = at
            elif strict:
                raise sqlite3.DatabaseError("a moment is not what was written")
        ids.update(name for (name,) in log.execute("SELECT id FROM forgotten_ids"))
    return Forgotten(moments, frozenset(ids))


def store(log: sqlite3.Connection, forgotten: Forgotten) -> None:
    """Write what was forgotten beside what stands there.

    Of two moments the later one stays: a clock may have gone back between them.
    """
    log.executemany(
        "INSERT INTO forgotten VALUES (?, ?) "
        "ON CONFLICT (course) DO UPDATE SET at = max(at, excluded.at)",
        forgotten.moments.items(),
    )
    log.executemany(
        "INSERT OR IGNORE INTO forgotten_ids VALUES (?)", ((name,) for name in forgotten.ids)
    )

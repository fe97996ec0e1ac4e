"""Deletes answers for good: what `selfcheck forget` does, and the button of the page."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from selfcheck.log import database, place
from selfcheck.log.forgotten import ALL, Forgotten, load, store
from selfcheck.log.lock import held
from selfcheck.log.store import Log
from selfcheck.log.trouble import FULL, DamagedError, TroubleError, told


class Erased(NamedTuple):
    """How many `statements` were deleted, which other `files`, and `at`, until which moment."""

    statements: int
    files: list[Path]
    at: int


def erase(log: Log, course: str | None = None) -> Erased:
    """Delete the statements of a *course*, of all when none is named, and what was set aside.

    Until when is remembered, so that no browser brings back what it still has. Raises
    `TroubleError`, and has deleted nothing then.
    """
    now = round(time.time() * 1000)
    with told(log.path):
        if course is None:
            count = _all(log, now)
        else:
            count = log.write(lambda found: _one(found, course, now))
        with held(log.folder, alone=True, make=True):
            aside = place.set_aside(log.folder)
            for path in aside:
                path.unlink()
    return Erased(count, aside, now)


def _one(log: sqlite3.Connection, course: str, now: int) -> int:
    with database.transaction(log):
        later = log.execute("SELECT id FROM statements WHERE course = ? AND at > ?", (course, now))
        store(log, Forgotten({course: now}, frozenset(name for (name,) in later)))
        count = log.execute("DELETE FROM statements WHERE course = ?", (course,)).rowcount
    # What was deleted is zero by now; this takes out what SQLite has moved since it was written.
    with suppress(sqlite3.Error):
        log.execute("VACUUM")
    return count


def _all(log: Log, now: int) -> int:
    """Put a new log in the place of the old one, however damaged that is."""
    log.make_folder()
    with held(log.folder, alone=True, make=True):
        count, ids = _later(log.path, now)
        new = log.folder / place.NEW
        try:
            _write(new, Forgotten({ALL: now}, ids))
        except (sqlite3.Error, OSError) as error:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            if _code(error, log.path) != FULL:
                raise
            # Then what is deleted makes room.
            log.path.unlink()
            _write(new, Forgotten({ALL: now}, ids))
        (log.folder / place.JOURNAL).unlink(missing_ok=True)
        new.replace(log.path)
        database.sync_folder(log.folder)
    return count


def _later(path: Path, now: int) -> tuple[int, frozenset[str]]:
    """Return how many statements there are, and the ids of those that are later than *now*."""
    if not path.exists():
        return 0, frozenset()
    try:
        with database.opened(path, write=True) as log:
            (count,) = log.execute("SELECT count(*) FROM statements").fetchone()
            later = log.execute("SELECT id FROM statements WHERE at > ?", (now,))
            return count, load(log).ids | {name for (name,) in later}
    except DamagedError:
        return 0, frozenset()


def _write(path: Path, forgotten: Forgotten) -> None:
    database.create(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as log, database.transaction(log):
        store(log, forgotten)


def _code(error: Exception, path: Path) -> str:
    try:
        with told(path):
            raise error
    except TroubleError as trouble:
        return trouble.code

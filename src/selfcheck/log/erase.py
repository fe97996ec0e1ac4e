"""Deletes answers for good: what `selfcheck forget` does, and the button of the page.

What goes wrong on the way is told, and not all may be deleted then; to do it again ends it.
"""

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
    `TroubleError`; what was deleted by then stays deleted.
    """
    now = round(time.time() * 1000)
    with told(log.path):
        if course is None:
            count, at = _all(log, now)
            return Erased(count, _others(log), at)
        count, at = log.write(lambda found: _one(found, course, now))
        # Before the log is written anew, which needs room.
        aside = _others(log)
        log.write(_write_anew)
    return Erased(count, aside, at)


def _one(log: sqlite3.Connection, course: str, now: int) -> tuple[int, int]:
    with database.transaction(log):
        later = log.execute("SELECT id FROM statements WHERE course = ? AND at > ?", (course, now))
        store(log, Forgotten({course: now}, frozenset(name for (name,) in later)))
        count = log.execute("DELETE FROM statements WHERE course = ?", (course,)).rowcount
        at = load(log).until(course) or now
    return count, at


def _write_anew(log: sqlite3.Connection) -> None:
    """Write all that is left anew.

    What was deleted is zero by now; this takes out what SQLite has moved since it was written.
    """
    log.execute("VACUUM")


def _others(log: Log) -> list[Path]:
    """Delete what is left of a log that was never finished, and what was set aside; return this."""
    with held(log.folder, alone=True, make=True):
        aside = place.set_aside(log.folder)
        for path in (*aside, *place.in_the_making(log.folder)):
            path.unlink()
    return aside


def _all(log: Log, now: int) -> tuple[int, int]:
    """Put a new log in the place of the old one, however damaged that is."""
    log.make_folder()
    with held(log.folder, alone=True, make=True):
        count, before = _before(log.path, now)
        new = log.folder / place.NEW
        at = max(now, before.moments.get(ALL, now))
        forgotten = before._replace(moments={**before.moments, ALL: at})
        try:
            _write(new, forgotten)
        except (sqlite3.Error, OSError) as error:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            if _code(error, log.path) != FULL:
                raise
            # Then what is deleted makes room. Where even that is too little, what there is of the
            # new log stays, by which whoever does this again knows that there is something to do.
            (log.folder / place.JOURNAL).unlink(missing_ok=True)
            log.path.unlink()
            _write(new, forgotten)
        (log.folder / place.JOURNAL).unlink(missing_ok=True)
        new.replace(log.path)
        database.sync_folder(log.folder)
    return count, at


def _before(path: Path, now: int) -> tuple[int, Forgotten]:
    """Return how many statements there are, and what reaches beyond *now* of what was forgotten.

    That is where a clock has gone back since: the ids of statements that are later, and moments.
    """
    if not path.exists():
        return 0, Forgotten()
    try:
        with database.opened(path, write=True) as log:
            (count,) = log.execute("SELECT count(*) FROM statements").fetchone()
            later = log.execute("SELECT id FROM statements WHERE at > ?", (now,))
            before = load(log)
            moments = {course: at for course, at in before.moments.items() if at > now}
            return count, Forgotten(moments, before.ids | {name for (name,) in later})
    except DamagedError:
        return 0, Forgotten()


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

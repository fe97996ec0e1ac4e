"""Sets a damaged log aside, and makes a new one of what can be read of it.

At no moment is there no log: the new one takes the place of the damaged one, of which a copy has
been made.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from selfcheck.log import database, place
from selfcheck.log.carve import carved
from selfcheck.log.database import create, transaction
from selfcheck.log.entry import Entry, checked, entry
from selfcheck.log.forgotten import Forgotten, load, store
from selfcheck.log.trouble import is_damage, told

# Bytes that a statement takes at least, with all that stands around an answer.
LEAST = 1000
# Rows of which the number says nothing, as others were deleted.
MORE = 10_000


def rescue(folder: Path) -> None:
    """Put a log of what can be read in the place of the damaged one in *folder*.

    Whoever calls this holds the lock alone.
    """
    path = folder / place.NAME
    with told(path):
        entries, forgotten = recovered(path)
        new = folder / place.NEW
        create(new)
        with closing(sqlite3.connect(new, isolation_level=None)) as log, transaction(log):
            database.insert(log, entries)
            store(log, forgotten)
        aside = _name(folder)
        _copy(path, aside)
        # Before the log, or SQLite would take it for the journal of the new one.
        with suppress(FileNotFoundError):
            (folder / place.JOURNAL).replace(aside.with_name(f"{aside.name}-journal"))
        new.replace(path)
        database.sync_folder(folder)


def recovered(path: Path) -> tuple[list[Entry], Forgotten]:
    """Return the entries that can be read of the log at *path*, and what was forgotten of it."""
    found: dict[str, Entry] = {}
    forgotten = Forgotten()
    with closing(sqlite3.connect(path, isolation_level=None)) as log:
        if _is_database(log):
            forgotten = load(log, strict=False)
            for number in _numbers(log, path):
                if each := _row(log, number):
                    found.setdefault(each.row.id, each)
    for each in carved(path.read_bytes()):
        found.setdefault(each.row.id, each)
    return sorted(found.values(), key=lambda each: (each.row.at, each.row.id)), forgotten


def _is_database(log: sqlite3.Connection) -> bool:
    """Return whether anything can be read; from then on nobody else can write.

    Raises what has nothing to do with damage, such as that another program holds the file: what is
    in it is not to be left out for that.
    """
    try:
        log.execute("BEGIN")
        log.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        return False
    return True


def _numbers(log: sqlite3.Connection, path: Path) -> list[int]:
    """Return the numbers of all rows that there may be."""
    # What is damaged may be any number, and no end is to be seen from one.
    numbers = set(range(1, path.stat().st_size // LEAST + MORE))
    with suppress(sqlite3.DatabaseError):
        asked = "SELECT rowid FROM statements NOT INDEXED"
        numbers.update(number for (number,) in log.execute(asked))
    return sorted(numbers)


def _row(log: sqlite3.Connection, number: int) -> Entry | None:
    """Return a row of which the statement can be read and is what was written.

    What stands beside the statement is read of it anew.
    """
    asked = "SELECT course, checksum, statement FROM statements WHERE rowid = ?"
    try:
        found = log.execute(asked, (number,)).fetchone()
        if found is None:
            return None
        course, checksum, statement = found
        if checked(statement) != checksum:
            return None
        written = json.loads(statement)
        made = entry(written, course) or entry(written)
        return made._replace(statement=statement) if made else None
    except (sqlite3.DatabaseError, ValueError, TypeError, AttributeError):
        return None


def _name(folder: Path) -> Path:
    """Return a path for a damaged file that is not there yet."""
    start = f"{place.ASIDE}{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    path = folder / f"{start}.sqlite3"
    n = 1
    while path.exists():
        n += 1
        path = folder / f"{start}-{n}.sqlite3"
    return path


def _copy(path: Path, aside: Path) -> None:
    try:
        os.link(path, aside)
    except OSError:
        # Some systems of files have no such thing. For nobody else, as the log itself.
        aside.touch(mode=0o600)
        try:
            shutil.copyfile(path, aside)
        except BaseException:
            # It will be tried again, and halves would fill the disk.
            aside.unlink(missing_ok=True)
            raise

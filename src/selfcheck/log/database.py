"""The file of the log: an SQLite database, opened for each thing to do and closed again.

Its journal is a rollback journal: a write-ahead log needs memory that all processes share, which a
home folder on a network does not have.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from selfcheck.log.entry import Entry, Row
from selfcheck.log.trouble import NEWER, DamagedError, TroubleError, told

# "SCLG", by which we know a file of ours.
APPLICATION = 0x53434C47
VERSION = 1
# In which most statements lie whole, so that they can be found in a damaged file.
PAGE = 8192
SECONDS = 30.0
# The checksum stands right before its statement, in the file too.
SCHEMA = """
CREATE TABLE statements (
    id TEXT PRIMARY KEY, course TEXT NOT NULL, slot TEXT NOT NULL, at INTEGER NOT NULL,
    fp TEXT NOT NULL, score REAL NOT NULL, tries INTEGER NOT NULL, hints INTEGER NOT NULL,
    confidence INTEGER, checksum BLOB NOT NULL, statement TEXT NOT NULL
);
CREATE INDEX rows ON statements (
    course, slot, at, id, fp, score, tries, hints, confidence
);
CREATE TABLE forgotten (course TEXT PRIMARY KEY, at INTEGER NOT NULL);
CREATE TABLE forgotten_ids (id TEXT PRIMARY KEY);
"""
COLUMNS = "id, slot, at, fp, score, tries, hints, confidence"
# Of all but the last.
TYPES = (str, str, int, str, float, int, int)
INSERT = f"INSERT OR IGNORE INTO statements ({COLUMNS}, course, checksum, statement) \
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


@contextmanager
def opened(path: Path, *, write: bool) -> Iterator[sqlite3.Connection]:
    """Open the log at *path*, which must be there.

    Raises `DamagedError` when it is not what was written, and `TroubleError` for all else.
    """
    with told(path), closing(_connect(path, write)) as database:
        yield database


def _connect(path: Path, write: bool) -> sqlite3.Connection:
    try:
        database = _connection(path, "rw" if write else "ro")
    except sqlite3.OperationalError as error:
        # A process has ended in the middle of a write: what it began is taken back first.
        if write or error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
            raise
        return _connect(path, True)
    try:
        _known(database, path)
    except BaseException:
        database.close()
        raise
    return database


def _connection(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    database = sqlite3.connect(address, uri=True, timeout=SECONDS, isolation_level=None)
    try:
        # EXTRA: the folder is written as well, without which a power cut can bring the journal
        # back, and with it take a confirmed attempt away. This reads the file already.
        for setting in ("synchronous=EXTRA", "secure_delete=ON", "trusted_schema=OFF"):
            database.execute(f"PRAGMA {setting}")
    except BaseException:
        # Windows exchanges no file that is open.
        database.close()
        raise
    return database


def _known(database: sqlite3.Connection, path: Path) -> None:
    (application,) = database.execute("PRAGMA application_id").fetchone()
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION:
        raise DamagedError(path)
    if version > VERSION:
        raise TroubleError(NEWER, path)


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """Write all or nothing; what comes after it is on the disk."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise


def create(path: Path) -> None:
    """Make a new and empty log at *path*, in the place of whatever is there."""
    path.unlink(missing_ok=True)
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    # For nobody else: SQLite gives its journals the mode of the file.
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    with closing(_connection(path, "rw")) as database:
        database.execute(f"PRAGMA page_size={PAGE}")
        database.execute("PRAGMA journal_mode=DELETE")
        with transaction(database):
            for statement in SCHEMA.split(";\n"):
                database.execute(statement)
            database.execute(f"PRAGMA application_id={APPLICATION}")
            database.execute(f"PRAGMA user_version={VERSION}")


def insert(database: sqlite3.Connection, entries: Iterable[Entry]) -> list[Entry]:
    """Add those of *entries* that are not there yet; return them."""
    return [
        entry
        for entry in entries
        if database.execute(
            INSERT, (*entry.row, entry.course, entry.check, entry.statement)
        ).rowcount
    ]


def rows(database: sqlite3.Connection, course: str) -> list[Row]:
    """Return the rows of a *course*, the oldest first."""
    asked = f"SELECT {COLUMNS} FROM statements WHERE course = ? ORDER BY at, id"
    found = database.execute(asked, (course,)).fetchall()
    if not {tuple(map(type, each[:-1])) for each in found} <= {TYPES}:
        raise sqlite3.DatabaseError("a row is not what was written")
    return [Row(*each) for each in found]


def sync_folder(folder: Path) -> None:
    """Write to the disk which files are in *folder*, where the system lets us."""
    if os.name == "nt":
        return
    # Some network folders have no such thing, and some folders may not be read.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

"""Reads and writes the log."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

from selfcheck.log import database, place
from selfcheck.log.database import create, opened, transaction
from selfcheck.log.entry import Entry, Row, checked
from selfcheck.log.forgotten import Forgotten, load
from selfcheck.log.keeper import BROWSER, keeper
from selfcheck.log.lock import held
from selfcheck.log.rescue import recovered, rescue
from selfcheck.log.trouble import DamagedError, NotHereError, told

Answer = TypeVar("Answer")
# At most so many places in one query.
MANY = 500
# How often damage is mended for one thing to do.
TIMES = 3
ELSEWHERE = (
    "the browser that shows your notebooks keeps your answers, and no file gets them: `progress()` "
    "shows them, and there you can download or delete them"
)
# Files that this process has found sound.
_sound: set[tuple[Path, int]] = set()


class Kept(NamedTuple):
    """What became of some entries: those that were `new`, and the ids of what was `forgotten`.

    before: all that had been forgotten by then.
    """

    new: list[Entry]
    forgotten: list[str]
    before: Forgotten


class Log:
    """The log in a *folder*, which need not be there; the user's own when none is named.

    Each call opens the file and closes it, so that several processes can use it, and what it
    returns is on the disk. Raises `TroubleError`. A damaged file is set aside and what can be read
    of it recovered, and `rescued` says so from then on. Where the browser keeps the answers, the
    user has no log: to ask for it raises `NotHereError`, which says so.
    """

    def __init__(self, folder: Path | None = None) -> None:
        if folder is None and keeper() == BROWSER:
            raise NotHereError(ELSEWHERE)
        self.folder = folder or place.home()
        self.path = self.folder / place.NAME
        self.rescued = False

    def keep(self, entries: Sequence[Entry], *, again: bool = False) -> Kept:
        """Add what is not there yet and was not forgotten, all or nothing.

        again: add also what was forgotten, which the learner has brought in from elsewhere.
        """

        def add(log: sqlite3.Connection) -> Kept:
            with transaction(log):
                before = Forgotten() if again else load(log)
                here = set(_known(log, [each.row.id for each in entries]))
                others = [each for each in entries if each.row.id not in here]
                new = database.insert(log, (each for each in others if not before.covers(each)))
            return Kept(new, [each.row.id for each in others if before.covers(each)], before)

        return self.write(add)

    def statements(self, course: str, slots: Iterable[str] | None = None) -> list[str]:
        """Return statements of a *course*, as JSON, the oldest first; of all *slots* or these."""
        return self._read(lambda log: self._statements(log, course, slots), [])

    def known(self, ids: Sequence[str]) -> list[str]:
        """Return those of *ids* that are in the log."""
        return self._read(lambda log: _known(log, ids), [])

    def rows(self, course: str) -> list[Row]:
        """Return what views over a whole *course* read, the oldest first."""
        return self._read(lambda log: database.rows(log, course), [])

    def courses(self) -> dict[str, int]:
        """Return how many statements there are of each course."""
        asked = "SELECT course, count(*) FROM statements GROUP BY course ORDER BY course"
        return self._read(lambda log: dict(log.execute(asked).fetchall()), {})

    def forgotten(self, course: str) -> int | None:
        """Return the moment until which a *course* was forgotten."""
        return self._read(lambda log: load(log).until(course), None)

    def was_named(self, course: str) -> bool:
        """Return whether a *course* was forgotten by its name, and not only with all others."""
        return self._read(lambda log: course in load(log).moments, False)

    def readable(self, course: str, slots: Iterable[str]) -> list[str]:
        """Return what `statements` does; write nothing, even where the file is damaged."""
        wanted = set(slots)
        with told(self.path):
            if not self._is_there():
                return []
            try:
                with (
                    held(self.folder, alone=False, make=False),
                    opened(self.path, write=False) as log,
                ):
                    return self._statements(log, course, wanted)
            except DamagedError:
                # Alone: to read a file's bytes ends the locks that this process has on it.
                with held(self.folder, alone=True, make=False):
                    entries, _ = recovered(self.path)
        return [
            each.statement for each in entries if each.course == course and each.row.slot in wanted
        ]

    def _read(self, ask: Callable[[sqlite3.Connection], Answer], nothing: Answer) -> Answer:
        with told(self.path):
            if not self._is_there():
                return nothing
            return self._mended(ask, write=False)

    def make_folder(self) -> None:
        """Make the folder of the log, for this user alone, where it is not there."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def write(self, act: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """Make the log if it is not there, and let *act* write it."""
        with told(self.path):
            if not self._is_there():
                self.make_folder()
                with held(self.folder, alone=True, make=True):
                    self._create()
            return self._mended(act, write=True)

    def _is_there(self) -> bool:
        """Return whether there is a log; raise `OSError` where that cannot be told.

        Some versions of `Path.exists` take all that goes wrong for a no, and a log that only was
        out of reach would be replaced by an empty one.
        """
        try:
            self.path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return False
        return True

    def _create(self) -> None:
        if self._is_there():
            return
        new = self.folder / place.NEW
        try:
            create(new)
            # Of a log that is gone: SQLite would take it for that of the new one.
            (self.folder / place.JOURNAL).unlink(missing_ok=True)
            new.replace(self.path)
        except BaseException:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            raise
        # The folder itself may be new.
        for folder in (self.folder, self.folder.parent):
            database.sync_folder(folder)

    def _mended(self, act: Callable[[sqlite3.Connection], Answer], *, write: bool) -> Answer:
        for _ in range(TIMES):
            found = self.path.stat()
            try:
                return self._opened(act, write=write)
            except DamagedError:
                with held(self.folder, alone=True, make=True):
                    now = self.path.stat()
                    # Or another process has done it meanwhile.
                    if (now.st_ino, now.st_mtime_ns) == (found.st_ino, found.st_mtime_ns):
                        rescue(self.folder)
                        self.rescued = True
        return self._opened(act, write=write)

    def _opened(self, act: Callable[[sqlite3.Connection], Answer], *, write: bool) -> Answer:
        with (
            held(self.folder, alone=False, make=write),
            opened(self.path, write=write) as log,
        ):
            self._look_through(log)
            return act(log)

    def _look_through(self, log: sqlite3.Connection) -> None:
        """Find damage before it spreads; once, as it takes long."""
        file = (self.path, self.path.stat().st_ino)
        if file in _sound:
            return
        (said,) = log.execute("PRAGMA integrity_check(1)").fetchone()
        if said != "ok":
            raise DamagedError(self.path, said)
        _sound.add(file)

    def _statements(
        self, log: sqlite3.Connection, course: str, slots: Iterable[str] | None = None
    ) -> list[str]:
        asked = "SELECT at, id, checksum, statement FROM statements WHERE course = ?"
        parts = [()] if slots is None else _parts(sorted(set(slots)))
        found = [
            each
            for some in parts
            for each in log.execute(asked + (_among("slot", some) if some else ""), (course, *some))
        ]
        for at, _, checksum, statement in found:
            whole = isinstance(at, int) and isinstance(statement, str)
            if not whole or checked(statement) != checksum:
                raise DamagedError(self.path)
        return [statement for _, _, _, statement in sorted(found)]


def _known(log: sqlite3.Connection, ids: Sequence[str]) -> list[str]:
    return [
        name
        for some in _parts(ids)
        for (name,) in log.execute(f"SELECT id FROM statements WHERE 1{_among('id', some)}", some)
    ]


def _among(column: str, names: Sequence[str]) -> str:
    return f" AND {column} IN ({', '.join('?' * len(names))})"


def _parts(names: Sequence[str]) -> list[Sequence[str]]:
    return [names[at : at + MANY] for at in range(0, len(names), MANY)]

"""A lock between processes: for whoever puts another file in the place of the log.

SQLite's own locks keep writers of one file apart. They do not tell a writer that the file, which it
has open, is no longer the log.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from selfcheck.log import place
from selfcheck.log.trouble import LOCKED, TroubleError

SECONDS = 30.0
PAUSE = 0.01


@contextmanager
def held(folder: Path, *, alone: bool, make: bool) -> Iterator[None]:
    """Hold the lock of *folder*, together with others or *alone*.

    make: make the file of the lock where it is not there; without, whoever only reads where
    nothing was ever written goes on without a lock.
    """
    path = folder / place.LOCK
    try:
        descriptor: int | None = os.open(path, os.O_RDWR | (os.O_CREAT if make else 0), 0o600)
    except OSError:
        if make:
            raise
        descriptor = _to_read(path)
    if descriptor is None:
        yield
        return
    try:
        end = time.monotonic() + SECONDS
        while not _taken(descriptor, alone):
            if time.monotonic() > end:
                raise TroubleError(LOCKED, path)
            time.sleep(PAUSE)
        try:
            yield
        finally:
            _given_back(descriptor)
    finally:
        os.close(descriptor)


def _to_read(path: Path) -> int | None:
    try:
        return os.open(path, os.O_RDONLY)
    except OSError:
        return None


if sys.platform == "win32":
    import msvcrt

    def _taken(descriptor: int, _alone: bool) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _given_back(descriptor: int) -> None:
        with suppress(OSError):
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _taken(descriptor: int, alone: bool) -> bool:
        kind = fcntl.LOCK_EX if alone else fcntl.LOCK_SH
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _given_back(descriptor: int) -> None:
        # To close it is not enough where the process has made another meanwhile, which has it too.
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_UN)

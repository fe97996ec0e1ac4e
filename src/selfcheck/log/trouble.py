"""Why the log cannot be read or written, in codes for which the page has words."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FULL = "full"
READ_ONLY = "read-only"
NO_FOLDER = "no-folder"
LOCKED = "locked"
NEWER = "newer"
FAILED = "failed"
# Said once, of a file that has been set aside and recovered.
DAMAGED = "damaged"

SAID = {
    FULL: "there is no room left where your answers are kept",
    READ_ONLY: "your answers may not be written",
    NO_FOLDER: "the folder for your answers cannot be made",
    LOCKED: "another program holds the file of your answers",
    NEWER: "the file of your answers is of a newer version of selfcheck",
    FAILED: "the file of your answers cannot be read or written",
    DAMAGED: "the file of your answers is damaged",
}
_CODES = {
    errno.ENOSPC: FULL,
    errno.EFBIG: FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): FULL,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EROFS: READ_ONLY,
    errno.EEXIST: NO_FOLDER,
    errno.ENOTDIR: NO_FOLDER,
    errno.ELOOP: NO_FOLDER,
    errno.ENAMETOOLONG: NO_FOLDER,
    errno.ENOENT: NO_FOLDER,
}


class TroubleError(Exception):
    """The log could not be read or written; `code` says why."""

    def __init__(self, code: str, path: Path, detail: object = "") -> None:
        self.code = code
        super().__init__(f"{path}: {SAID[code]}" + (f" ({detail})" if detail else ""))


class DamagedError(TroubleError):
    """The file is not what was written."""

    def __init__(self, path: Path, detail: object = "") -> None:
        super().__init__(DAMAGED, path, detail)


class NotHereError(TroubleError):
    """The answers are in the browser, and this kernel does not have them."""

    def __init__(self, said: str) -> None:
        self.code = FAILED
        Exception.__init__(self, said)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Let only `TroubleError` out: what SQLite and the system say of *path*, by code."""
    import sqlite3

    try:
        yield
    except sqlite3.Error as error:
        raise _of_database(error, path) from error
    except OSError as error:
        raise TroubleError(_CODES.get(error.errno or 0, FAILED), path, error) from error


def is_damage(error: Exception) -> bool:
    """Return whether SQLite says that a file is not what was written."""
    import sqlite3

    code = getattr(error, "sqlite_errorcode", None)
    # None: the module's own, of a text that is none. The lower byte is the kind. SQLITE_ERROR: a
    # table of ours is not there.
    damage = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
    return code is None or code & 0xFF in damage


def _of_database(error: Exception, path: Path) -> TroubleError:
    import sqlite3

    if is_damage(error):
        return DamagedError(path, error)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    kinds = {
        sqlite3.SQLITE_FULL: FULL,
        sqlite3.SQLITE_READONLY: READ_ONLY,
        sqlite3.SQLITE_PERM: READ_ONLY,
        sqlite3.SQLITE_BUSY: LOCKED,
        sqlite3.SQLITE_LOCKED: LOCKED,
        # The journal cannot be made, for one.
        sqlite3.SQLITE_CANTOPEN: READ_ONLY,
    }
    if code == sqlite3.SQLITE_IOERR:
        # SQLite does not say what the system has said: of a quota that is used up, for one.
        return TroubleError(_probed(path.parent), path, error)
    return TroubleError(kinds.get(code, FAILED), path, error)


def _probed(folder: Path) -> str:
    """Return what the system says when something is written in *folder*."""
    import tempfile

    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(1 << 16))
            file.flush()
    except OSError as error:
        return _CODES.get(error.errno or 0, FAILED)
    return FAILED

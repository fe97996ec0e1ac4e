"""Tells when a file has changed; writes one so that it is never found half written."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

Stamp = tuple[tuple[Path, int, int], ...]


def absolute(path: Path) -> Path:
    """Return the absolute path of *path*, without `..`; a link in it stays one."""
    return Path(os.path.normpath(path.absolute()))


def stamp(*paths: Path) -> Stamp:
    """Return what changes when one of the files does; one that is not there is as of size -1.

    A clock may be too slow to tell two writes apart, so it has the size beside the time.
    """
    return tuple((path.absolute(), *_state(path)) for path in paths)


def _state(path: Path) -> tuple[int, int]:
    if not path.exists():
        return 0, -1
    found = path.stat()
    return found.st_mtime_ns, found.st_size


def replace(path: Path, data: bytes) -> None:
    """Make *data* the whole content of the file *path*, which keeps its mode.

    A link stays one: what it leads to is written. Raises `OSError`, and leaves the file as it
    is, when that cannot be done; `PermissionError` also when only the file is read-only.
    """
    target = path.resolve(strict=True)
    mode = stat.S_IMODE(target.stat().st_mode)
    # A folder that may be written would let a read-only file be replaced.
    if not mode & 0o222 or not os.access(target, os.W_OK):
        raise PermissionError("the file is read-only")
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    new = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.chmod(mode)
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise

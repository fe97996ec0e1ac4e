"""Files that are there whole or not at all, and replace nothing that nobody said to replace."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO


class TakenError(Exception):
    """A file that is there already; the text says what to do."""


@contextmanager
def written(paths: Sequence[Path], *, force: bool = False) -> Iterator[list[IO[bytes]]]:
    """Give an open file for each of *paths*; they get their names when all is written.

    force: whether they may replace what is there. Raises `TakenError` where they may not, and
    `OSError` when they cannot be written; nothing is left of them then.
    """
    if not force:
        _free(paths)
    with ExitStack() as stack:
        made = [stack.enter_context(_beside(path)) for path in paths]
        yield [file for file, _ in made]
        for file, _ in made:
            file.flush()
            os.fsync(file.fileno())
            file.close()
        if not force:
            # Somebody may have been quicker.
            _free(paths)
        for (_, new), path in zip(made, paths, strict=True):
            new.chmod(_mode(path))
            new.replace(path)


def _free(paths: Sequence[Path]) -> None:
    for path in paths:
        if path.is_dir():
            raise TakenError(f"{path} is a folder; name a file in it with --out")
        if os.path.lexists(path):
            raise TakenError(f"{path} is there already; name another with --out, or say --force")


@contextmanager
def _beside(path: Path) -> Iterator[tuple[IO[bytes], Path]]:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    try:
        with os.fdopen(descriptor, "w+b") as file:
            yield file, Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """Return the mode of *path*, or that of any new file; a temporary one is private."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

"""Where the course's content is: notebooks run in folders of their own."""

import os
from pathlib import Path

# The quiz engine's variable: its questions and these claims stand in one folder.
VARIABLE = "SELFCHECK_CONTENT"
_MARK = Path("evidence", "claims.yaml")


Stamp = tuple[tuple[Path, int, int], ...]
"""Of each file its absolute path, when it was changed, and its size."""


class ContentNotFoundError(LookupError):
    """There is no content folder here."""


def folder() -> Path:
    """Return the content folder: the one the environment names, or the nearest one above."""
    if named := os.environ.get(VARIABLE):
        if (Path(named) / _MARK).is_file():
            return Path(named)
        raise ContentNotFoundError(
            f"{VARIABLE} is {named}, which has no {_MARK}; "
            "let it name the content folder, or unset it"
        )
    here = Path.cwd()
    for parent in (here, *here.parents):
        if (parent / "content" / _MARK).is_file():
            return parent / "content"
    raise ContentNotFoundError(
        f"no content/{_MARK} in {here} or above it; work inside the course's folder, "
        f"or let the variable {VARIABLE} name its content folder"
    )


def stamp(*paths: Path) -> Stamp:
    """Return what changes when one of the files does; a cache by it never gives stale content."""
    return tuple((path.absolute(), *_state(path)) for path in paths)


def _state(path: Path) -> tuple[int, int]:
    """Return when a file was changed, and its size; -1 where there is none."""
    if not path.exists():
        return 0, -1
    status = path.stat()
    return status.st_mtime_ns, status.st_size

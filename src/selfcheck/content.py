"""Finds the course's `content` folder."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "SELFCHECK_CONTENT"


def folder() -> Path:
    """Return the content folder: `$SELFCHECK_CONTENT`, or the nearest one above.

    It is the first `content` folder with `questions` in it, seen from the working
    directory upwards. Raises `FileNotFoundError` when there is none.
    """
    named = os.environ.get(VARIABLE)
    if named:
        if not (Path(named) / "questions").is_dir():
            raise FileNotFoundError(f"{VARIABLE} names {named}, which has no folder `questions`")
        return Path(named)
    here = Path.cwd()
    for parent in (here, *here.parents):
        if (parent / "content" / "questions").is_dir():
            return parent / "content"
    raise FileNotFoundError(
        f"no folder content/questions in {here} or above it; "
        "go to the course's folder, or start Jupyter in it, "
        f"or name the content folder in {VARIABLE}"
    )

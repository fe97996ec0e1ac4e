"""What was made of files, kept for where making it takes long: JupyterLab in a browser.

There Python has no libyaml and is several times as slow, so a bank of 90 KB takes ten seconds and
more. A build for the browser therefore reads all content once and keeps what came out, as JSON in
the folder `compiled` of the content. Elsewhere nothing is read from there: content may come from
anybody, and what stands in that folder has been checked by nobody.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

FOLDER = "compiled"
IN_A_BROWSER = sys.platform == "emscripten"

T = TypeVar("T")

_keeps = False


@contextmanager
def keeping() -> Iterator[None]:
    """Keep all that is made meanwhile of the files of a content folder."""
    global _keeps
    _keeps = True
    try:
        yield
    finally:
        _keeps = False


def compiled(make: Callable[[], T], kind: Any, *files: Path) -> T:
    """Return what *make* makes of *files*; in a browser as it was kept, if they are the same.

    kind: the type of what is made, as msgspec reads it from JSON. The first of *files*, which lies
    in a folder of the content, gives what is kept its name. What is kept and cannot be read is made
    anew.
    """
    if not (_keeps or IN_A_BROWSER):
        return make()
    import msgspec

    kept = place(files[0])
    if _keeps:
        value = make()
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(msgspec.json.encode((digest(*files), value)))
        return value
    try:
        known, raw = msgspec.json.decode(kept.read_bytes(), type=tuple[str, msgspec.Raw])
        if known == digest(*files):
            found: T = msgspec.json.decode(raw, type=kind)
            return found
    except (OSError, msgspec.MsgspecError):
        pass
    return make()


def place(file: Path) -> Path:
    """Return where is kept what is made of a *file* in a folder of the content."""
    folder = file.absolute().parent
    return folder.parent / FOLDER / f"{folder.name}-{file.name}.json"


def digest(*files: Path) -> str:
    """Return what changes when one of *files* does; one that is not there has a digest too."""
    found = hashlib.sha256()
    for file in files:
        content = file.read_bytes() if file.is_file() else None
        found.update(f"{file.name} {'none' if content is None else len(content)}\n".encode())
        found.update(content or b"")
    return found.hexdigest()

"""Zip files that are the same bytes for the same content, written entry by entry."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Self

# The first time that a zip can say.
TIME = (1980, 1, 1, 0, 0, 0)
# Pictures hardly become smaller.
STORED = (".png", ".jpg", ".jpeg", ".gif", ".webp")


class Zip:
    """A zip file whose entries say nothing of when, where and by whom it was made.

    It is whole at the end of its `with`.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(file, "w")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        # After an error too: Python would do it later, when *file* is closed, and complain.
        self._zip.close()

    def add(self, name: str, content: str | bytes) -> None:
        """Add a file."""
        data = content.encode() if isinstance(content, str) else content
        self._zip.writestr(_entry(name), data)

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """Give a file to be written piece by piece; no other can be added meanwhile."""
        with self._zip.open(_entry(name), "w") as file:
            yield file


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, TIME)
    # As on Unix, wherever it is made: a file that its owner may write and all may read.
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    stored = name.lower().endswith(STORED)
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    return entry

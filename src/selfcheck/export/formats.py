"""The formats of `selfcheck export`: one table, one row each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from selfcheck.export.job import Job

Write = Callable[["Job", Sequence[IO[bytes]]], None]


class Format(NamedTuple):
    """A format: what it is, and what its file's name ends in.

    module: the one in this package whose `write` writes it. more: what the names of further files
    have before that ending.
    """

    title: str
    ending: str
    module: str
    more: tuple[str, ...] = ()

    @property
    def write(self) -> Write:
        """What writes it: it takes a job, and a file for each path."""
        # Imported when it is used: `selfcheck check` needs none of them.
        return cast("Write", import_module(f"selfcheck.export.{self.module}").write)

    def paths(self, path: Path) -> list[Path]:
        """Return *path*, and those of the further files."""
        return [path, *(path.with_name(f"{path.stem}{each}{path.suffix}") for each in self.more)]


FORMATS = {
    "moodle": Format("Moodle XML", ".xml", "moodle"),
    "gift": Format("GIFT", ".gift", "gift"),
    "qti12": Format("QTI 1.2, for Canvas", "-qti12.zip", "qti12"),
    "qti21": Format("QTI 2.1", "-qti21.zip", "qti21"),
    "qti30": Format("QTI 3.0", "-qti30.zip", "qti30"),
    "anki": Format("Anki", ".apkg", "anki"),
    "print": Format("a paper to print, and its key", ".html", "paper", ("-key",)),
    "csv": Format("CSV", ".csv", "table"),
}

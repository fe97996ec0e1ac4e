"""One run of `selfcheck export`: what is exported, how, and what is to be told of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from selfcheck import bank, course, engine
from selfcheck.export.material import Material
from selfcheck.export.notes import Notes

if TYPE_CHECKING:
    from selfcheck.engine import Plugins
    from selfcheck.export.material import Sheet


@dataclass
class Job:
    """The banks *names* of the content *folder*, which are read one after another.

    versions: what the versions of a printed paper are called. seed: tells apart the orders in
    which several printings of the same versions show everything. `notes` are what did not go
    along, and `count` is how many questions were written.
    """

    names: Sequence[str]
    folder: Path
    versions: Sequence[str] = ("A",)
    seed: int = 1
    notes: Notes = field(default_factory=Notes)
    count: int = 0

    def materials(self) -> Iterator[Material]:
        """Yield the banks; raise what `bank.load` raises for one with mistakes."""
        plugins: Plugins = engine.load(self.folder)
        about = course.load(self.folder)
        references = bank.references(self.folder)
        for name in self.names:
            loaded = bank.load(name, self.folder, plugins)
            yield Material(loaded, references, self.folder, about.id)

    def wrote(self, sheet: Sheet, *, apart: bool = True) -> None:
        """Count a question that was written.

        apart: it stands there alone, though here it is a part of a case, or one of the variants of
        a question.
        """
        self.count += 1
        if apart and sheet.variants:
            whole = sheet.path.rpartition("/")[0]
            self.notes.add(whole, "each of its variants is a question there")
        if apart and sheet.case:
            case = f"{sheet.bank.id}/{sheet.case.id}"
            self.notes.add(case, "its parts are questions there, each with the vignette")

"""Where questions go: what the readers of all formats need to know of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from selfcheck.imports.items import Item, NotHeldError
from selfcheck.imports.pictures import Fetch, Finder, Shelf
from selfcheck.imports.words import Words


@dataclass
class Target:
    """A bank to come: its pictures and figures, and the language of what is added to it.

    language: as the author names it; empty where the files may say it. sources, claims: those that
    the course knows; None where it knows of none, so that nothing is held against them.
    """

    shelf: Shelf
    language: str = ""
    sources: frozenset[str] | None = None
    claims: frozenset[str] | None = None
    figures: dict[str, bytes] = field(default_factory=dict)

    def words(self, item: Item, fetch: Fetch) -> Words:
        """Return what turns the texts of *item* into those of a bank."""
        return Words(Finder(self.shelf, item.lost, fetch), item.lost)


@contextmanager
def trying(item: Item) -> Iterator[None]:
    """Read one question; whatever it holds, the others are read as well, and it is named."""
    try:
        yield
    except NotHeldError as error:
        item.refuse(str(error))
    # The last net: a file from elsewhere may hold what nobody has thought of.
    except Exception as error:
        why = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        item.refuse(f"selfcheck itself fails here ({why}); tell its authors")

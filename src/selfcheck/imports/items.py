"""What a file from elsewhere comes to: questions that a bank holds, and those that it cannot."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from selfcheck.imports.labels import Labels


class NotHeldError(Exception):
    """A question that no bank can hold; the text says why, as the end of "it is not brought: …"."""


@dataclass
class Item:
    """One question of a file.

    name: as its author knows it. path, line: where it stands; a line of 0 is not known. key: what
    its id comes from. topics: its categories, the outermost first. data: its fields in a bank, but
    for `id` and `objective`; None where it is not held, and `reason` says why. lost: what of it is
    not brought along. labels: what `selfcheck export` has written beside it.
    """

    name: str
    path: Path
    line: int = 0
    key: str = ""
    topics: tuple[str, ...] = ()
    data: dict[str, Any] | None = None
    reason: str = ""
    lost: list[str] = field(default_factory=list)
    labels: Labels = field(default_factory=Labels)
    # Of the case that it is a part of, when it comes home.
    vignette: str = ""

    @property
    def held(self) -> bool:
        """Whether a bank holds it."""
        return self.data is not None

    def refuse(self, reason: str) -> None:
        """Say why no bank can hold it."""
        self.data, self.reason = None, reason


@dataclass
class Read:
    """All that was read of one file: its items, and what it says of itself."""

    items: list[Item] = field(default_factory=list)
    title: str = ""
    language: str = ""
    # By id, the objectives that it names, as HTML.
    objectives: dict[str, str] = field(default_factory=dict)
    # What the file holds and is no question: told once, and not of each.
    notes: list[str] = field(default_factory=list)

"""Reads a YAML file so that every value knows its line and column."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from selfcheck.finding import BankError, Finding, Place
from selfcheck.places import Mapping, Sequence

if TYPE_CHECKING:
    from contentfiles import Node

Where = tuple[str | int, ...]


class Source:
    """A parsed YAML file: its plain `data`, and the place of each value in it.

    `problems` are names in it that cannot be names: twice the same, or no text.
    """

    def __init__(self, path: Path) -> None:
        """Parse *path*; raise `BankError` with the place when it cannot be read, or is not YAML."""
        # Imported where they are used: `import selfcheck` stays quick.
        import contentfiles
        from selfcheck import quick
        from selfcheck.values import values

        self.path = path
        self.problems: list[Finding] = []
        try:
            text = contentfiles.text(path)
            self.data: Any = quick.read(text)
            if self.data is None and (root := contentfiles.compose(text)):
                self.data = values(root, self._say)
        except contentfiles.UnreadableError as error:
            line, column, message = error.problem
            raise BankError([Finding(path, Place(line, column), message)]) from None

    def place(self, *path: str | int) -> Place:
        """Return where the value at *path* stands, or its nearest ancestor that exists."""
        node, place = self.data, Place(1, 1)
        for key in path:
            located = _locate(node, key)
            if located is None:
                break
            place, node = located, _inside(node, key)
        return place

    def lost(self, *path: str | int) -> str:
        """Return what a comment may have taken of the text at *path*; nothing for none."""
        node = self.data
        for key in path[:-1]:
            node = _inside(node, key)
        return node.lost.get(path[-1], "") if isinstance(node, Mapping | Sequence) else ""

    def typed(self, *path: str | int) -> str:
        """Return how the number at *path* is written; nothing where as Python writes it."""
        node = self.data
        for key in path[:-1]:
            node = _inside(node, key)
        return node.typed.get(path[-1], "") if isinstance(node, Mapping) else ""

    def finding(self, message: str, *path: str | int) -> Finding:
        """Return a finding about the value at *path*."""
        return Finding(self.path, self.place(*path), message)

    def _say(self, node: Node, message: str) -> None:
        self.problems.append(Finding(self.path, Place(node.line, node.column), message))


class Here(NamedTuple):
    """A value in a file: where findings about it, and about what is in it, stand."""

    source: Source
    where: Where = ()

    def at(self, *path: str | int) -> Here:
        """Return the value at *path* in this one."""
        return Here(self.source, (*self.where, *path))

    def place(self, *path: str | int) -> Place:
        """Return where the value at *path* in this one stands."""
        return self.source.place(*self.where, *path)

    def finding(self, message: str, *path: str | int) -> Finding:
        """Return a finding about the value at *path* in this one."""
        return self.source.finding(message, *self.where, *path)


def _locate(node: Any, key: str | int) -> Place | None:
    found = node.places.get(key) if isinstance(node, Mapping | Sequence) else None
    return Place(*found) if found else None


def _inside(node: Any, key: str | int) -> Any:
    """Return what stands at *key* in *node*; None where nothing does, or not any more."""
    try:
        return node[key]
    except (LookupError, TypeError):
        return None

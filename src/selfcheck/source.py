"""Reads a YAML file so that every value knows its line and column."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from selfcheck.finding import BankError, Finding, Place

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
            self._node: Any = quick.read(text)
            if self._node is None and (root := contentfiles.compose(text)):
                self._node = values(root, self._say)
        except contentfiles.UnreadableError as error:
            line, column, message = error.problem
            raise BankError([Finding(path, Place(line, column), message)]) from None
        self.data: Any = plain(self._node)

    def place(self, *path: str | int) -> Place:
        """Return where the value at *path* stands, or its nearest ancestor that exists."""
        node, place = self._node, Place(1, 1)
        for key in path:
            located = _locate(node, key)
            if located is None:
                break
            place, node = located, node[key]
        return place

    def cut(self, *path: str | int) -> bool:
        """Return whether a comment may have cut the text at *path* short."""
        node = self._node
        try:
            for key in path[:-1]:
                node = node[key]
            return bool(node.lc.cut(path[-1]))
        except (AttributeError, KeyError, IndexError, TypeError):
            return False

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


def nodes(text: str) -> Any:
    """Return the data of the YAML *text*, as ruamel's nodes that know their places.

    Raises ruamel's `YAMLError` when it is not YAML.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.parser import Parser
    from ruamel.yaml.scanner import Scanner

    yaml = YAML()
    # These leave comments out: where two stand before one text, ruamel can not keep them.
    yaml.Scanner, yaml.Parser = Scanner, Parser
    return yaml.load(text)


def plain(node: Any) -> Any:
    """Return *node* without ruamel's own types, which msgspec does not take."""
    if isinstance(node, dict):
        return {plain(key): plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [plain(value) for value in node]
    for kind in (bool, int, float, str):
        if isinstance(node, kind):
            return kind(node)
    return node


def _locate(node: Any, key: str | int) -> Place | None:
    try:
        line, column = node.lc.key(key) if isinstance(key, str) else node.lc.item(key)
    except (AttributeError, KeyError, IndexError, TypeError):
        return None
    return Place(line + 1, column + 1)

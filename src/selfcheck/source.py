"""Reads a YAML file so that every value knows its line and column."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from selfcheck import quick
from selfcheck.finding import BankError, Finding, Place

Where = tuple[str | int, ...]


class Source:
    """A parsed YAML file: its plain `data`, and the place of each value in it."""

    def __init__(self, path: Path) -> None:
        """Parse *path*; raise `BankError` with the place when it is not YAML."""
        # ruamel is imported where it is used: `import selfcheck` stays quick.
        from ruamel.yaml.error import MarkedYAMLError
        from ruamel.yaml.reader import ReaderError

        self.path = path
        try:
            text = path.read_text(encoding="utf-8")
            self._node: Any = quick.read(text) or nodes(text)
        except MarkedYAMLError as error:
            raise BankError([Finding(path, _mark(error), _explain(error))]) from None
        except ReaderError as error:
            message = f"YAML takes no character U+{error.character:04X}; take it out"
            raise BankError([Finding(path, _before(path, error.position), message)]) from None
        except UnicodeDecodeError as error:
            before = error.object[: error.start]
            place = Place(before.count(b"\n") + 1, error.start - before.rfind(b"\n"))
            raise BankError(
                [Finding(path, place, "this is not UTF-8; save the file as UTF-8")]
            ) from None
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

    def finding(self, message: str, *path: str | int) -> Finding:
        """Return a finding about the value at *path*."""
        return Finding(self.path, self.place(*path), message)


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


def _mark(error: Any) -> Place:
    mark = error.problem_mark or error.context_mark
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def _before(path: Path, position: int) -> Place:
    """Return the place of the character at *position* in the file."""
    before = path.read_text(encoding="utf-8")[:position]
    return Place(before.count("\n") + 1, position - before.rfind("\n"))


def _explain(error: Any) -> str:
    problem = str(error.problem or error.context or "cannot be read")
    if "'\\t'" in problem or "tab" in problem.lower():
        return "a tab cannot indent YAML; use spaces"
    if "duplicate key" in problem:
        key = problem.split('"')[1] if '"' in problem else "a key"
        return f"`{key}` stands twice here; keep one"
    return f"not YAML: {problem}; check quotes, colons and indentation"

"""Reads a YAML file so that whatever is wrong in it is said with its line and column."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeVar

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_STRING = "tag:yaml.org,2002:str"

N = TypeVar("N", bound=Node)


class Reader:
    """One file while it is read; what reads a kind of file builds on this.

    `known` are the keys of the bibliography; None leaves references unchecked.
    """

    def __init__(self, path: Path, known: Collection[str] | None) -> None:
        self.path = path
        self.known = known
        self._found: list[tuple[int, int, str]] = []

    @property
    def problems(self) -> list[str]:
        """All that is wrong so far, in the file's order: one line a problem."""
        return [
            f"{self.path}:{line}:{column}: {what}" for line, column, what in sorted(self._found)
        ]

    @property
    def count(self) -> int:
        """How many problems there are so far."""
        return len(self._found)

    def root(self, kind: type[N], otherwise: str) -> N | None:
        """Return the whole file, if it is YAML and of this kind; else the problem is noted."""
        try:
            root = YAML(typ="safe", pure=True).compose(self.path.read_text(encoding="utf-8"))
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self._found.append((mark.line + 1, mark.column + 1, f"not YAML: {error.problem}"))
        except YAMLError as error:
            self._found.append((1, 1, f"not YAML: {error}"))
        else:
            if isinstance(root, kind):
                return root
            self._found.append((1, 1, otherwise))
        return None

    def report(self, node: Node, problem: str) -> None:
        """Note a problem at the place of a node."""
        self._found.append((line(node), node.start_mark.column + 1, problem))

    def values(self, node: MappingNode, keys: Collection[str], what: str) -> dict[str, Node]:
        """Return what stands under each of the keys that a mapping may have; *what* is its name."""
        values: dict[str, Node] = {}
        for key, value in node.value:
            name = str(key.value)
            if name not in keys:
                self.report(key, f"unknown key '{name}'" + instead(name, keys))
            elif name in values:
                self.report(key, f"'{name}' stands twice in one {what}; keep one")
            else:
                values[name] = value
        return values

    def text(self, node: Node, key: str) -> str:
        """Return the text that a key holds."""
        if not isinstance(node, ScalarNode) or node.tag != _STRING:
            self.report(node, f"{key} must be text; put it in quotes")
        elif not node.value.strip():
            self.report(node, f"{key} is empty; write it")
        return str(node.value).strip()

    def word(self, node: Node, key: str, words: Collection[str]) -> str:
        """Return the text that a key holds, which must be one of a few."""
        before = self.count
        word = self.text(node, key)
        if self.count == before and word not in words:
            self.report(node, f"unknown {key} '{word}'" + instead(word, words))
        return word

    def references(self, node: Node) -> tuple[str, ...]:
        """Return the keys of the bibliography that a list names."""
        if not isinstance(node, SequenceNode):
            self.report(node, "references must be a list, as [smith2020, jones2021]")
            return ()
        keys: list[str] = []
        for item in node.value:
            key = str(item.value)
            if key in keys:
                self.report(item, f"the reference '{key}' stands twice; keep one")
            elif self.known is not None and key not in self.known:
                wrong = f"the reference '{key}' is not in references.bib"
                self.report(item, wrong + instead(key, self.known, "add it there"))
            keys.append(key)
        return tuple(keys)


def line(node: Node) -> int:
    """Return the line of a node, counted from 1."""
    return int(node.start_mark.line) + 1


def instead(word: str, known: Collection[str], otherwise: str = "") -> str:
    """Return what an author may have meant, as the end of a message."""
    similar = get_close_matches(word, sorted(known), n=3)
    if similar:
        return f"; did you mean {' or '.join(similar)}?"
    return f"; {otherwise or 'use one of ' + ', '.join(known)}"

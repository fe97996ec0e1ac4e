"""Reads a YAML file so that whatever is wrong in it is said with its line and column."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

import citations

if TYPE_CHECKING:
    from pathlib import Path

_STRING = "tag:yaml.org,2002:str"
_TRUE_OR_FALSE = "tag:yaml.org,2002:bool"
_NUMBER = re.compile(r"[-+]?\d+(?P<part>\.\d+)?(?P<power>[eE][-+]?\d+)?")

N = TypeVar("N", bound=Node)

Read = Callable[[Node, str], Any]
"""Reads what stands under a key, and reports what is wrong with it; it is given the key too."""


class YamlReader:
    """One file while it is read; what reads a kind of file builds on this.

    With a `bibliography`, references are held against it, and what is wrong with it is a problem
    too; without one, they are not checked.
    """

    def __init__(self, path: Path, bibliography: Path | None = None) -> None:
        self.path = path
        self._known: Collection[str] | None = None
        self._beside: list[str] = []
        self._found: list[tuple[int, int, str]] = []
        if bibliography:
            try:
                self._known = citations.load(bibliography)
            except citations.CitationError as error:
                self._beside = error.problems

    @property
    def problems(self) -> list[str]:
        """All that is wrong so far: the bibliography's problems, and then the file's in order."""
        own = [f"{self.path}:{line}:{column}: {what}" for line, column, what in sorted(self._found)]
        return self._beside + own

    @property
    def count(self) -> int:
        """How many problems of the file there are so far."""
        return len(self._found)

    def root(self, kind: type[N], otherwise: str) -> N | None:
        """Return the whole file, if it is YAML and of this kind; else note the problem."""
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
        """Note a problem at the line and column of a node."""
        self._found.append((line(node), node.start_mark.column + 1, problem))

    def entry(
        self,
        node: Node,
        what: str,
        required: Mapping[str, Read],
        optional: Mapping[str, Read] | None = None,
        name: str = "",
    ) -> dict[str, Any] | None:
        """Return what stands under the keys of a mapping; None when anything is wrong with it.

        what: its name in messages, as "claim". required, optional: its keys, each with what reads
        it, called in this order. name: what a message calls it; without one, what its first key
        holds.
        """
        first, *_ = required
        if not isinstance(node, MappingNode):
            self.report(node, f"a {what} must have keys; begin it with '- {first}:'")
            return None
        before = self.count
        keys = {**required, **(optional or {})}
        values = self.values(node, keys, what)
        if not name:
            named = values.get(first)
            name = str(named.value) if isinstance(named, ScalarNode) else f"this {what}"
        for key in required:
            if key not in values:
                self.report(node, f"{name} has no {key}; add it")
        found = {key: read(values[key], key) for key, read in keys.items() if key in values}
        return found if self.count == before else None

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

    def flag(self, node: Node, key: str) -> bool:
        """Return whether a key says true."""
        if node.tag != _TRUE_OR_FALSE:
            self.report(node, f"{key} must be true, or be left out")
        return str(node.value).lower() == "true"

    def number(self, node: Node, key: str) -> float:
        """Return the number that a key holds; a whole one is an int."""
        plain = isinstance(node, ScalarNode) and node.tag != _STRING
        written = _NUMBER.fullmatch(node.value) if plain else None
        if not written:
            self.report(node, f"{key} must be a number, as 12 or 3.5")
            return 0
        return float(node.value) if written["part"] or written["power"] else int(node.value)

    def whole_number(self, node: Node, key: str) -> int:
        """Return the whole number that a key holds."""
        before = self.count
        number = self.number(node, key)
        if self.count == before and not isinstance(number, int):
            self.report(node, f"{key} must be a whole number, as 12")
        return int(number)

    def sources(self, node: Node, key: str) -> tuple[str, ...]:
        """Return the keys of the bibliography that a list names, which must be one at least."""
        if isinstance(node, SequenceNode) and not node.value:
            self.report(node, f"{key} is empty; name at least one source")
        return self.references(node, key)

    def references(self, node: Node, key: str) -> tuple[str, ...]:
        """Return the keys of the bibliography that a list names."""
        if not isinstance(node, SequenceNode):
            self.report(node, f"{key} must be a list, as [smith2020, jones2021]")
            return ()
        found: list[str] = []
        for item in node.value:
            name = str(item.value)
            if name in found:
                self.report(item, f"the reference '{name}' stands twice; keep one")
            elif self._known is not None and name not in self._known:
                wrong = f"the reference '{name}' is not in references.bib"
                self.report(item, wrong + instead(name, self._known, "add it there"))
            found.append(name)
        return tuple(found)


def child(node: Node, key: str) -> Node:
    """Return what stands under a key that the mapping *node* has."""
    found: Node = next(value for name, value in node.value if name.value == key)
    return found


def line(node: Node) -> int:
    """Return the line of a node, counted from 1."""
    return int(node.start_mark.line) + 1


def instead(word: str, known: Collection[str], otherwise: str = "") -> str:
    """Return what an author may have meant, as the end of a message."""
    similar = get_close_matches(word, sorted(known), n=3)
    if similar:
        return f"; did you mean {' or '.join(similar)}?"
    return f"; {otherwise or 'use one of ' + ', '.join(known)}"

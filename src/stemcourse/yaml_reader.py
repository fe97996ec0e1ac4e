"""Reads a YAML file so that whatever is wrong in it is said with its line and column."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

import citations
import contentfiles
from contentfiles import MappingNode, Node, ScalarNode, SequenceNode, unfit

if TYPE_CHECKING:
    from pathlib import Path

_NUMBER = re.compile(r"[-+]?[0-9]{1,300}(?P<part>\.[0-9]{1,300})?(?P<power>[eE][-+]?[0-9]{1,3})?")
# What is meant for a name is compared with the known ones; more characters would take long.
_LONGEST_NAME = 60
# No text of these files is near it; in characters.
_LONGEST_TEXT = 20_000

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
                self._bibliography = bibliography
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
            root = contentfiles.compose(contentfiles.text(self.path))
        except contentfiles.UnreadableError as error:
            self._found.append((*error.problem,))
        else:
            if isinstance(root, kind) and root.kind in ("map", "seq"):
                return root
            self._found.append((1, 1, otherwise))
        return None

    def report(self, node: Node, problem: str) -> None:
        """Note a problem at the line and column of a node."""
        self._found.append((node.line, node.column, problem))

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
        if node.kind != "map":
            self.report(node, f"a {what} has no tag; take `{node.kind}` out")
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
            if not isinstance(key, ScalarNode) or key.kind != "str":
                self.report(key, f"a key must be text; use {', '.join(keys)}")
                continue
            name = key.value
            if name not in keys:
                self.report(key, f"unknown key '{name}'" + instead(name, keys))
            elif name in values:
                self.report(key, f"'{name}' stands twice in one {what}; keep one")
            else:
                values[name] = value
        return values

    def text(self, node: Node, key: str) -> str:
        """Return the text that a key holds, for people to read."""
        if isinstance(node, ScalarNode) and node.lost:
            self.report(node, node.lost)
        return self.name(node, key)

    def name(self, node: Node, key: str) -> str:
        """Return the text that a key holds, be it a name that a comment may follow."""
        if not isinstance(node, ScalarNode) or node.kind != "str":
            self.report(node, f"{key} must be text; put it in quotes")
            return ""
        if not node.value.strip():
            self.report(node, f"{key} is empty; write it")
        elif said := unfit(node.value):
            self.report(node, f"{key} {said}")
            return ""
        elif len(node.value) > _LONGEST_TEXT:
            most = f"{_LONGEST_TEXT:,} is the most"
            self.report(node, f"{key} has {len(node.value):,} characters; {most}")
            return ""
        return node.value.strip()

    def word(self, node: Node, key: str, words: Collection[str]) -> str:
        """Return the text that a key holds, which must be one of a few."""
        before = self.count
        word = self.name(node, key)
        if self.count == before and word not in words:
            self.report(node, f"unknown {key} '{word}'" + instead(word, words))
        return word

    def flag(self, node: Node, key: str) -> bool:
        """Return whether a key says true."""
        said = node.value.lower() if isinstance(node, ScalarNode) and node.kind == "bool" else ""
        if said not in ("true", "false"):
            self.report(node, f"{key} must be true, or be left out")
        return said == "true"

    def number(self, node: Node, key: str) -> float:
        """Return the number that a key holds; a whole one is an int."""
        plain = node.value if isinstance(node, ScalarNode) and node.kind != "str" else ""
        written = _NUMBER.fullmatch(plain)
        if not written:
            self.report(node, f"{key} must be a number, as 12 or 3.5")
            return 0
        number = float(written[0])
        if not math.isfinite(number):
            self.report(node, f"{key} is too large for a number; write a smaller one")
            return 0
        return number if written["part"] or written["power"] else int(written[0])

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
        # In the order of the file, and quick to look up.
        found: dict[str, None] = {}
        for item in node.value:
            before = self.count
            name = self.name(item, f"an entry of {key}")
            if self.count > before:
                continue
            if name in found:
                self.report(item, f"the reference '{name}' stands twice; keep one")
            elif self._known is not None and not self._known:
                # It is told once, and not of each reference.
                self._known = None
                empty = "no source stands in this file, and some are named; add them"
                self._beside.append(f"{self._bibliography}:1:1: {empty}")
            elif self._known is not None and name not in self._known:
                wrong = f"the reference '{name}' is not in references.bib"
                self.report(item, wrong + instead(name, self._known, "add it there"))
            found[name] = None
        return tuple(found)


def child(node: Node, key: str) -> Node:
    """Return what stands under a key that the mapping *node* has."""
    assert isinstance(node, MappingNode)
    return next(
        value for name, value in node.value if isinstance(name, ScalarNode) and name.value == key
    )


def line(node: Node) -> int:
    """Return the line of a node, counted from 1."""
    return node.line


def instead(word: str, known: Collection[str], otherwise: str = "") -> str:
    """Return what an author may have meant, as the end of a message."""
    similar = get_close_matches(word[:_LONGEST_NAME], sorted(known), n=3)
    if similar:
        return f"; did you mean {' or '.join(similar)}?"
    return f"; {otherwise or 'use one of ' + ', '.join(known)}"

"""The course's terms, as content/glossary.yaml holds them; errors come with line and column."""

from __future__ import annotations

import re
from collections.abc import Callable
from os import PathLike
from pathlib import Path

from msgspec import Struct

from citations import ProblemsError
from contentfiles import Node, ScalarNode, SequenceNode
from stemcourse.texts import problems
from stemcourse.yaml_reader import YamlReader, instead, line

MOST_CHARACTERS = 300

_PRIORITIES = {"1": 1, "2": 2, "3": 3}


class Term(Struct, frozen=True, kw_only=True):
    """One term with its one meaning."""

    term: str
    means: str
    short: str = ""
    say: str = ""
    """How it is said, in plain letters."""
    forms: tuple[str, ...] = ()
    """Other words that stand for it in a text."""
    see: tuple[str, ...] = ()
    """Related terms."""
    priority: int = 2
    """1, 2 or 3; a notebook links those with 1 first."""
    not_in: tuple[str, ...] = ()
    """Notebooks in which the word means something else."""

    @property
    def anchor(self) -> str:
        """What follows the # in a link to it; MyST and GitHub make the same of its heading."""
        return re.sub(r"[^\w\- ]", "", self.term.lower()).replace(" ", "-")

    @property
    def spellings(self) -> tuple[str, ...]:
        """All words by which a text may call it."""
        return tuple(each for each in (self.term, self.short, *self.forms) if each)


class GlossaryError(ProblemsError):
    """The glossary cannot be used; each problem has file, line, column and mend."""


def load(path: str | PathLike[str]) -> tuple[Term, ...]:
    """Return the terms of a file in file order.

    Raises `GlossaryError` with every problem of the file, each with its place.
    """
    reader = _Reader(Path(path))
    root = reader.root(SequenceNode, "this must be a list of terms, each begun with '- term:'")
    for node in root.value if root else ():
        reader.term(node)
    reader.check_related()
    if reader.problems:
        raise GlossaryError(reader.problems)
    return tuple(reader.terms)


class _Reader(YamlReader):
    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.terms: list[Term] = []
        self._names: list[str] = []
        self._first_lines: dict[str, int] = {}
        self._related: list[tuple[Node, str]] = []

    def term(self, node: Node) -> None:
        """Read one term."""
        optional = {
            "short": self._spelling,
            "say": self._markdown,
            "forms": self._spellings,
            "see": self._see,
            "priority": self._priority,
            "not_in": self._texts,
        }
        required = {"term": self._term, "means": self._means}
        # The first key is read first, so `see` knows whose it is; without one it is nobody's.
        self._names.append("")
        found = self.entry(node, "term", required, optional)
        if found:
            self.terms.append(Term(**found))

    def check_related(self) -> None:
        """Note each related term that is none; to be called when all terms were read."""
        for node, name in self._related:
            if name not in self._names:
                wrong = f"'{name}' is not a term of this glossary"
                self.report(node, wrong + instead(name, self._names, "add it here"))

    def _term(self, node: Node, key: str) -> str:
        self._names[-1] = self._spelling(node, key)
        return self._names[-1]

    def _spelling(self, node: Node, key: str) -> str:
        """Read a word for a term; one that two terms share would have two meanings."""
        spelling = self._markdown(node, key)
        if first := self._first_lines.get(spelling):
            self.report(node, f"'{spelling}' stands on line {first} already; keep one")
        elif spelling:
            self._first_lines[spelling] = line(node)
        return spelling

    def _spellings(self, node: Node, key: str) -> tuple[str, ...]:
        return self._list(node, key, self._spelling)

    def _texts(self, node: Node, key: str) -> tuple[str, ...]:
        return self._list(node, key, self.text)

    def _see(self, node: Node, key: str) -> tuple[str, ...]:
        return self._list(node, key, self._one_related)

    def _one_related(self, node: Node, key: str) -> str:
        name = self.text(node, key)
        if name == self._names[-1]:
            self.report(node, f"'{name}' need not name itself; take it out")
        else:
            self._related.append((node, name))
        return name

    def _list(self, node: Node, key: str, read: Callable[[Node, str], str]) -> tuple[str, ...]:
        if not isinstance(node, SequenceNode):
            self.report(node, f"{key} must be a list, as [one, two]")
            return ()
        return tuple(read(item, key) for item in node.value)

    def _means(self, node: Node, key: str) -> str:
        means = self._markdown(node, key)
        if len(means) > MOST_CHARACTERS:
            self.report(node, f"{key} has {len(means)} characters; {MOST_CHARACTERS} is the most")
        return means

    def _markdown(self, node: Node, key: str) -> str:
        """Read what the page shows as Markdown."""
        before = self.count
        text = self.text(node, key)
        if self.count == before:
            for problem in problems(text):
                self.report(node, f"{key}: {problem}")
        return text

    def _priority(self, node: Node, key: str) -> int:
        said = node.value if isinstance(node, ScalarNode) else ""
        if said not in _PRIORITIES:
            self.report(node, f"{key} must be 1, 2 or 3")
        return _PRIORITIES.get(said, 2)

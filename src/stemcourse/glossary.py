"""The course's terms, as content/glossary.yaml holds them; errors come with line and column."""

from __future__ import annotations

import re
from os import PathLike
from pathlib import Path

from msgspec import Struct
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from stemcourse import located

MOST_CHARACTERS = 300

_KEYS = ("term", "short", "say", "means", "forms", "see", "priority", "not_in")
_REQUIRED = ("term", "means")
_TEXTS = ("term", "short", "say", "means")
_LISTS = ("forms", "see", "not_in")
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


class GlossaryError(Exception):
    """Everything that is wrong with the glossary: one line a problem, with file, line, column."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def load(path: str | PathLike[str]) -> tuple[Term, ...]:
    """Return the terms of a file in file order.

    Raises `GlossaryError` with every problem of the file, each with its place.
    """
    reader = _Reader(Path(path), None)
    root = reader.root(SequenceNode, "this must be a list of terms, each begun with '- term:'")
    for node in root.value if root else ():
        reader.term(node)
    reader.check_related()
    if reader.problems:
        raise GlossaryError(reader.problems)
    return tuple(reader.terms)


class _Reader(located.Reader):
    def __init__(self, path: Path, known: None) -> None:
        super().__init__(path, known)
        self.terms: list[Term] = []
        self._names: list[str] = []
        self._first_lines: dict[str, int] = {}
        self._related: list[tuple[Node, str]] = []

    def term(self, node: Node) -> None:
        """Read one term."""
        if not isinstance(node, MappingNode):
            self.report(node, "a term must have keys; begin it with '- term:'")
            return
        before = self.count
        values = self.values(node, _KEYS, "term")
        name = values["term"].value if isinstance(values.get("term"), ScalarNode) else "this term"
        for key in _REQUIRED:
            if key not in values:
                self.report(node, f"{name} has no {key}; add it")
        texts = {key: self.text(values[key], key) for key in _TEXTS if key in values}
        lists = {key: self._list(values[key], key) for key in _LISTS if key in values}
        priority = self._priority(values["priority"]) if "priority" in values else 2
        self._names.append(str(name))
        self._check_spellings(values)
        self._check_length(values.get("means"), texts.get("means", ""))
        self._note_related(values.get("see"), str(name))
        if self.count == before:
            self.terms.append(
                Term(
                    term=texts["term"],
                    means=texts["means"],
                    short=texts.get("short", ""),
                    say=texts.get("say", ""),
                    forms=lists.get("forms", ()),
                    see=lists.get("see", ()),
                    priority=priority,
                    not_in=lists.get("not_in", ()),
                )
            )

    def check_related(self) -> None:
        """Note each related term that is none; to be called when all terms were read."""
        for node, name in self._related:
            if name not in self._names:
                wrong = f"'{name}' is not a term of this glossary"
                self.report(node, wrong + located.instead(name, self._names, "add it here"))

    def _list(self, node: Node, key: str) -> tuple[str, ...]:
        if not isinstance(node, SequenceNode):
            self.report(node, f"{key} must be a list, as [one, two]")
            return ()
        return tuple(self.text(item, key) for item in node.value)

    def _priority(self, node: Node) -> int:
        if node.value not in _PRIORITIES:
            self.report(node, "priority must be 1, 2 or 3")
        return _PRIORITIES.get(str(node.value), 2)

    def _check_spellings(self, values: dict[str, Node]) -> None:
        """Report each word that two terms share: it would have two meanings."""
        forms = values.get("forms")
        nodes = [values.get("term"), values.get("short")]
        nodes += forms.value if isinstance(forms, SequenceNode) else []
        for node in nodes:
            if not isinstance(node, ScalarNode):
                continue
            if first := self._first_lines.get(node.value):
                self.report(node, f"'{node.value}' stands on line {first} already; keep one")
            else:
                self._first_lines[node.value] = located.line(node)

    def _check_length(self, node: Node | None, means: str) -> None:
        if node and len(means) > MOST_CHARACTERS:
            self.report(node, f"means has {len(means)} characters; {MOST_CHARACTERS} is the most")

    def _note_related(self, node: Node | None, name: str) -> None:
        for item in node.value if isinstance(node, SequenceNode) else ():
            if str(item.value) == name:
                self.report(item, f"'{name}' need not name itself; take it out")
            else:
                self._related.append((item, str(item.value)))

"""Reads the numbers of studies and finds all that is wrong, each with its line and column."""

from __future__ import annotations

from functools import lru_cache, partial
from os import PathLike
from pathlib import Path
from typing import Any, get_args

from msgspec.structs import fields

from contentfiles import MappingNode, Node, SequenceNode, compiled
from stemcourse.content import Stamp, stamp
from stemcourse.evidence.reading import EvidenceError
from stemcourse.studies.entries import Entry, Interval, Number, Range, Studies, Value
from stemcourse.yaml_reader import Read, YamlReader, child, line


def load(path: str | PathLike[str]) -> Studies:
    """Return the numbers of a file, checked against the references.bib beside it.

    Both are read again only when one of them changes. Raises `EvidenceError` with all that is
    wrong.
    """
    path = Path(path)
    bibliography = path.with_name("references.bib")
    return _load(path, bibliography, stamp(path, bibliography))


@lru_cache(maxsize=8)
def _load(path: Path, bibliography: Path, _stamp: Stamp) -> Studies:
    return compiled(lambda: _made(path, bibliography), Studies, path, bibliography)


def _made(path: Path, bibliography: Path) -> Studies:
    reader = _Reader(path, bibliography)
    root = reader.root(MappingNode, f"this must have the keys {', '.join(_KINDS)}")
    studies = reader.file(root) if root else None
    if reader.problems or studies is None:
        raise EvidenceError(reader.problems)
    return studies


# Under each key of the file stand entries of one kind.
_KINDS: dict[str, type[Entry]] = {each.name: get_args(each.type)[0] for each in fields(Studies)}


class _Reader(YamlReader):
    def __init__(self, path: Path, bibliography: Path) -> None:
        super().__init__(path, bibliography)
        self._first_lines: dict[str, int] = {}

    def file(self, root: MappingNode) -> Studies | None:
        """Read the whole file."""
        required = {key: partial(self._entries, kind) for key, kind in _KINDS.items()}
        found = self.entry(root, "file", required, name="the file")
        return Studies(**found) if found else None

    def _entries(self, kind: type[Entry], node: Node, key: str) -> tuple[Entry, ...]:
        if not isinstance(node, SequenceNode) or not node.value:
            self.report(node, f"{key} must be a list of entries, each begun with a hyphen")
            return ()
        found = [self._entry(kind, each, f"{key} entry") for each in node.value]
        return tuple(entry for entry in found if entry)

    def _entry(self, kind: type[Entry], node: Node, what: str) -> Entry | None:
        # Messages name an entry by its first key, which is one of its own kind.
        keys = sorted(fields(kind), key=lambda field: field.name not in kind.__annotations__)
        required = {each.name: self._reading(each.type) for each in keys if each.required}
        optional = {each.name: self._reading(each.type) for each in keys if not each.required}
        found = self.entry(node, what, required, optional)
        if found is None:
            return None
        entry = kind(**found)
        if isinstance(entry, Interval) and entry.low >= entry.high:
            self.report(child(node, "low"), "low must be lower than high")
        if isinstance(entry, Value | Range):
            self._check_id(child(node, "id"), entry.id)
        return entry

    def _check_id(self, node: Node, name: str) -> None:
        if first := self._first_lines.get(name):
            self.report(node, f"the id '{name}' is used on line {first} already; change one")
        else:
            self._first_lines[name] = line(node)

    def _reading(self, kind: Any) -> Read:
        if kind in (int, int | None):
            return self.whole_number
        if kind in (Number, Number | None):
            return self.number
        return {str: self.text, bool: self.flag}.get(kind, self.sources)

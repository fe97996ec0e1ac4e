"""Reads decisions from YAML and finds all that is wrong, each with its line and column."""

from __future__ import annotations

import re
from os import PathLike
from pathlib import Path

from contentfiles import MappingNode, Node, SequenceNode, compiled
from stemcourse.evidence.reading import EvidenceError
from stemcourse.regulation.dates import spell
from stemcourse.regulation.decisions import REGIONS, STATUSES, Decision, Decisions
from stemcourse.yaml_reader import Read, YamlReader, child

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def load(path: str | PathLike[str]) -> Decisions:
    """Return the decisions of a file in file order, checked against the references.bib beside it.

    Raises `EvidenceError` with every problem of both files, each with its place.
    """
    path = Path(path)
    bibliography = path.with_name("references.bib")
    return compiled(lambda: _made(path, bibliography), Decisions, path, bibliography)


def _made(path: Path, bibliography: Path) -> Decisions:
    reader = _Reader(path, bibliography)
    root = reader.root(MappingNode, "this must have the keys compiled, note and products")
    decisions = reader.file(root) if root else None
    if reader.problems or decisions is None:
        raise EvidenceError(reader.problems)
    return decisions


class _Reader(YamlReader):
    def file(self, root: MappingNode) -> Decisions | None:
        """Read the whole file."""
        required = {"compiled": self._compiled, "note": self.text, "products": self._products}
        found = self.entry(root, "file", required, name="the file")
        return Decisions(**found) if found else None

    def _products(self, node: Node, key: str) -> tuple[Decision, ...]:
        if not isinstance(node, SequenceNode) or not node.value:
            self.report(node, f"{key} must be a list of decisions, each begun with '- product:'")
            return ()
        found = [self._decision(each) for each in node.value]
        return tuple(decision for decision in found if decision)

    def _decision(self, node: Node) -> Decision | None:
        required: dict[str, Read] = {
            "product": self.text,
            "maker_of_decision": self.text,
            "source_of_cells": self.text,
            "indication": self.text,
            "region": self._region,
            "date": self._date,
            "status": self._status,
            "references": self.references,
        }
        found = self.entry(node, "decision", required, {"note": self.text})
        if found is None:
            return None
        decision = Decision(**found)
        if not decision.references and not decision.note:
            wrong = f"{decision.product} has no reference; say why in its note"
            self.report(child(node, "references"), wrong)
        return decision

    def _region(self, node: Node, key: str) -> str:
        return self.word(node, key, REGIONS)

    def _status(self, node: Node, key: str) -> str:
        return self.word(node, key, STATUSES)

    def _compiled(self, node: Node, key: str) -> str:
        day = self._date(node, key)
        if day and not _DAY.fullmatch(day):
            self.report(node, f"{key} must be a day; write YYYY-MM-DD")
        return day

    def _date(self, node: Node, key: str) -> str:
        before = self.count
        written = self.name(node, key)
        if self.count == before:
            try:
                spell(written)
            except ValueError as error:
                self.report(node, f"the {key} cannot be '{written}'; {error}")
                return ""
        return written

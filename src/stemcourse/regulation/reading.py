"""Reads decisions from YAML and finds all that is wrong, each with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from stemcourse import located
from stemcourse.regulation.dates import spell
from stemcourse.regulation.decisions import (
    REGIONS,
    STATUSES,
    Decision,
    Decisions,
    RegionName,
    StatusName,
)

if TYPE_CHECKING:
    from pathlib import Path

_KEYS = ("compiled", "note", "products")
_TEXTS = ("product", "maker_of_decision", "source_of_cells", "indication")
_REQUIRED = (*_TEXTS, "region", "date", "status", "references")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def read(path: Path, references: set[str] | None) -> tuple[Decisions | None, list[str]]:
    """Return the decisions of a file, None when something is wrong, and the file's problems."""
    reader = _Reader(path, references)
    root = reader.root(MappingNode, "this must have the keys compiled, note and products")
    decisions = reader.file(root) if root else None
    return decisions, reader.problems


class _Reader(located.Reader):
    def file(self, root: MappingNode) -> Decisions | None:
        """Read the whole file."""
        values = self.values(root, _KEYS, "file")
        for key in _KEYS:
            if key not in values:
                self.report(root, f"the file has no {key}; add it")
        compiled = self._date(values["compiled"], "compiled") if "compiled" in values else ""
        if compiled and not _DAY.fullmatch(compiled):
            self.report(values["compiled"], "compiled must be a day; write YYYY-MM-DD")
        note = self.text(values["note"], "note") if "note" in values else ""
        products = self._products(values["products"]) if "products" in values else ()
        if self.count:
            return None
        return Decisions(compiled=compiled, note=note, products=products)

    def _products(self, node: Node) -> tuple[Decision, ...]:
        if not isinstance(node, SequenceNode) or not node.value:
            self.report(node, "products must be a list of decisions, each begun with '- product:'")
            return ()
        found = [self._decision(each) for each in node.value]
        return tuple(decision for decision in found if decision)

    def _decision(self, node: Node) -> Decision | None:
        if not isinstance(node, MappingNode):
            self.report(node, "a decision must have keys; begin it with '- product:'")
            return None
        before = self.count
        values = self.values(node, (*_REQUIRED, "note"), "decision")
        product = values.get("product")
        name = product.value if isinstance(product, ScalarNode) else "this decision"
        for key in _REQUIRED:
            if key not in values:
                self.report(node, f"{name} has no {key}; add it")
        texts = {key: self.text(values[key], key) for key in _TEXTS if key in values}
        region = self.word(values["region"], "region", REGIONS) if "region" in values else ""
        status = self.word(values["status"], "status", STATUSES) if "status" in values else ""
        date = self._date(values["date"], "date") if "date" in values else ""
        note = self.text(values["note"], "note") if "note" in values else ""
        references = self.references(values["references"]) if "references" in values else ()
        if self.count > before:
            return None
        if not references and not note:
            self.report(values["references"], f"{name} has no reference; say why in its note")
            return None
        return Decision(
            **texts,
            region=cast("RegionName", region),
            date=date,
            status=cast("StatusName", status),
            references=references,
            note=note,
        )

    def _date(self, node: Node, key: str) -> str:
        before = self.count
        written = self.text(node, key)
        if self.count == before:
            try:
                spell(written)
            except ValueError as error:
                self.report(node, f"the {key} cannot be '{written}'; {error}")
                return ""
        return written

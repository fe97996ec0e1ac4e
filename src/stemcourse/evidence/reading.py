"""Reads claims from YAML and finds all that is wrong, each with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from stemcourse import located
from stemcourse.evidence.claims import Claim
from stemcourse.evidence.verdicts import VERDICTS, VerdictName

if TYPE_CHECKING:
    from pathlib import Path

_TEXTS = ("id", "section", "claim", "summary", "caveat")
_REQUIRED = ("id", "section", "claim", "verdict", "summary", "caveat", "references")
_KEYS = (*_REQUIRED, "implicit")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TRUE_OR_FALSE = "tag:yaml.org,2002:bool"


def read(path: Path, references: set[str] | None) -> tuple[dict[str, Claim], list[str]]:
    """Return a file's sound claims and its problems; None as references leaves those unchecked."""
    reader = _Reader(path, references)
    root = reader.root(SequenceNode, "this must be a list of claims, each begun with '- id:'")
    for node in root.value if root else ():
        reader.claim(node)
    return reader.claims, reader.problems


class _Reader(located.Reader):
    def __init__(self, path: Path, references: set[str] | None) -> None:
        super().__init__(path, references)
        self.claims: dict[str, Claim] = {}
        self._first_lines: dict[str, int] = {}

    def claim(self, node: Node) -> None:
        """Read one claim."""
        if not isinstance(node, MappingNode):
            self.report(node, "a claim must have keys; begin it with '- id:'")
            return
        before = self.count
        values = self.values(node, _KEYS, "claim")
        name = values["id"].value if isinstance(values.get("id"), ScalarNode) else "this claim"
        for key in _REQUIRED:
            if key not in values:
                self.report(node, f"{name} has no {key}; add it")
        texts = {key: self.text(values[key], key) for key in _TEXTS if key in values}
        if "id" in texts:
            self._check_id(values["id"], texts["id"])
        verdict = self.word(values["verdict"], "verdict", VERDICTS) if "verdict" in values else ""
        sources = self._sources(values["references"]) if "references" in values else ()
        implicit = "implicit" in values and self._flag(values["implicit"])
        if self.count == before:
            self.claims[name] = Claim(
                id=name,
                section=texts["section"],
                claim=texts["claim"],
                verdict=cast("VerdictName", verdict),
                summary=texts["summary"],
                caveat=texts["caveat"],
                references=sources,
                implicit=implicit,
            )

    def _check_id(self, node: Node, claim_id: str) -> None:
        if first := self._first_lines.get(claim_id):
            self.report(node, f"the id '{claim_id}' is used on line {first} already; change one")
            return
        self._first_lines[claim_id] = located.line(node)
        if claim_id and not _ID.fullmatch(claim_id):
            self.report(node, f"the id '{claim_id}' must be lower-case words with hyphens")

    def _flag(self, node: Node) -> bool:
        if node.tag != _TRUE_OR_FALSE:
            self.report(node, "implicit must be true, or be left out")
        return str(node.value).lower() == "true"

    def _sources(self, node: Node) -> tuple[str, ...]:
        if isinstance(node, SequenceNode) and not node.value:
            self.report(node, "references is empty; a verdict needs at least one source")
        return self.references(node)

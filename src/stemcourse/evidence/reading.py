"""Reads claims from YAML and finds all that is wrong, each with its line and column."""

from __future__ import annotations

import re
from functools import lru_cache
from os import PathLike
from pathlib import Path

from citations import ProblemsError
from contentfiles import Node, SequenceNode, compiled
from stemcourse.content import Stamp, stamp
from stemcourse.evidence.claims import Claim
from stemcourse.evidence.verdicts import VERDICTS
from stemcourse.yaml_reader import YamlReader, line

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class EvidenceError(ProblemsError):
    """A file of content/evidence cannot be used; each problem has file, line, column and mend."""


def load(path: str | PathLike[str]) -> dict[str, Claim]:
    """Return the claims of a file by id, in file order.

    They are checked against the references.bib beside it; both are read again only when one of
    them changes. Raises `EvidenceError` with all that is wrong.
    """
    path = Path(path)
    bibliography = path.with_name("references.bib")
    return dict(_load(path, bibliography, stamp(path, bibliography)))


@lru_cache(maxsize=8)
def _load(path: Path, bibliography: Path, _stamp: Stamp) -> dict[str, Claim]:
    return compiled(lambda: _made(path, bibliography), dict[str, Claim], path, bibliography)


def _made(path: Path, bibliography: Path) -> dict[str, Claim]:
    reader = _Reader(path, bibliography)
    root = reader.root(SequenceNode, "this must be a list of claims, each begun with '- id:'")
    for node in root.value if root else ():
        reader.claim(node)
    if reader.problems:
        raise EvidenceError(reader.problems)
    return reader.claims


class _Reader(YamlReader):
    def __init__(self, path: Path, bibliography: Path) -> None:
        super().__init__(path, bibliography)
        self.claims: dict[str, Claim] = {}
        self._first_lines: dict[str, int] = {}

    def claim(self, node: Node) -> None:
        """Read one claim."""
        required = {
            "id": self._id,
            "section": self.text,
            "claim": self.text,
            "verdict": self._verdict,
            "plain": self.text,
            "summary": self.text,
            "caveat": self.text,
            "references": self.sources,
        }
        found = self.entry(node, "claim", required, {"implicit": self.flag})
        if found:
            self.claims[found["id"]] = Claim(**found)

    def _id(self, node: Node, key: str) -> str:
        claim_id = self.name(node, key)
        if first := self._first_lines.get(claim_id):
            self.report(node, f"the id '{claim_id}' is used on line {first} already; change one")
            return claim_id
        self._first_lines[claim_id] = line(node)
        if claim_id and not _ID.fullmatch(claim_id):
            self.report(node, f"the id '{claim_id}' must be lower-case words with hyphens")
        return claim_id

    def _verdict(self, node: Node, key: str) -> str:
        return self.word(node, key, VERDICTS)

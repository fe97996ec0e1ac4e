"""Findings as SARIF 2.1.0, which code hosts show beside the lines of a change.

What GitHub wants of it beyond the standard stands in its documentation, "SARIF support for code
scanning": an id, short and full descriptions and a help text for each rule, relative addresses,
and a fingerprint by which a finding is known again when its line has moved.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from selfcheck.lint.rule import Rule
from selfcheck.lint.run import Said
from selfcheck.lint.works import cited

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# What GitHub reads of one run.
MOST_RESULTS = 5_000


def sarif(said: Sequence[Said], rules: Sequence[Rule], root: Path) -> dict[str, Any]:
    """Return what is *said* as a SARIF log; *root* is the folder that addresses begin in."""
    index = {rule.id: n for n, rule in enumerate(rules)}
    seen: Counter[str] = Counter()
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "selfcheck", "rules": [_rule(rule) for rule in rules]}},
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(each, index[each.rule.id], root, seen) for each in said[:MOST_RESULTS]
                ],
            }
        ],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    sources = " ".join(f"{work}." for work in cited(rule))
    text = f"{rule.why}\n\nFlawed: {rule.flawed}\nBetter: {rule.better}"
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{text}\n\n{sources}".strip()},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": ["item-writing"]},
    }


def _result(said: Said, index: int, root: Path, seen: Counter[str]) -> dict[str, Any]:
    finding = said.finding
    address = _address(finding.path, root)
    # The line is left out, so that it may move; what comes twice is told apart by its number.
    about = f"{said.rule.id}\n{address}\n{finding.message}"
    seen[about] += 1
    mark = hashlib.sha256(f"{about}\n{seen[about]}".encode()).hexdigest()[:32]
    return {
        "ruleId": said.rule.id,
        "ruleIndex": index,
        "level": said.rule.severity,
        "message": {"text": finding.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": address, "uriBaseId": "%SRCROOT%"},
                    "region": {
                        "startLine": finding.place.line,
                        "startColumn": finding.place.column,
                    },
                }
            }
        ],
        "partialFingerprints": {"primaryLocationLineHash": mark},
    }


def _address(path: Path, root: Path) -> str:
    """Return the address of *path* from *root* on, or the whole one of what lies outside."""
    whole = path.absolute()
    if whole.is_relative_to(root.absolute()):
        return quote(whole.relative_to(root.absolute()).as_posix())
    return whole.as_uri()

"""Reads claims from YAML and finds all that is wrong, each with its place."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from stemcourse.evidence.claims import Claim
from stemcourse.evidence.verdicts import VERDICTS, VerdictName

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_TEXTS = ("id", "section", "claim", "verdict", "summary", "caveat")
_REQUIRED = (*_TEXTS, "references")
_KEYS = (*_REQUIRED, "implicit")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_STRING = "tag:yaml.org,2002:str"
_TRUE_OR_FALSE = "tag:yaml.org,2002:bool"


def read(path: Path, references: set[str] | None) -> tuple[dict[str, Claim], list[str]]:
    """The sound claims of a file, and its problems; None as references leaves those unchecked."""
    reader = _Reader(references)
    try:
        root = YAML(typ="safe", pure=True).compose(path.read_text(encoding="utf-8"))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reader.problems.append((mark.line + 1, mark.column + 1, f"not YAML: {error.problem}"))
    except YAMLError as error:
        reader.problems.append((1, 1, f"not YAML: {error}"))
    else:
        reader.read(root)
    places = sorted(reader.problems)
    return reader.claims, [f"{path}:{line}:{column}: {what}" for line, column, what in places]


class _Reader:
    def __init__(self, references: set[str] | None) -> None:
        self.references = references
        self.claims: dict[str, Claim] = {}
        self.problems: list[tuple[int, int, str]] = []
        self._first_lines: dict[str, int] = {}

    def read(self, root: Node | None) -> None:
        """Reads the list of claims."""
        if not isinstance(root, SequenceNode):
            self.problems.append((1, 1, "this must be a list of claims, each begun with '- id:'"))
            return
        for node in root.value:
            self._claim(node)

    def _claim(self, node: Node) -> None:
        if not isinstance(node, MappingNode):
            self._report(node, "a claim must have keys; begin it with '- id:'")
            return
        before = len(self.problems)
        values = self._values(node)
        name = values["id"].value if isinstance(values.get("id"), ScalarNode) else "this claim"
        for key in _REQUIRED:
            if key not in values:
                self._report(node, f"{name} has no {key}; add it")
        texts = {key: self._text(values[key], key) for key in _TEXTS if key in values}
        if "id" in texts:
            self._check_id(values["id"], texts["id"])
        if "verdict" in texts and texts["verdict"] not in VERDICTS:
            wrong = f"unknown verdict '{texts['verdict']}'"
            self._report(values["verdict"], wrong + _instead(texts["verdict"], VERDICTS))
        sources = self._references(values["references"]) if "references" in values else ()
        implicit = "implicit" in values and self._flag(values["implicit"])
        if len(self.problems) == before:
            self.claims[name] = Claim(
                id=name,
                section=texts["section"],
                claim=texts["claim"],
                verdict=cast("VerdictName", texts["verdict"]),
                summary=texts["summary"],
                caveat=texts["caveat"],
                references=sources,
                implicit=implicit,
            )

    def _values(self, node: MappingNode) -> dict[str, Node]:
        values: dict[str, Node] = {}
        for key, value in node.value:
            if key.value not in _KEYS:
                self._report(key, f"unknown key '{key.value}'" + _instead(key.value, _KEYS))
            elif key.value in values:
                self._report(key, f"'{key.value}' stands twice in one claim; keep one")
            else:
                values[key.value] = value
        return values

    def _check_id(self, node: Node, claim_id: str) -> None:
        if first := self._first_lines.get(claim_id):
            self._report(node, f"the id '{claim_id}' is used on line {first} already; change one")
            return
        self._first_lines[claim_id] = _line(node)
        if claim_id and not _ID.fullmatch(claim_id):
            self._report(node, f"the id '{claim_id}' must be lower-case words with hyphens")

    def _text(self, node: Node, key: str) -> str:
        if not isinstance(node, ScalarNode) or node.tag != _STRING:
            self._report(node, f"{key} must be text; put it in quotes")
        elif not node.value.strip():
            self._report(node, f"{key} is empty; write it")
        return str(node.value).strip()

    def _flag(self, node: Node) -> bool:
        if node.tag != _TRUE_OR_FALSE:
            self._report(node, "implicit must be true, or be left out")
        return str(node.value).lower() == "true"

    def _references(self, node: Node) -> tuple[str, ...]:
        if not isinstance(node, SequenceNode):
            self._report(node, "references must be a list, as [smith2020, jones2021]")
            return ()
        if not node.value:
            self._report(node, "references is empty; a verdict needs at least one source")
        keys: list[str] = []
        for item in node.value:
            key = str(item.value)
            if key in keys:
                self._report(item, f"the reference '{key}' stands twice; keep one")
            elif self.references is not None and key not in self.references:
                wrong = f"the reference '{key}' is not in references.bib"
                self._report(item, wrong + _instead(key, self.references, "add it there"))
            keys.append(key)
        return tuple(keys)

    def _report(self, node: Node, problem: str) -> None:
        self.problems.append((_line(node), node.start_mark.column + 1, problem))


def _line(node: Node) -> int:
    return int(node.start_mark.line) + 1


def _instead(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """What an author may have meant, as the end of a message."""
    similar = get_close_matches(word, sorted(known), n=3)
    if similar:
        return f"; did you mean {' or '.join(similar)}?"
    return f"; {otherwise or 'use one of ' + ', '.join(known)}"

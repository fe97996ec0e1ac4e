"""A bank as it is while somebody writes it: the questions that can be shown, and what is wrong.

A bank with mistakes is refused everywhere else; here whoever writes it wants to see the rest.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from selfcheck import bank, engine
from selfcheck.finding import BankError, Place
from selfcheck.lint import run as lint
from selfcheck.lint.run import FORMAT, Said
from selfcheck.questions import Asked, Bank
from selfcheck.render import html
from selfcheck.source import Source
from selfcheck.words import DEFAULT


class Piece(NamedTuple):
    """A question of a draft: its HTML, or none where it cannot be shown, and what is wrong."""

    name: str
    place: Place
    html: str
    question: Asked | None
    said: list[Said]

    @property
    def to_mend(self) -> int:
        """How much there is to mend."""
        return _to_mend(self.said)


class Draft(NamedTuple):
    """A bank that may have mistakes; `said` is what is said of it outside of its questions."""

    name: str
    path: Path
    title: str
    language: str
    pieces: list[Piece]
    said: list[Said]

    @property
    def to_mend(self) -> int:
        """How much there is to mend."""
        return _to_mend(self.said) + sum(each.to_mend for each in self.pieces)


def _to_mend(said: Iterable[Said]) -> int:
    return sum(each.rule.severity != "note" for each in said)


def said_of(folder: Path) -> list[Said]:
    """Return all that `selfcheck check` says of the content *folder*."""
    found = bank.checked(folder)
    every = lint.rules(found.plugins.rules if found.plugins else ())
    wrong = [Said(FORMAT, each) for each in found.findings]
    return [*wrong, *lint.run(found.banks, folder, every)]


def draft(name: str, folder: Path, said: Iterable[Said]) -> Draft:
    """Return the bank *name* of the content *folder* as far as it can be shown.

    said: what `selfcheck check` says of the folder; what is about other files is left aside.
    """
    path = folder / "questions" / f"{name}.yaml"
    mine = [each for each in said if each.finding.path == path]
    try:
        source = Source(path)
        plugins = engine.load(folder)
        questions = bank.sound(source, plugins.functions)
    except BankError as error:
        # It is no YAML, or the course's configuration is broken: nothing can be shown.
        found = dict.fromkeys([*(each.finding for each in mine), *error.findings])
        return Draft(name, path, name, DEFAULT, [], [Said(FORMAT, each) for each in found])
    data = source.data if isinstance(source.data, dict) else {}
    places = [source.place("questions", n) for n in range(len(questions))]
    within: list[list[Said]] = [[] for _ in questions]
    outside: list[Said] = []
    last = _end(source, data)
    for each in mine:
        place = each.finding.place
        n = bisect_right(places, place) - 1
        (outside if n < 0 or place >= last else within[n]).append(each)
    shown = _Shown(name, _text(data.get("language"), DEFAULT), folder)
    pieces = [
        Piece(
            _text(_entry(data, n).get("id"), f"question {n + 1}"),
            places[n],
            shown.html(each) if each else "",
            each,
            within[n],
        )
        for n, each in enumerate(questions)
    ]
    return Draft(name, path, _text(data.get("title"), name), shown.language, pieces, outside)


def _end(source: Source, data: dict[str, Any]) -> Place:
    """Return where what comes after the questions begins."""
    after = [source.place(key) for key in data if isinstance(key, str)]
    first = source.place("questions") if "questions" in data else Place(1, 1)
    return min((place for place in after if place > first), default=Place(2**63, 1))


def _entry(data: dict[str, Any], n: int) -> dict[str, Any]:
    entry = data["questions"][n]
    return entry if isinstance(entry, dict) else {}


def _text(value: object, otherwise: str) -> str:
    return value if isinstance(value, str) and value.strip() else otherwise


class _Shown:
    def __init__(self, name: str, language: str, folder: Path) -> None:
        self.name = name
        self.language = language
        self.folder = folder
        try:
            self.references = bank.references(folder)
        except BankError:
            self.references = {}

    def html(self, question: Asked) -> str:
        """Return the HTML of *question*; nothing where it cannot be shown, which `check` tells."""
        known = [key for key in question.sources if key in self.references]
        alone = Bank(
            schema=1,
            id=self.name,
            title=self.name,
            objectives={question.objective: question.objective},
            questions=[msgspec.structs.replace(question, sources=known)],
            language=self.language,
        )
        try:
            made = html(alone, self.references, folder=self.folder)
            made.encode()
        # Whatever it is, the other questions are shown.
        except Exception:
            return ""
        return made

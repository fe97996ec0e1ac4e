"""Reads in the HTML of quizzes what they ask: all that is known of those of a saved notebook."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import Any, NamedTuple

from selfcheck.questions import ID_WITHIN

# Our attributes stand in single quotes: `selfcheck.types.pieces` says why.
_QUIZ = re.compile(r"<div class='selfcheck'[^>]*>")
_ASKS = re.compile(
    r"<section class='sc-(?P<kind>question|case)' "
    rf"data-question='(?P<name>{ID_WITHIN}(?:/{ID_WITHIN}){{1,2}})' data-q='(?P<data>[^']*)'>"
)
_SITTING = re.compile(rf" data-sitting='({ID_WITHIN})'")
_DRAW = re.compile(r" data-draw='(\d+)'")


class Ask(NamedTuple):
    """A question, `bank/question` or `bank/case/part`, and the second sitting it is asked in."""

    question: str
    sitting: str = ""


class Pool(NamedTuple):
    """Questions of which a quiz asks fewer at one time: so many from the one at `begin` on."""

    begin: int
    size: int
    at_once: int


class _Quiz(NamedTuple):
    head: str
    # What stands in it: the kind, the name, and what the page has to know.
    inside: list[tuple[str, str, dict[str, Any]]]

    @property
    def asks(self) -> list[Ask]:
        found = _SITTING.search(self.head)
        sitting = found[1] if found else ""
        return [Ask(name, sitting) for kind, name, _ in self.inside if kind == "question"]


def asked(html: str) -> list[Ask]:
    """Return what the quizzes in *html* ask, in their order; a question in one sitting once."""
    return list(dict.fromkeys(ask for quiz in _quizzes(html) for ask in quiz.asks))


def pools(html: str) -> list[Pool]:
    """Return of what `asked` returns the parts from which a quiz draws, in their order."""
    found, seen = [], set[Ask]()
    for quiz in _quizzes(html):
        begin = len(seen)
        seen.update(quiz.asks)
        size = len(seen) - begin
        drawn = _DRAW.search(quiz.head)
        at_once = _drawn(quiz, int(drawn[1])) if drawn else size
        if at_once < size:
            found.append(Pool(begin, size, at_once))
    return found


def fingerprints(html: str) -> dict[str, list[str]]:
    """Return for each question in *html* its fingerprint and those of its variants."""
    return {
        name: [data["fp"], *(each["fp"] for each in data.get("variants", ()))]
        for quiz in _quizzes(html)
        for kind, name, data in quiz.inside
        if kind == "question"
    }


def _drawn(quiz: _Quiz, draw: int) -> int:
    """Return how many questions a quiz draws: of each objective *draw*; a case is drawn whole."""
    boxes, parts = Counter[str](), Counter[str]()
    for kind, name, data in quiz.inside:
        if name.count("/") == 1:
            objective, within = str(data.get("objective", "")), data.get("parts")
            boxes[objective] += 1
            parts[objective] += within if kind == "case" and isinstance(within, int) else 1
    # With cases in a pool it hangs on the draw; then it is about so many.
    return sum(round(min(draw, size) * parts[name] / size) for name, size in boxes.items())


def _quizzes(html: str) -> Iterator[_Quiz]:
    heads = list(_QUIZ.finditer(html))
    ends = [head.start() for head in heads[1:]] + [len(html)]
    # One end more than there are quizzes where there is none.
    for head, end in zip(heads, ends, strict=False):
        found = _ASKS.finditer(html, head.end(), end)
        inside = [(each["kind"], each["name"], _data(each["data"])) for each in found]
        yield _Quiz(head[0], inside)


def _data(written: str) -> dict[str, Any]:
    """Return what the page has to know; nothing where somebody has written what is none."""
    try:
        data = json.loads(unescape(written))
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}

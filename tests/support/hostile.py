"""A question of each type with a hostile text in each of its fields, past all checks."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from citations import Reference
from selfcheck import convert
from selfcheck.questions import Objective
from selfcheck.render import Settings, html
from tests.support.one_of_each import COMMON, QUESTIONS

# What is no text that a reader sees, but names something.
NAMES = ("sources", "id", "type", "objective", "level", "figure", "region", "near", "answer")
PARTS = [
    {"type": kind, "id": f"part-{kind}", **QUESTIONS[kind]} for kind in ("choice", "short-text")
]
EVERY: dict[str, dict[str, Any]] = {
    **QUESTIONS,
    "variants": {
        "answer": "a",
        "unit": "g",
        "feedback": "Yes.",
        "variants": [{"n": "one", "a": 1, "b": 2}, {"n": "two", "a": 3, "b": 4}],
        "wrong": [{"near": "b", "feedback": "No."}],
    },
    "case": {"parts": [{**COMMON, **part} for part in PARTS]},
}
# Texts that must name their places still do so, after the payload.
PLACES = {"cloze": {"text": "\n\n[[cell]] and [[dish]]"}, "variants": {"prompt": " [[n]]"}}


def questions(payload: str, number: int, most: int) -> list[dict[str, Any]]:
    """Return a question of each type with *payload* in each field that a reader sees.

    most: how many types; by *number*, the payload's, they take turns.
    """
    made = []
    turn = [*EVERY, *EVERY][number * most % len(EVERY) :][:most]
    for kind in turn:
        fields = EVERY[kind]
        common = {**COMMON, "sources": ["one"]}
        if kind == "case":
            del common["hints"], common["explanation"]
        asked = _filled(copy.deepcopy({**common, **fields}), payload)
        for field, place in PLACES.get(kind, {}).items():
            asked[field] += place
        named = {"variants": "numeric"}.get(kind, kind)
        made.append({**asked, "id": f"q{number}-{kind}", "type": named})
    return made


def fields(value: Any, key: str = "") -> int:
    """Return how many texts *value* has that a payload is put into."""
    if isinstance(value, dict):
        return sum(fields(each, name) for name, each in value.items())
    if isinstance(value, list):
        return sum(fields(each, key) for each in value)
    return int(isinstance(value, str) and key not in NAMES)


def quiz(payloads: Sequence[str], first: int, folder: Path, most: int = len(EVERY)) -> str:
    """Return the HTML of a quiz that asks all of them; its title and objectives are hostile too.

    first: the number of the first payload; most: of how many types each has a question.
    """
    asked = [each for n, text in enumerate(payloads) for each in questions(text, first + n, most)]
    for n, each in enumerate(asked):
        each["objective"] = f"o{n // most}"
    data = {"schema": 1, "id": "hostile", "title": payloads[0], "objectives": {"o": "O"}}
    bank = convert.bank({**data, "questions": asked})
    for n, payload in enumerate(payloads):
        section = Objective(payload, payload, payload)
        bank.objectives[f"o{n}"] = section if n % 2 else payload
    source = Reference(key="one", title=payloads[0], url=payloads[-1], authors=(payloads[0],))
    return html(bank, {"one": source}, Settings(summary=True), folder)


def _filled(value: Any, payload: str, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _filled(each, payload, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_filled(each, payload, key) for each in value]
    return payload if isinstance(value, str) and key not in NAMES else value

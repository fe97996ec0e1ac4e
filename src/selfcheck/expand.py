"""Completes a bank's data: what parts of a case inherit, and variants that a function makes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selfcheck import variants
from selfcheck.finding import Finding
from selfcheck.source import Source, Where

INHERITED = ("objective", "level", "sources")


def expand(source: Source) -> list[Finding]:
    """Complete the data of *source* in place; return what could not be done."""
    questions = source.data.get("questions") if isinstance(source.data, dict) else None
    found: list[Finding] = []
    for index, question in enumerate(questions if isinstance(questions, list) else ()):
        found += _question(source, question, ("questions", index))
    return found


def _question(source: Source, question: Any, where: Where) -> Iterator[Finding]:
    if not isinstance(question, dict):
        return
    parts = question.get("parts")
    for n, part in enumerate(parts if isinstance(parts, list) else ()):
        if isinstance(part, dict):
            part.update({key: question[key] for key in INHERITED if key in {*question} - {*part}})
            yield from _question(source, part, (*where, "parts", n))
    function = question.get("variants")
    if isinstance(function, str):
        # What is found here is not to be found once more as a mistake of the schema.
        del question["variants"]
        try:
            rows = variants.made(function, source.path.resolve().parents[2])
        except (LookupError, ValueError) as error:
            yield source.finding(str(error), *where, "variants")
            return
        if isinstance(rows, list):
            question["variants"] = rows
        else:
            message = f"`{function}` returns no list; it must return the rows as one"
            yield source.finding(message, *where, "variants")

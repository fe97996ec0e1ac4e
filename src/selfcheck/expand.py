"""Completes a bank's data: what parts of a case inherit, and variants that a function makes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selfcheck import functions
from selfcheck.convert import inherited
from selfcheck.finding import Finding
from selfcheck.source import Here, Source


def expand(source: Source) -> list[Finding]:
    """Complete the data of *source* in place; return what could not be done."""
    found: list[Finding] = []
    for question, n in _within(source.data, "questions"):
        here = Here(source, ("questions", n))
        found += _variants(question, here)
        for part, i in _within(question, "parts"):
            part.update(inherited(question, part))
            found += _variants(part, here.at("parts", i))
    return found


def named(data: Any) -> Iterator[str]:
    """Yield the functions that the *data* of a bank name, which have not been called yet."""
    for question, _ in _within(data, "questions"):
        for asked in (question, *(part for part, _ in _within(question, "parts"))):
            if isinstance(function := asked.get("variants"), str):
                yield function


def _within(data: Any, field: str) -> Iterator[tuple[dict[str, Any], int]]:
    """Yield the mappings in a list of *data*, with their index; of others the schema complains."""
    entries = data.get(field) if isinstance(data, dict) else None
    for n, each in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(each, dict):
            yield each, n


def _variants(question: dict[str, Any], here: Here) -> Iterator[Finding]:
    function = question.get("variants")
    if not isinstance(function, str):
        return
    # What is found here is not to be found once more as a mistake of the schema.
    del question["variants"]
    try:
        rows = functions.called(function, here.source.path.resolve().parents[2])
    except (LookupError, ValueError) as error:
        yield here.finding(str(error), "variants")
        return
    if isinstance(rows, list):
        question["variants"] = rows
    else:
        message = f"`{function}` returns no list; it must return the rows as one"
        yield here.finding(message, "variants")

"""Completes a bank's data: what parts of a case inherit, and variants that a function makes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from selfcheck import files, functions
from selfcheck.convert import inherited
from selfcheck.finding import Finding
from selfcheck.source import Here, Source


class Lacking(NamedTuple):
    """What could not be done, and in which questions, by their places in the list."""

    findings: list[Finding]
    questions: set[int]


def expand(source: Source, modules: Collection[str] = ()) -> Lacking:
    """Complete the data of *source* in place; return what could not be done.

    modules: those whose functions may make variants.
    """
    lacking = Lacking([], set())
    for question, n in within(source.data, "questions"):
        here = Here(source, ("questions", n))
        found = list(_variants(question, here, modules))
        for part, i in within(question, "parts"):
            part.update(inherited(question, part))
            found += _variants(part, here.at("parts", i), modules)
        if found:
            lacking.findings.extend(found)
            lacking.questions.add(n)
    return lacking


def named(data: Any) -> Iterator[str]:
    """Yield the functions that the *data* of a bank name, which have not been called yet."""
    for question, _ in within(data, "questions"):
        for asked in (question, *(part for part, _ in within(question, "parts"))):
            if isinstance(function := asked.get("variants"), str):
                yield function


def within(data: Any, field: str) -> Iterator[tuple[dict[str, Any], int]]:
    """Yield the mappings in a list of *data*, with their index; of others the schema complains."""
    entries = data.get(field) if isinstance(data, dict) else None
    for n, each in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(each, dict):
            yield each, n


def _variants(question: dict[str, Any], here: Here, modules: Collection[str]) -> Iterator[Finding]:
    function = question.get("variants")
    if not isinstance(function, str):
        return
    # What is found here is not to be found once more as a mistake of the schema.
    del question["variants"]
    try:
        rows = functions.called(function, course_folder(here.source), modules)
    except (LookupError, ValueError) as error:
        yield here.finding(str(error), "variants")
        return
    if isinstance(rows, list):
        question["variants"] = rows
    else:
        message = f"`{function}` returns no list; it must return the rows as one"
        yield here.finding(message, "variants")


def course_folder(source: Source) -> Path:
    """Return the course's own folder, whose content holds the bank *source*."""
    return files.absolute(source.path).parents[2]

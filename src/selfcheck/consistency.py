"""Checks what no schema can say: that names and keys are there, single, and point to something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from selfcheck import types
from selfcheck.engine import Known
from selfcheck.finding import Finding
from selfcheck.questions import Asked, Question
from selfcheck.source import Here, Source
from selfcheck.types.checks import twice

# How a finding ends of which there would be one for each name, and one is told.
NONE = ", which names none or is not there; put it there, or mend it (this is told once)"


def once(findings: Iterable[Finding]) -> list[Finding]:
    """Return *findings* with the first alone of those that one missing file makes."""
    seen: set[str] = set()
    found = []
    for each in findings:
        about = each.message.partition(" is not in ")[2] if each.message.endswith(NONE) else ""
        if about not in seen:
            found.append(each)
        if about:
            seen.add(about)
    return found


def check(source: Source, questions: Sequence[Asked | None], known: Known) -> list[Finding]:
    """Return all that is wrong in a bank, whose file is *source*, beyond what its schema says.

    questions: those of the bank; None for one with mistakes, of which only names are looked at.
    """
    data = source.data if isinstance(source.data, dict) else {}
    objectives = data.get("objectives")
    found = list(_bank(source, data))
    for index, (entry, asked) in enumerate(zip(_list(data, "questions"), questions, strict=True)):
        here = Here(source, ("questions", index))
        found += _names(objectives, entry, known, here)
        for n, part in enumerate(_list(entry, "parts")):
            found += _names(objectives, part, known, here.at("parts", n))
        if isinstance(asked, Question):
            found += _question(asked, here)
        elif asked:
            found += types.frame(asked).check(asked, here)
            for n, (_, part) in enumerate(asked.answered()):
                found += _question(part, here.at("parts", n))
    return once(found)


def _bank(source: Source, data: Mapping[str, Any]) -> Iterator[Finding]:
    name = data.get("id")
    if isinstance(name, str) and name != source.path.stem:
        message = f"`id` is `{name}` and the file {source.path.name}; give both the same name"
        yield source.finding(message, "id")
    ids = [each.get("id") if isinstance(each, dict) else None for each in _list(data, "questions")]
    yield from twice(ids, Here(source, ("questions",)))


def _question(question: Question, here: Here) -> Iterator[Finding]:
    row = types.row(question)
    for listing in row.listings(question):
        yield from listing.clashes(here)
    yield from row.check(question, here)


def _names(objectives: object, entry: object, known: Known, here: Here) -> Iterator[Finding]:
    """Yield the names in the data of a question that nothing has, as far as they are names."""
    objective = entry.get("objective") if isinstance(entry, dict) else None
    if isinstance(objectives, dict) and isinstance(objective, str) and objective not in objectives:
        message = f"`{objective}` is none of this bank's objectives; add it to them"
        yield here.finding(message, "objective")
    for field, (what, mend), names in (
        ("sources", ("source", "cite one that is, or add it there"), known.sources),
        ("claims", ("claim", "name one that is"), known.claims),
    ):
        for n, name in enumerate(_list(entry, field) if names else ()):
            if names and isinstance(name, str) and name not in names.known:
                message = f"the {what} `{name}` is not in {names.path.name}; {mend}"
                if not names.known:
                    message = f"the {what} `{name}` is not in {names.path.name}{NONE}"
                yield here.finding(message, field, n)


def _list(data: object, field: str) -> list[Any]:
    """Return the list under *field* in *data*; an empty one where there is none."""
    found = data.get(field) if isinstance(data, dict) else None
    return found if isinstance(found, list) else []

"""Checks what no schema can say: that keys are there, single, and point to something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from selfcheck.engine import Names
from selfcheck.finding import Finding
from selfcheck.keys import figures, numbers, options, places, sides, spelling
from selfcheck.questions import (
    AnyQuestion,
    Asked,
    Bank,
    Case,
    Categorize,
    Choice,
    Cloze,
    Hotspot,
    Match,
    MultipleResponse,
    Numeric,
    Order,
    ShortText,
)
from selfcheck.source import Source, Where


class Known(NamedTuple):
    """What a bank may refer to; None for claims that no plugin knows, which are not checked."""

    sources: Names
    claims: Names | None


def check(source: Source, bank: Bank, known: Known) -> list[Finding]:
    """Return every wrong key in *bank*, whose file is *source*."""
    found = list(_bank(source, bank))
    for index, question in enumerate(bank.questions):
        where = ("questions", index)
        found += _question(source, bank, question, known, where)
        if isinstance(question, Case):
            found += _twice(source, [part.id for part in question.parts], (*where, "parts"))
            for n, part in enumerate(question.parts):
                found += _question(source, bank, part, known, (*where, "parts", n))
    return found


def _bank(source: Source, bank: Bank) -> Iterator[Finding]:
    if bank.id != source.path.stem:
        message = f"`id` is `{bank.id}` and the file {source.path.name}; give both the same name"
        yield source.finding(message, "id")
    yield from _twice(source, [question.id for question in bank.questions], ("questions",))


def _twice(source: Source, ids: list[str], where: Where) -> Iterator[Finding]:
    for n, name in enumerate(ids):
        if name in ids[:n]:
            line = source.place(*where, ids.index(name), "id").line
            message = f"`{name}` is already the id of the question at line {line}; rename one"
            yield source.finding(message, *where, n, "id")


def _question(
    source: Source, bank: Bank, question: AnyQuestion, known: Known, where: Where
) -> Iterator[Finding]:
    yield from _names(source, bank, question, known, where)
    check = CHECKS.get(type(question))
    if check:
        yield from check(source, question, where)


def _names(
    source: Source, bank: Bank, question: Asked, known: Known, where: Where
) -> Iterator[Finding]:
    if question.objective not in bank.objectives:
        message = f"`{question.objective}` is none of this bank's objectives; add it to them"
        yield source.finding(message, *where, "objective")
    for n, key in enumerate(question.sources):
        if key not in known.sources.known:
            message = f"the source `{key}` is not in {known.sources.path.name}"
            yield source.finding(
                f"{message}; cite one that is, or add it there", *where, "sources", n
            )
    for n, claim in enumerate(question.claims if known.claims else ()):
        if known.claims and claim not in known.claims.known:
            message = f"the claim `{claim}` is not in {known.claims.path.name}"
            yield source.finding(f"{message}; name one that is", *where, "claims", n)


CHECKS: dict[type, Callable[[Source, Any, Where], Iterator[Finding]]] = {
    Choice: options.check,
    MultipleResponse: options.check,
    Numeric: numbers.check,
    Order: sides.items,
    Match: sides.pairs,
    Categorize: sides.groups,
    ShortText: spelling.check,
    Cloze: places.gaps,
    Hotspot: figures.check,
}

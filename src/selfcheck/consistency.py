"""Checks what no schema can say: that names and keys are there, single, and point to something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from selfcheck import types
from selfcheck.engine import Names
from selfcheck.finding import Finding
from selfcheck.questions import Asked, Bank, Question
from selfcheck.source import Here, Source
from selfcheck.types.checks import twice


class Known(NamedTuple):
    """What a bank may refer to; None for claims that no plugin knows, which are not checked."""

    sources: Names
    claims: Names | None


def check(source: Source, bank: Bank, known: Known) -> list[Finding]:
    """Return all that is wrong in *bank*, whose file is *source*, beyond what its schema says."""
    found = list(_bank(source, bank))
    for index, asked in enumerate(bank.questions):
        here = Here(source, ("questions", index))
        found += _names(bank, asked, known, here)
        if isinstance(asked, Question):
            found += _question(asked, here)
            continue
        found += types.frame(asked).check(asked, here)
        for n, (_, part) in enumerate(asked.answered()):
            inside = here.at("parts", n)
            found += _names(bank, part, known, inside)
            found += _question(part, inside)
    return found


def _bank(source: Source, bank: Bank) -> Iterator[Finding]:
    if bank.id != source.path.stem:
        message = f"`id` is `{bank.id}` and the file {source.path.name}; give both the same name"
        yield source.finding(message, "id")
    yield from twice([question.id for question in bank.questions], Here(source, ("questions",)))


def _question(question: Question, here: Here) -> Iterator[Finding]:
    row = types.row(question)
    for listing in row.listings(question):
        yield from listing.clashes(here)
    yield from row.check(question, here)


def _names(bank: Bank, question: Asked, known: Known, here: Here) -> Iterator[Finding]:
    if question.objective not in bank.objectives:
        message = f"`{question.objective}` is none of this bank's objectives; add it to them"
        yield here.finding(message, "objective")
    for n, key in enumerate(question.sources):
        if key not in known.sources.known:
            message = f"the source `{key}` is not in {known.sources.path.name}"
            yield here.finding(f"{message}; cite one that is, or add it there", "sources", n)
    for n, claim in enumerate(question.claims if known.claims else ()):
        if known.claims and claim not in known.claims.known:
            message = f"the claim `{claim}` is not in {known.claims.path.name}"
            yield here.finding(f"{message}; name one that is", "claims", n)

"""Checks what no schema can say: that keys are there, single, and point to something."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from selfcheck.finding import Finding
from selfcheck.questions import Bank, Choice, Match, MultipleResponse, Numeric, Order, absolute
from selfcheck.source import Source


class Known(NamedTuple):
    """Names that a bank may refer to, and the files that hold them."""

    sources: Collection[str]
    sources_path: Path
    claims: Collection[str]
    claims_path: Path


def check(source: Source, bank: Bank, known: Known) -> list[Finding]:
    """Return every wrong key in *bank*, whose file is *source*."""
    return [*_bank(source, bank), *_questions(source, bank, known)]


def _bank(source: Source, bank: Bank) -> Iterator[Finding]:
    if bank.id != source.path.stem:
        message = f"`id` is `{bank.id}` and the file {source.path.name}; give both the same name"
        yield source.finding(message, "id")
    first: dict[str, int] = {}
    for index, question in enumerate(bank.questions):
        if question.id in first:
            line = source.place("questions", first[question.id], "id").line
            message = f"`{question.id}` is already the id of the question at line {line}"
            yield source.finding(f"{message}; rename one", "questions", index, "id")
        first.setdefault(question.id, index)


def _questions(source: Source, bank: Bank, known: Known) -> Iterator[Finding]:
    for index, question in enumerate(bank.questions):
        where = ("questions", index)
        if question.objective not in bank.objectives:
            message = f"`{question.objective}` is none of this bank's objectives; add it to them"
            yield source.finding(message, *where, "objective")
        for n, key in enumerate(question.sources):
            if key not in known.sources:
                message = f"the source `{key}` is not in {known.sources_path.name}"
                yield source.finding(
                    f"{message}; cite one that is, or add it there", *where, "sources", n
                )
        for n, claim in enumerate(question.claims):
            if claim not in known.claims:
                message = f"the claim `{claim}` is not in {known.claims_path.name}"
                yield source.finding(f"{message}; name one that is", *where, "claims", n)
        match question:
            case Choice() | MultipleResponse():
                yield from _options(source, question, where)
            case Numeric():
                yield from _numeric(source, question, where)
            case Order():
                texts = [item.text for item in question.items]
                feedback = [item.feedback for item in question.items]
                yield from _parts(source, texts, feedback, (*where, "items"))
            case Match():
                lefts = [pair.left for pair in question.pairs]
                feedback = [pair.feedback for pair in question.pairs]
                yield from _parts(source, lefts, feedback, (*where, "pairs"))
                yield from _right_sides(source, question, where)


def _options(
    source: Source, question: Choice | MultipleResponse, where: tuple[str | int, ...]
) -> Iterator[Finding]:
    right = [n for n, option in enumerate(question.options) if option.correct]
    if not right:
        message = "no option is correct; give the right one `correct: true`"
        yield source.finding(message, *where, "options")
    if isinstance(question, Choice) and len(right) > 1:
        message = f"{len(right)} options are correct; keep one, or use `multiple-response`"
        yield source.finding(message, *where, "options", right[1])
    texts = [option.text for option in question.options]
    yield from _twice(source, texts, (*where, "options"))


def _numeric(source: Source, question: Numeric, where: tuple[str | int, ...]) -> Iterator[Finding]:
    if not math.isfinite(question.answer):
        yield source.finding("`answer` must be a finite number", *where, "answer")
    low, high = question.minimum, question.maximum
    if isinstance(low, float) and isinstance(high, float) and low > high:
        yield source.finding("`minimum` is greater than `maximum`", *where, "minimum")
    elif (isinstance(low, float) and question.answer < low) or (
        isinstance(high, float) and question.answer > high
    ):
        message = "`answer` lies outside `minimum` and `maximum`, so nobody could give it"
        yield source.finding(message, *where, "answer")
    if question.units and not isinstance(question.unit, str):
        message = "`units` converts to `unit`, which is missing; add it"
        yield source.finding(message, *where, "units")
    reach = absolute(question.tolerance, question.answer)
    for n, wrong in enumerate(question.wrong):
        if abs(wrong.near - question.answer) <= reach:
            message = f"{wrong.near:g} is within the tolerance of the right answer; it is not wrong"
            yield source.finding(message, *where, "wrong", n, "near")


def _parts(
    source: Source, texts: Sequence[str], feedback: Sequence[object], where: tuple[str | int, ...]
) -> Iterator[Finding]:
    yield from _twice(source, texts, where)
    missing = [n for n, words in enumerate(feedback) if not isinstance(words, str)]
    if 0 < len(missing) < len(feedback):
        message = "`feedback` is missing here and not elsewhere; give it to all or to none"
        yield source.finding(message, *where, missing[0])


def _right_sides(
    source: Source, question: Match, where: tuple[str | int, ...]
) -> Iterator[Finding]:
    rights = [pair.right for pair in question.pairs]
    for n, text in enumerate(question.distractors):
        if text in rights or text in question.distractors[:n]:
            message = f"{text!r} is already a right side; a learner could not tell them apart"
            yield source.finding(message, *where, "distractors", n)
    for n, text in enumerate(rights):
        if text in rights[:n]:
            message = (
                f"{text!r} is the right side of two pairs; a learner could not tell them apart"
            )
            yield source.finding(message, *where, "pairs", n, "right")


def _twice(source: Source, texts: Sequence[str], where: tuple[str | int, ...]) -> Iterator[Finding]:
    for n, text in enumerate(texts):
        if text in texts[:n]:
            yield source.finding(f"{text!r} stands twice; change one", *where, n)

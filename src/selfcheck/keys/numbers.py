"""The keys of numeric, with and without variants."""

from __future__ import annotations

import math
from collections.abc import Iterator

from selfcheck.finding import Finding
from selfcheck.keys.places import columns
from selfcheck.questions import Numeric, absolute
from selfcheck.source import Source, Where
from selfcheck.variants import concrete


def check(source: Source, question: Numeric, where: Where) -> Iterator[Finding]:
    """Yield what is wrong with the numbers, in each variant."""
    if question.units and not isinstance(question.unit, str):
        message = "`units` converts to `unit`, which is missing; add it"
        yield source.finding(message, *where, "units")
    found = list(_table(source, question, where))
    if found:
        yield from found
        return
    yield from columns(source, question, where)
    try:
        variants = concrete(question)
    except (LookupError, ValueError) as error:
        yield source.finding(str(error), *where, "answer")
        return
    seen = set()
    for n, variant in enumerate(variants):
        of = f" (in row {n + 1} of `variants`)" if question.variants else ""
        for finding in _variant(source, variant, where):
            if (finding.place, finding.message) not in seen:
                seen.add((finding.place, finding.message))
                yield finding._replace(message=f"{finding.message}{of}")


def _table(source: Source, question: Numeric, where: Where) -> Iterator[Finding]:
    rows = question.variants
    if not rows or isinstance(rows, str):
        return
    if len(rows) < 2:
        message = "`variants` has one row; write its numbers into the question, or add a row"
        yield source.finding(message, *where, "variants")
    for n, row in enumerate(rows):
        if row.keys() != rows[0].keys():
            message = "this row has other columns than the first; give all rows the same"
            yield source.finding(message, *where, "variants", n)


def _variant(source: Source, question: Numeric, where: Where) -> Iterator[Finding]:
    assert isinstance(question.answer, float)
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
    reach = absolute(question.tolerance, question.answer)
    for n, wrong in enumerate(question.wrong):
        near = float(wrong.near)
        if abs(near - question.answer) <= reach:
            message = f"{near:g} is within the tolerance of the right answer; it is not wrong"
            yield source.finding(message, *where, "wrong", n, "near")

"""numeric: a number within a tolerance, in a unit; with variants, several such numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Annotated

from msgspec import UNSET, Meta, UnsetType, field
from msgspec.structs import replace

from selfcheck.finding import Finding
from selfcheck.identity import Choosable, Listing, fingerprint, given, is_id
from selfcheck.numbers import advice, clean, short, written
from selfcheck.questions import ID_WITHIN, Identified, Line, Plain, Question, Text
from selfcheck.source import Here, Where
from selfcheck.types.brackets import NAME, mistyped, taken_apart
from selfcheck.types.pieces import verdicts
from selfcheck.types.row import Body, Context, Row
from selfcheck.types.variants import ID, Rows, columns, retyped, row_text
from selfcheck.words import say

Tolerance = (
    Annotated[int, Meta(ge=0)]
    | Annotated[float, Meta(ge=0)]
    | Annotated[str, Meta(pattern=r"^\d+(\.\d+)?\s*%$")]
)
# A Python function, as entry points name it, that returns such rows.
Function = Annotated[str, Meta(min_length=1)]

# Columns of the page's table of variants that no author names: the answer in words, and the
# well-known wrong numbers.
ANSWER, NEAR = "=", "~"
# What a column may be called and no number is written as.
COLUMN = re.compile(rf"(?=.*[a-z])(?![0-9]+e[0-9]+$){ID_WITHIN}")


class WrongNumber(Identified, kw_only=True):
    """A well-known wrong answer of a numeric question, and what it shows.

    `near` is a number, or the column of the variants that holds it.
    """

    near: float | Plain
    feedback: Text
    tolerance: Tolerance | UnsetType = UNSET


class Numeric(Question, kw_only=True, tag="numeric"):
    """A number, within a tolerance, in a unit.

    With `variants` the question can be asked with other numbers: each row gives the columns that
    its texts name in double brackets, and `answer` names a column. A row may have an `id`.
    """

    answer: float | Plain
    variants: Rows | Function = field(default_factory=list)
    tolerance: Tolerance = 0
    unit: Plain | UnsetType = UNSET
    units: dict[str, Annotated[float, Meta(gt=0)]] = field(default_factory=dict)
    minimum: float | UnsetType = UNSET
    maximum: float | UnsetType = UNSET
    feedback: Line | UnsetType = UNSET
    wrong: list[WrongNumber] = field(default_factory=list)


def absolute(tolerance: Tolerance, value: float) -> float:
    """Return *tolerance* in the unit of *value*; "5%" is relative to *value*.

    A percentage of zero is zero, so such a question asks for the exact number.
    """
    if isinstance(tolerance, str):
        return abs(value) * float(tolerance.rstrip("% \t")) / 100
    return float(tolerance)


def concrete(question: Numeric) -> list[Numeric]:
    """Return a question without variants for each row of *question*, in their order.

    Its well-known wrong answers keep their ids. Raises `LookupError` for a column that is not
    there, and `ValueError` for one that should hold numbers and does not.
    """
    rows = question.variants
    if not rows:
        return [_with(question, {})]
    if isinstance(rows, str):
        raise ValueError(f"`{rows}` has not been called yet")
    return [_with(question, columns(row)) for row in rows]


def _with(question: Numeric, row: Mapping[str, float | str]) -> Numeric:
    return replace(
        question,
        answer=_number(question.answer, row),
        wrong=[replace(wrong, near=_number(wrong.near, row)) for wrong in question.wrong],
        variants=[],
    )


def _number(value: float | str, row: Mapping[str, float | str]) -> float:
    if not isinstance(value, str):
        return float(value)
    if not row:
        raise LookupError(f"`{value}` is no number, and there are no `variants` with such a column")
    if value not in row:
        raise LookupError(f"no column of `variants` is called `{value}`; mend the name")
    found = row[value]
    if isinstance(found, str):
        how = advice(found)
        said = f"the column `{value}` must hold numbers, and has {found!r}"
        raise ValueError(f"{said}: {how}" if how else said)
    return float(found)


def _texts(question: Numeric) -> Iterator[tuple[str, Where]]:
    """Yield the texts of *question* that may name columns, and where they stand."""
    yield question.prompt, ("prompt",)
    if isinstance(question.explanation, str):
        yield question.explanation, ("explanation",)
    if isinstance(question.feedback, str):
        yield question.feedback, ("feedback",)
    for n, hint in enumerate(question.hints):
        yield hint, ("hints", n)
    for n, wrong in enumerate(question.wrong):
        yield wrong.feedback, ("wrong", n, "feedback")


def _wrong(question: Numeric) -> Listing:
    """Return the well-known wrong numbers, named by the number or the column."""
    return Listing(
        [
            Choosable(("wrong", n), _as_written(wrong.near), given(wrong), twice="")
            for n, wrong in enumerate(question.wrong)
        ]
    )


def _as_written(value: float | str) -> str:
    return value if isinstance(value, str) else str(short(value))


def _variants(question: Numeric) -> Listing:
    rows = question.variants if isinstance(question.variants, list) else []
    return Listing(
        [
            Choosable(("variants", n), row_text(row), str(row.get(ID, "")), twice="")
            for n, row in enumerate(rows)
        ]
    )


def _listings(question: Numeric) -> list[Listing]:
    return [_wrong(question), _variants(question)]


def _check(question: Numeric, here: Here) -> Iterator[Finding]:
    """Yield what is wrong with the numbers, in each variant."""
    if question.units and not isinstance(question.unit, str):
        message = "`units` converts to `unit`, which is missing; add it"
        yield here.finding(message, "units")
    found = list(_table(question, here))
    if found:
        yield from found
        return
    yield from _named(question, here)
    numbers = {question.answer, *(wrong.near for wrong in question.wrong)}
    yield from retyped(question.variants, _columns(question, "en"), numbers, here)
    found = list(_not_numbers(question, here))
    if found:
        yield from found
        return
    variants = concrete(question)
    seen = set()
    for n, variant in enumerate(variants):
        of = f" (in row {n + 1} of `variants`)" if question.variants else ""
        for finding in _numbers(variant, here):
            if (finding.place, finding.message) not in seen:
                seen.add((finding.place, finding.message))
                yield finding._replace(message=f"{finding.message}{of}")


def _not_numbers(question: Numeric, here: Here) -> Iterator[Finding]:
    """Yield each place where a number or the column of numbers should stand, and does not."""
    if isinstance(question.variants, str):
        yield here.finding(f"`{question.variants}` has not been called yet", "answer")
        return
    near = [(wrong.near, ("wrong", n, "near")) for n, wrong in enumerate(question.wrong)]
    places: list[tuple[float | str, Where]] = [(question.answer, ("answer",)), *near]
    rows = [columns(row) for row in question.variants] or [{}]
    for value, where in places:
        for row in rows:
            try:
                _number(value, row)
            except LookupError as error:
                how = "" if COLUMN.fullmatch(str(value)) else advice(str(value))
                said = f"`{where[-1]}` must be a number: {how}" if how else str(error)
                yield here.finding(said, *where)
                break
            except ValueError as error:
                yield here.finding(str(error), *where)
                break


def _table(question: Numeric, here: Here) -> Iterator[Finding]:
    rows = question.variants
    if not rows or isinstance(rows, str):
        return
    if len(rows) < 2:
        message = "`variants` has one row; write its numbers into the question, or add a row"
        yield here.finding(message, "variants")
    for n, row in enumerate(rows):
        if columns(row).keys() != columns(rows[0]).keys():
            message = "this row has other columns than the first; give all rows the same"
            yield here.finding(message, "variants", n)
        if ID in row and not is_id(row[ID]):
            message = "`id` is what a row is called, in lower-case letters and digits, with single"
            message += " hyphens between; put it in quotes, or rename the column"
            yield here.finding(message, "variants", n, ID)


def _named(question: Numeric, here: Here) -> Iterator[Finding]:
    """Yield the names in the texts that no column of the variants has."""
    if not question.variants or isinstance(question.variants, str):
        return
    known = columns(question.variants[0])
    for text, where in _texts(question):
        for name in NAME.findall(text):
            if name not in known:
                message = f"no column of `variants` is called `{name}`; there are "
                yield here.finding(f"{message}{', '.join(known)}", *where)
        yield from mistyped(text, known, here.at(*where))
        yield from taken_apart(text, here.at(*where))


def _numbers(question: Numeric, here: Here) -> Iterator[Finding]:
    answer = float(question.answer)
    if not math.isfinite(answer):
        yield here.finding("`answer` must be a finite number; write it in digits", "answer")
    low, high = question.minimum, question.maximum
    if isinstance(low, float) and isinstance(high, float) and low > high:
        yield here.finding("`minimum` is greater than `maximum`; mend one of them", "minimum")
    elif (isinstance(low, float) and answer < low) or (isinstance(high, float) and answer > high):
        message = "`answer` lies outside `minimum` and `maximum`, so nobody could give it; mend one"
        yield here.finding(message, "answer")
    reach = absolute(question.tolerance, answer)
    for n, wrong in enumerate(question.wrong):
        near = float(wrong.near)
        if abs(near - answer) <= reach:
            message = f"{near:g} is within the tolerance of the right answer; it is not wrong"
            yield here.finding(message, "wrong", n, "near")


def _body(question: Numeric, _name: str, context: Context) -> Body:
    """Return a blank, the number in words, and feedback for well-known wrong numbers.

    With variants all of this is that of the first; the data hold what changes from one to the
    next.
    """
    variants, language = concrete(question), context.language
    shared, wrong = _shared(question), _wrong(question).ids
    data: dict[str, object] = {}
    if question.variants:
        ids = _variants(question).ids
        decides: object = {
            name: _decides(variant, shared) for name, variant in zip(ids, variants, strict=True)
        }
        data["variants"] = [
            {
                "id": name,
                "fp": fingerprint("numeric", _decides(variant, shared)),
                **_key(variant, wrong),
            }
            for name, variant in zip(ids, variants, strict=True)
        ]
    else:
        decides = _decides(variants[0], shared)
        data |= _key(variants[0], wrong)
    data |= shared
    (answer,) = _answers(question, language)
    if question.variants:
        data["say"] = {
            **_columns(question, language),
            **_nears(question, variants, language),
            ANSWER: [_said(variant, language) for variant in variants],
        }
    after = f" {escape(_unit(question))}" if _unit(question) else ""
    feedback = _feedback(question, variants[0], language)
    return Body(data, f"<p class='sc-blank'>________{after}</p>", answer, feedback, decides)


def _unit(question: Numeric) -> str:
    return question.unit if isinstance(question.unit, str) else ""


def _shared(question: Numeric) -> dict[str, object]:
    """Return what is the same in all variants."""
    data: dict[str, object] = {}
    if _unit(question):
        data["unit"] = question.unit
    if question.units:
        data["units"] = {name: short(size) for name, size in question.units.items()}
    for name, bound in (("min", question.minimum), ("max", question.maximum)):
        if isinstance(bound, float):
            data[name] = short(bound)
    return data


def _key(question: Numeric, ids: list[str]) -> dict[str, object]:
    data = _target(question)
    if question.wrong:
        data["near"] = [
            [name, short(near), clean(absolute(_own(wrong.tolerance, question.tolerance), near))]
            for name, wrong in zip(ids, question.wrong, strict=True)
            for near in (float(wrong.near),)
        ]
    return data


def _target(question: Numeric) -> dict[str, object]:
    answer = float(question.answer)
    return {"key": short(answer), "tol": clean(absolute(question.tolerance, answer))}


def _decides(question: Numeric, shared: Mapping[str, object]) -> dict[str, object]:
    return {**_target(question), **shared}


def _own(tolerance: Tolerance | UnsetType, default: Tolerance) -> Tolerance:
    return default if isinstance(tolerance, UnsetType) else tolerance


def _answers(question: Numeric, language: str) -> list[str]:
    said = _said(concrete(question)[0], language)
    return [f"<span data-v='{ANSWER}'>{said}</span>" if question.variants else said]


def _said(question: Numeric, language: str) -> str:
    answer = float(question.answer)
    unit, reach = _unit(question), clean(absolute(question.tolerance, answer))
    said = f"{written(answer, language, reach)}{f' {escape(unit)}' if unit else ''}"
    if not reach:
        return said
    bounds = (clean(answer - reach), clean(answer + reach))
    low, high = (written(bound, language, reach) for bound in bounds)
    return f"{said} {say(language, 'counts', low=low, high=high)}"


def _columns(question: Numeric, language: str) -> dict[str, list[str]]:
    """Return the columns that the texts of *question* name, as people write their values."""
    rows = question.variants if isinstance(question.variants, list) else []
    named = dict.fromkeys(name for text, _ in _texts(question) for name in NAME.findall(text))
    return {
        name: [_people(row[name], language) for row in rows]
        for name in named
        if rows and name in columns(rows[0])
    }


def _people(value: float | str, language: str) -> str:
    return value if isinstance(value, str) else written(value, language)


def _nears(question: Numeric, variants: list[Numeric], language: str) -> dict[str, list[str]]:
    """Return the well-known wrong numbers that differ from variant to variant."""
    return {
        f"{NEAR}{n}": [written(float(variant.wrong[n].near), language) for variant in variants]
        for n, wrong in enumerate(question.wrong)
        if isinstance(wrong.near, str)
    }


def _feedback(question: Numeric, first: Numeric, language: str) -> str:
    return verdicts(
        question.feedback,
        (
            (_near(n, asked.near, float(shown.near), language), asked.feedback)
            for n, (asked, shown) in enumerate(zip(question.wrong, first.wrong, strict=True))
        ),
    )


def _near(n: int, asked: float | str, shown: float, language: str) -> str:
    place = f" data-v='{NEAR}{n}'" if isinstance(asked, str) else ""
    return f"<b class='sc-near'{place}>{written(shown, language)}</b>"


def _fill(question: Numeric, language: str) -> dict[str, str]:
    """Return for each column an element with its value in the first variant."""
    return {
        name: f"<span data-v='{name}'>{escape(values[0], quote=False)}</span>"
        for name, values in _columns(question, language).items()
    }


NUMERIC = Row(Numeric, _check, _body, _answers, _listings, fill=_fill)

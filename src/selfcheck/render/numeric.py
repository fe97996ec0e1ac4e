"""numeric: a number within a tolerance, in a unit; with variants, several such numbers."""

from __future__ import annotations

from decimal import Decimal
from html import escape

from selfcheck.questions import Numeric, absolute
from selfcheck.render.parts import Body, Context, verdicts
from selfcheck.variants import PLACE, concrete
from selfcheck.words import say

# Columns of the page's table of variants that no author names: the answer in words, and the
# well-known wrong numbers.
ANSWER, NEAR = "=", "~"


def body(question: Numeric, _name: str, context: Context) -> Body:
    """Return a blank, the number in words, and feedback for well-known wrong numbers.

    With variants all of this is that of the first; the key holds what changes from one to the
    next.
    """
    variants = concrete(question)
    unit = question.unit if isinstance(question.unit, str) else ""
    key: dict[str, object] = {} if question.variants else _key(variants[0])
    if unit:
        key["unit"] = unit
    if question.units:
        key["units"] = question.units
    for name, bound in (("min", question.minimum), ("max", question.maximum)):
        if isinstance(bound, float):
            key[name] = bound
    said = [_said(variant, unit, context.language) for variant in variants]
    if question.variants:
        key["variants"] = [_key(variant) for variant in variants]
        key["say"] = {
            **_columns(question, context.language),
            **_nears(question, variants, context.language),
            ANSWER: said,
        }
        answer = f'<span data-v="{ANSWER}">{said[0]}</span>'
    else:
        answer = said[0]
    after = f" {escape(unit)}" if unit else ""
    feedback = _feedback(question, variants[0], context.language)
    return Body(key, f'<p class="sc-blank">________{after}</p>', answer, feedback)


def filled(question: Numeric, html: str, language: str) -> str:
    """Return *html* with each name of a column replaced by an element for its value.

    The element holds the value in the first variant.
    """
    columns = _columns(question, language)
    return PLACE.sub(
        lambda found: (
            f'<span data-v="{found[1]}">{escape(columns[found[1]][0], quote=False)}</span>'
            if found[1] in columns
            else found[0]
        ),
        html,
    )


def _key(question: Numeric) -> dict[str, object]:
    assert isinstance(question.answer, float)
    key: dict[str, object] = {
        "key": question.answer,
        "tol": _exact(absolute(question.tolerance, question.answer)),
    }
    if question.wrong:
        key["near"] = [
            [near, _exact(absolute(_own(wrong.tolerance, question.tolerance), near))]
            for wrong in question.wrong
            if isinstance(near := wrong.near, float)
        ]
    return key


def _own(tolerance: object, default: int | float | str) -> int | float | str:
    return tolerance if isinstance(tolerance, str | int | float) else default


def _said(question: Numeric, unit: str, language: str) -> str:
    assert isinstance(question.answer, float)
    answer, reach = question.answer, _exact(absolute(question.tolerance, question.answer))
    said = f"{number(answer, language)}{f' {escape(unit)}' if unit else ''}"
    if not reach:
        return said
    bounds = (number(_exact(bound), language) for bound in (answer - reach, answer + reach))
    low, high = bounds
    return f"{said} {say(language, 'counts', low=low, high=high)}"


def _columns(question: Numeric, language: str) -> dict[str, list[str]]:
    """Return the columns that the texts of *question* name, as people write their values."""
    texts = [question.prompt, question.explanation, *question.hints]
    texts += [text for text in (question.feedback,) if isinstance(text, str)]
    texts += [wrong.feedback for wrong in question.wrong]
    named = dict.fromkeys(name for text in texts for name in PLACE.findall(text))
    return {
        name: [
            value if isinstance(value, str) else number(value, language)
            for row in question.variants
            if isinstance(row, dict)
            for value in (row[name],)
        ]
        for name in named
        if question.variants
    }


def _nears(question: Numeric, variants: list[Numeric], language: str) -> dict[str, list[str]]:
    """Return the well-known wrong numbers that differ from variant to variant."""
    return {
        f"{NEAR}{n}": [number(float(variant.wrong[n].near), language) for variant in variants]
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
    place = f' data-v="{NEAR}{n}"' if isinstance(asked, str) else ""
    return f'<b class="sc-near"{place}>{number(shown, language)}</b>'


def number(value: float, language: str = "en") -> str:
    """Return *value* as people write it: 82,718 or 0.00005 in English, 82.718 in German."""
    written = f"{Decimal(repr(value)):,f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    signs = {",": say(language, "thousands"), ".": say(language, "decimal")}
    return "".join(signs.get(sign, sign) for sign in written)


def _exact(value: float) -> float:
    """Return *value* without the noise of binary fractions, so that HTML is the same everywhere."""
    return float(f"{value:.12g}")

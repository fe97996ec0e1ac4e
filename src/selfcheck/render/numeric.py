"""numeric: a number within a tolerance, in a unit."""

from __future__ import annotations

from decimal import Decimal
from html import escape

from selfcheck import markdown
from selfcheck.questions import Numeric, absolute
from selfcheck.render.parts import Body


def body(question: Numeric, _name: str) -> Body:
    """Return a blank, the number in words, and feedback for well-known wrong numbers."""
    answer = question.answer
    reach = _exact(absolute(question.tolerance, answer))
    key: dict[str, object] = {"key": answer, "tol": reach}
    unit = question.unit if isinstance(question.unit, str) else ""
    if unit:
        key["unit"] = unit
    if question.units:
        key["units"] = question.units
    for name, bound in (("min", question.minimum), ("max", question.maximum)):
        if isinstance(bound, float):
            key[name] = bound
    if question.wrong:
        key["near"] = [
            [
                wrong.near,
                _exact(
                    absolute(
                        wrong.tolerance
                        if isinstance(wrong.tolerance, str | int | float)
                        else question.tolerance,
                        wrong.near,
                    )
                ),
            ]
            for wrong in question.wrong
        ]
    after = f" {escape(unit)}" if unit else ""
    said = f"{number(answer)}{after}"
    if reach:
        low, high = number(_exact(answer - reach)), number(_exact(answer + reach))
        said += f" ({low} to {high} counts)"
    return Body(key, f'<p class="sc-blank">________{after}</p>', said, _feedback(question))


def _feedback(question: Numeric) -> str:
    html = ""
    if isinstance(question.feedback, str):
        html += f'<p class="sc-right">{markdown.inline(question.feedback)}</p>'
    if question.wrong:
        wrong = "".join(
            f'<li><b class="sc-near">{number(w.near)}</b> {markdown.inline(w.feedback)}</li>'
            for w in question.wrong
        )
        html += f'<ul class="sc-feedback">{wrong}</ul>'
    return html


def number(value: float) -> str:
    """Return *value* as people write it: 82,718 or 0.00005."""
    written = f"{Decimal(repr(value)):,f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def _exact(value: float) -> float:
    """Return *value* without the noise of binary fractions, so that HTML is the same everywhere."""
    return float(f"{value:.12g}")

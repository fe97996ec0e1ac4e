"""numeric, from numbers that are right or wrong within a tolerance."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from selfcheck.imports.items import NotHeldError
from selfcheck.imports.words import Words
from selfcheck.numbers import clean, short

# As YAML and people write them; a decimal comma too, where no thousands are meant.
NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:\s*[eE]\s*[+-]?\d+)?")
COMMA = re.compile(r"[+-]?\d+,\d+")
# Beyond, a bank takes no number.
LARGEST = 1e150


@dataclass
class Value:
    """Numbers from *low* to *high*, what of the score they are worth, and what is said to them."""

    low: float
    high: float
    share: float
    feedback: str = ""
    # Where somebody has written one number, and how far from it one may be.
    middle: float | None = None
    tolerance: float | str | None = None


def around(number: float, tolerance: float, share: float, feedback: str = "") -> Value:
    """Return a number within a tolerance."""
    reach = abs(tolerance)
    return Value(number - reach, number + reach, share, feedback, number, reach)


def number(text: str) -> float | None:
    """Return the number that *text* is; None where it is none."""
    bare = "".join(text.split()).replace("\N{MINUS SIGN}", "-")
    if COMMA.fullmatch(bare):
        bare = bare.replace(",", ".")
    if not NUMBER.fullmatch(bare):
        return None
    found = float(bare)
    return found if math.isfinite(found) and abs(found) <= LARGEST else None


def numeric(
    values: Sequence[Value],
    words: Words,
    *,
    unit: str = "",
    units: Mapping[str, float] | None = None,
) -> dict[str, Any]:
    """Return the fields of a question that asks for a number.

    Raises `NotHeldError` where none is right, or several that lie apart.
    """
    right = _one([each for each in values if each.share >= 0.999], words)
    answer, reach = _middle(right)
    said = right.feedback
    wrong: list[dict[str, Any]] = []
    for each in values:
        if each.share >= 0.999:
            continue
        near, around_it = _middle(each)
        within = abs(near - answer) <= _absolute(reach, answer) + 1e-12 * abs(answer)
        if each.share > 0:
            share = f"{round(each.share * 100, 2):g} %"
            words.lose(f"the part of the score for {short(near):g} ({share}): it is wrong here")
        if each.feedback and within:
            words.lose(f"what is said to numbers near {short(near):g}, beside the right one")
        elif each.feedback:
            own = {} if around_it == reach else {"tolerance": _clean(around_it)}
            wrong.append({"near": short(near), **own, "feedback": each.feedback})
    return {
        "type": "numeric",
        "answer": short(answer),
        "tolerance": _clean(reach) if reach else None,
        "unit": unit,
        "units": {name: short(size) for name, size in (units or {}).items()},
        "feedback": said,
        "wrong": wrong,
    }


def _one(right: Sequence[Value], words: Words) -> Value:
    """Return the one range that is right; several that overlap are one."""
    if not right:
        raise NotHeldError("no number is right")
    # The first that fits decides, so one in another says nothing.
    wide = max(right, key=lambda each: each.high - each.low)
    for each in right:
        slack = 1e-9 * max(abs(wide.low), abs(wide.high), 1e-300)
        if each.low < wide.low - slack or each.high > wide.high + slack:
            raise NotHeldError("several numbers are right that lie apart, and a bank has one")
    said = list(dict.fromkeys(each.feedback for each in right if each.feedback))
    if len(said) > 1:
        words.lose("what is said to the other right numbers; that to the first is there")
    if abs(wide.low) > LARGEST or abs(wide.high) > LARGEST:
        raise NotHeldError("its right numbers have no end, or are too large")
    # A number that somebody wrote is a better answer to show than the middle of a range.
    inside = [each for each in right if each.middle is not None and each.high - each.low <= 0]
    shown = inside[0].middle if inside and wide.middle is None else None
    if shown is not None and abs(shown - (wide.low + wide.high) / 2) > 1e-9 * abs(shown):
        words.lose(f"that the right number is {short(shown):g}: the middle of its range is shown")
    return Value(wide.low, wide.high, 1, said[0] if said else "", wide.middle, wide.tolerance)


def _middle(value: Value) -> tuple[float, float | str]:
    """Return the number in the middle of a range, and how far it reaches."""
    if value.middle is not None and value.tolerance is not None:
        return value.middle, value.tolerance
    return clean((value.low + value.high) / 2), clean((value.high - value.low) / 2)


def _absolute(tolerance: float | str, answer: float) -> float:
    if isinstance(tolerance, str):
        return abs(answer) * float(tolerance.rstrip("% ")) / 100
    return tolerance


def _clean(tolerance: float | str) -> float | str:
    return tolerance if isinstance(tolerance, str) else clean(tolerance)

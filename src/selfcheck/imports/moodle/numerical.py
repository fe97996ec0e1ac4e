"""Numbers with tolerances and units."""

from __future__ import annotations

from typing import Any

from selfcheck.imports.items import NotHeldError
from selfcheck.imports.make.number import Value, around, number, numeric
from selfcheck.imports.moodle.question import Question
from selfcheck.imports.moodle.shares import share


def numerical(question: Question) -> dict[str, Any]:
    """Return a number within a tolerance, in a unit."""
    values: list[Value] = []
    for each in question.element.all("answer"):
        text = question.plain(each)
        said = question.text(each.first("feedback"), "line")
        found = number(text)
        if found is None:
            if share(each) >= 0.999:
                raise NotHeldError(f"`{text[:40]}` is its right answer, and no number")
            if said:
                question.words.lose(f"what is said to any other answer (“{said[:60]}”)")
            continue
        reach = number(each.said("tolerance")) or 0.0
        values.append(around(found, reach, share(each), said))
    unit, units = units_of(question)
    return numeric(values, question.words, unit=unit, units=units)


def units_of(question: Question) -> tuple[str, dict[str, float]]:
    """Return the unit of the answer, and what one of each other unit is in it."""
    listed = question.element.first("units")
    found: dict[str, float] = {}
    for each in listed.all("unit") if listed else ():
        name, many = each.said("unit_name"), number(each.said("multiplier"))
        if name and many and many > 0:
            found.setdefault(name, many)
    # Moodle tells how many of a unit make one of the first: 100 cm make a metre.
    unit = next((name for name, many in found.items() if many == 1), "")
    if found and not unit:
        question.words.lose(f"its units ({', '.join(found)}): none of them is that of the answer")
        return "", {}
    penalty = number(question.element.said("unitpenalty")) or 0
    if found and penalty and question.element.said("unitgradingtype") in ("1", "2"):
        question.words.lose("the penalty for a wrong or missing unit")
    return unit, {name: 1 / many for name, many in found.items() if name != unit}

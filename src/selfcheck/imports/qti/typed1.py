"""What is typed, and is a text or a number, in QTI 1.2."""

from __future__ import annotations

from typing import Any

from selfcheck.imports.items import NotHeldError
from selfcheck.imports.make.number import Value, around, number, numeric
from selfcheck.imports.make.typed import Form, short_text
from selfcheck.imports.qti.question1 import Question
from selfcheck.imports.qti.rules1 import Outcome, affirmed
from selfcheck.imports.xml import Element

PERSON = "only a person can grade it"


def forms_of(question: Question, response: Element) -> tuple[list[Form], set[str], bool]:
    """Return the texts that rules ask for, with what they score; and whether capitals count."""
    name = response.get("ident")
    texts: dict[str, None] = {}
    case = False
    for condition in question.rules.conditions:
        variable = condition.first("conditionvar")
        for each in affirmed(variable) if variable else ():
            if each.tag == "varequal" and each.get("respident") == name and each.text.strip():
                texts[" ".join(each.text.split())] = None
                case = case or each.get("case").lower() == "yes"
            elif each.tag == "varsubstring":
                question.words.lose(f"any text around `{each.text.strip()[:40]}`")
                texts[" ".join(each.text.split())] = None
    outcomes = {text: question.outcome({name: [text]}) for text in texts}
    general = question.general([*outcomes.values(), question.outcome({name: ["\0"]})])
    forms = [
        Form(text, round(each.score, 6), question.feedback(each, general, "line"))
        for text, each in outcomes.items()
    ]
    return forms, general, case


def typed(question: Question, response: Element) -> dict[str, Any]:
    """Return the fields of a question whose answer is a text; raise `NotHeldError` for an essay."""
    forms, general, case = forms_of(question, response)
    if not forms:
        raise NotHeldError(f"no right answer is given: {PERSON}")
    field = next(response.walk("render_fib"), None)
    lines = number(field.get("rows")) if field else None
    if lines and lines > 1 and not any(each.share > 0 for each in forms):
        raise NotHeldError(f"an essay: {PERSON}")
    data = short_text(forms, question.words, case=case)
    return {**data, "general": general}


def in_numbers(question: Question, response: Element) -> dict[str, Any]:
    """Return the fields of a question whose answer is a number."""
    name = response.get("ident")
    values: list[Value] = []
    outcomes: list[Outcome] = []
    for condition in question.rules.conditions:
        variable = condition.first("conditionvar")
        for value in _ranges(variable) if variable else ():
            middle = value.middle if value.middle is not None else (value.low + value.high) / 2
            outcome = question.outcome({name: [repr(middle)]})
            outcomes.append(outcome)
            value.share = round(outcome.score, 6)
            value.feedback = ""
            values.append(value)
    nothing = question.outcome({name: ["none"]})
    general = question.general([*outcomes, nothing])
    for value, outcome in zip(values, outcomes, strict=True):
        value.feedback = question.feedback(outcome, general, "line")
    return {**numeric(_once(values), question.words), "general": general}


def _ranges(node: Element) -> list[Value]:
    """Return the numbers that a condition is for: single ones, and those between two."""
    found: list[Value] = []
    for each in node.elements:
        if each.tag == "or":
            found += _ranges(each)
        elif each.tag == "varequal":
            value = number(each.text)
            if value is not None:
                found.append(around(value, 0, 0))
    low = [number(e.text) for e in node.elements if e.tag in ("vargt", "vargte")]
    high = [number(e.text) for e in node.elements if e.tag in ("varlt", "varlte")]
    if low and high and low[0] is not None and high[0] is not None:
        found.append(Value(low[0], high[0], 0))
    for each in node.elements:
        if each.tag == "and":
            found += _ranges(each)
    return found


def _once(values: list[Value]) -> list[Value]:
    """Return ranges with the number that stands in the middle of them, and that alone no more."""
    points = [each for each in values if each.low == each.high]
    wide = [each for each in values if each.low != each.high]
    for each in wide:
        near = [
            point
            for point in points
            if abs(point.low - (each.low + each.high) / 2) <= 1e-9 * max(1, abs(point.low))
        ]
        if near:
            each.middle, each.tolerance = near[0].low, (each.high - each.low) / 2
            points = [point for point in points if point not in near]
    return [*wide, *points]

"""What is typed, or chosen in a menu within a text, in QTI 2 and 3."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from selfcheck.imports.html import marks
from selfcheck.imports.items import NotHeldError
from selfcheck.imports.make.gaps import BLANK, Gap
from selfcheck.imports.make.number import Value, around, number, numeric
from selfcheck.imports.make.typed import Form, short_text
from selfcheck.imports.qti.question2 import Question
from selfcheck.imports.qti.rules2 import Declared, tolerance
from selfcheck.imports.xml import Element
from selfcheck.numbers import short

PERSON = "only a person can grade it"
NUMBERS = ("float", "integer")


def response_of(question: Question, interaction: Element) -> Declared:
    """Return what is declared of the response to *interaction*."""
    name = interaction.get("responseIdentifier")
    if name not in question.responses:
        raise NotHeldError(f"its response `{name}` is not declared")
    return question.responses[name]


def shuffled(interaction: Element) -> bool:
    """Return whether what is offered is to be shuffled."""
    return interaction.get("shuffle", "false").lower() in ("true", "1")


def stands_alone(question: Question, field: Element) -> bool:
    """Return whether a field stands on a line of its own, so that it asks for all of it."""
    response = response_of(question, field)
    if response.kind in NUMBERS or question.labels.ours:
        return "selfcheck-text" not in question.html(question.body)
    for block in question.body.walk("p", "div", "li", "td", "itemBody"):
        if field in block.elements:
            words = "".join(each for each in block.children if isinstance(each, str))
            others = [each for each in block.elements if each is not field and each.tag != "br"]
            return not words.strip(" \n\t:.") and not others
    return False


def typed(question: Question, field: Element) -> dict[str, Any]:
    """Return a question with one field: a number, a word, or a text with a gap."""
    response = response_of(question, field)
    alone = question.labels.ours or (response.kind not in NUMBERS) or _ends(question, field)
    html = question.html(question.body, {} if alone else {id(field): BLANK})
    unit = re.search(r'<span class="selfcheck-unit">(.*?)</span>', html)
    if unit:
        html = html.replace(unit[0], "")
    prompt = question.home.prompt(re.sub(r"<p[^<>]*>\s*</p>", "", html))
    if response.kind in NUMBERS:
        data = numeric_of(question, response)
        data["unit"] = unescape(unit[1]) if unit else ""
    else:
        data = _text(question, response)
    return {**data, "prompt": prompt}


def _ends(question: Question, field: Element) -> bool:
    """Return whether nothing is said behind a field."""
    marked = question.html(question.body, {id(field): marks.name("field")})
    return not re.sub(r"<[^<>]*>", "", marked.partition(marks.name("field"))[2]).strip(" \n.")


def _candidates(question: Question, response: Declared) -> Iterator[str]:
    """Yield the texts that rules compare a response with."""
    yield from response.correct
    yield from response.worth
    processing = question.rules.processing
    for each in processing.walk("baseValue") if processing else ():
        if each.get("baseType", "string") in ("string", *NUMBERS):
            yield " ".join(each.text.split())


def _text(question: Question, response: Declared) -> dict[str, Any]:
    """Return the fields of a text that is typed."""
    processing = question.rules.processing
    texts = list(dict.fromkeys(each for each in _candidates(question, response) if each))
    if not texts:
        raise NotHeldError(f"no right answer is given: {PERSON}")
    for each in processing.walk("patternMatch", "substring") if processing else ():
        raise NotHeldError(f"answers by a pattern (`{each.tag}`), which a bank cannot have")
    best = question.best({response.name: response.correct[:1] or texts[:1]})
    forms = []
    for text in texts:
        outcome = question.outcome({response.name: [text]})
        share = outcome.score / best if best > 0 else float(text in response.correct)
        said = question.feedback(outcome, "line" if share >= 0.999 else "text")
        forms.append(Form(text, round(share, 6), said))
    # What is only compared for a number of points is no answer.
    forms = [each for each in forms if each.share > 0 or each.feedback]
    capitals = any(
        each.get("caseSensitive").lower() == "true"
        for each in (processing.walk("stringMatch") if processing else ())
    )
    return short_text(forms, question.words, case=response.capitals or capitals)


def numeric_of(question: Question, response: Declared) -> dict[str, Any]:
    """Return the fields of a number that is typed."""
    ranges = list(_ranges(question, response))
    correct = [value for each in response.correct if (value := number(each)) is not None]
    for value in correct:
        if not any(each.low <= value <= each.high for each in ranges):
            ranges.append(around(value, 0, 1))
    if not ranges:
        raise NotHeldError("no right number is given")
    best = question.best({response.name: response.correct[:1]})
    for each in ranges:
        near = [value for value in correct if each.low <= value <= each.high]
        middle = near[0] if near else (each.low + each.high) / 2
        outcome = question.outcome({response.name: [str(short(middle))]})
        each.share = round(outcome.score / best, 6) if best > 0 else float(bool(near))
        each.feedback = question.feedback(outcome, "line" if each.share >= 0.999 else "text")
        # A number that is called right stands in the middle of what counts.
        if near and abs((each.low + each.high) / 2 - near[0]) <= 1e-9 * max(1, abs(near[0])):
            each.middle, each.tolerance = near[0], None
    return numeric(ranges, question.words)


def _ranges(question: Question, response: Declared) -> Iterator[Value]:
    """Yield the numbers that rules tell apart."""
    for text in response.worth:
        if (value := number(text)) is not None:
            yield around(value, 0, 0)
    processing = question.rules.processing
    for each in processing.walk("equal", "equalRounded", "and") if processing else ():
        if each.tag == "and":
            low = _bound(each, ("gte", "gt"), response)
            high = _bound(each, ("lte", "lt"), response)
            if low is not None and high is not None and low <= high:
                yield Value(low, high, 0)
            continue
        for base in each.walk("baseValue", "correct"):
            values = response.correct if base.tag == "correct" else [base.text]
            for value in map(number, values):
                if value is not None and _of(each, response):
                    yield _around(each, value)


def _around(rule: Element, value: float) -> Value:
    if rule.tag == "equalRounded":
        figures = number(rule.get("figures")) or 0
        return around(value, 0.5 * 10.0**-figures, 0)
    low, high = tolerance(rule, value)
    made = Value(low, high, 0)
    if abs(high + low - 2 * value) <= 1e-9 * max(1, abs(value)):
        made.middle, made.tolerance = value, short((high - low) / 2)
    return made


def _of(rule: Element, response: Declared) -> bool:
    return any(each.get("identifier") == response.name for each in rule.walk("variable"))


def _bound(rule: Element, tags: tuple[str, ...], response: Declared) -> float | None:
    for each in rule.all(*tags):
        if _of(each, response) and (base := each.first("baseValue")) is not None:
            return number(base.text)
    return None


def gap_of(question: Question, element: Element) -> Gap:
    """Return the gap that *element* is in a text."""
    response = response_of(question, element)
    if element.tag == "inlineChoiceInteraction":
        choices = question.choices(element, "inlineChoice")
        right = response.correct or [key for key, worth in response.worth.items() if worth > 0]
        forms = [Form(question.plain(each), float(name in right)) for name, each in choices.items()]
        gap = Gap("menu", forms, shuffle=shuffled(element))
    elif response.kind in NUMBERS:
        gap = Gap("number", values=_values(question, response))
    else:
        best = max(response.worth.values(), default=0)
        shares = {text: 1.0 for text in response.correct}
        for text, worth in response.worth.items():
            shares.setdefault(text, worth / best if best > 0 else 0.0)
        if not shares:
            raise NotHeldError("one of its gaps has no right answer")
        forms = [Form(text, share) for text, share in shares.items()]
        gap = Gap("typed", forms, case=response.capitals)
    if question.labels.ours:
        gap.name = response.name.removeprefix("RESPONSE.").removeprefix("_")
    return gap


def _values(question: Question, response: Declared) -> list[Value]:
    """Return the right numbers of one of several fields."""
    found = []
    ranges = list(_ranges(question, response))
    for value in (number(each) for each in response.correct):
        if value is not None:
            wide = [each for each in ranges if each.low <= value <= each.high]
            each = max(wide, key=lambda one: one.high - one.low, default=around(value, 0, 1))
            found.append(Value(each.low, each.high, 1, "", each.middle, each.tolerance))
    if not found:
        raise NotHeldError("one of its gaps has no right number")
    return found

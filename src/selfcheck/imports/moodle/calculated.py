"""Numbers that are worked out from others: the items of Moodle's datasets become variants."""

from __future__ import annotations

import re
from typing import Any

from selfcheck.imports.formula import FormulaError, name_of, names, value
from selfcheck.imports.html import marks
from selfcheck.imports.items import NotHeldError
from selfcheck.imports.make.number import number
from selfcheck.imports.moodle.numerical import units_of
from selfcheck.imports.moodle.question import Question
from selfcheck.imports.moodle.shares import share
from selfcheck.imports.names import Ids
from selfcheck.imports.xml import Element
from selfcheck.numbers import clean, short

# `{a}` in a text, and `{={a}*2}`, which is worked out for it.
PLACE = re.compile(r"\{=(?P<sum>(?:[^{}]|\{[^{}]*\})*)\}|\{(?P<name>[A-Za-z][\w ]*)\}")
MOST_ROWS = 1_000


def calculated(question: Question) -> dict[str, Any]:
    """Return a number with variants, a row for each item of the datasets."""
    rows = _rows(question)
    answers = question.element.all("answer")
    right = [each for each in answers if share(each) >= 0.999]
    if len(right) != 1:
        raise NotHeldError(f"{len(right)} of its formulas are right, and a bank has one")
    formula = question.plain(right[0])
    columns = _Columns(rows)
    data: dict[str, Any] = {"type": "numeric"}
    places = {
        "prompt": question.html(question.element.first("questiontext")),
        "explanation": question.html(question.element.first("generalfeedback")),
        "feedback": question.html(right[0].first("feedback")),
    }
    filled = {name: PLACE.sub(columns.place, html) for name, html in places.items()}
    answer = columns.sum(formula, "answer")
    data["prompt"] = question.words.html(filled["prompt"])
    data["variants"] = columns.rows
    data["answer"] = answer
    data["tolerance"] = _tolerance(question, right[0], columns, answer)
    data |= _unit(question)
    data["feedback"] = question.words.html(filled["feedback"], "line")
    if explanation := question.words.html(filled["explanation"]):
        data["explanation"] = explanation
    for each in answers:
        if each not in right and (said := question.text(each.first("feedback"))):
            question.words.lose(f"what is said to `{question.plain(each)[:40]}` (“{said[:40]}”)")
    if len(columns.rows) < 2:
        raise NotHeldError("there are fewer than two sets of numbers for it")
    return data


def _rows(question: Question) -> list[dict[str, float]]:
    """Return the numbers of each item, by the name that Moodle has for them."""
    listed = question.element.first("dataset_definitions")
    columns: dict[str, dict[int, float]] = {}
    for each in listed.all("dataset_definition") if listed else ():
        name = each.said("name", "text") or each.said("name")
        items = each.first("dataset_items")
        for n, item in enumerate(items.all("dataset_item") if items else (), 1):
            found = number(item.said("value"))
            place = item.said("number")
            if found is not None:
                columns.setdefault(name, {})[int(place) if place.isdecimal() else n] = found
    if not columns:
        raise NotHeldError("its numbers are not in the file")
    common = sorted(set.intersection(*(set(items) for items in columns.values())))
    return [{name: items[n] for name, items in columns.items()} for n in common[:MOST_ROWS]]


class _Columns:
    """The columns of the variants: those of the datasets, and what is worked out from them."""

    def __init__(self, rows: list[dict[str, float]]) -> None:
        self._rows = rows
        self._ids = Ids()
        # What `id` and `answer` are called already.
        self._ids.taken.update(("id", "answer"))
        self._named = {name: self._ids.new(name, "n") for name in (rows[0] if rows else ())}
        # A name that YAML or a bank takes for a number, or for none.
        for name, made in self._named.items():
            if not re.search("[a-z]", made):
                self._named[name] = self._ids.new(f"n {made}")
        self._sums: dict[str, str] = {}
        self.rows: list[dict[str, float]] = [
            {self._named[name]: short(value) for name, value in row.items()} for row in rows
        ]

    def place(self, found: re.Match[str]) -> str:
        """Return the mark that stands in a text for a name or a sum."""
        if found["sum"] is not None:
            return marks.name(self.sum(found["sum"]))
        name = found["name"].strip()
        return marks.name(self._named[name]) if name in self._named else found[0]

    def _name(self, found: re.Match[str]) -> str:
        """Return what a formula has for `{a}`."""
        name = found[1].strip()
        return name_of(self._named[name]) if name in self._named else found[0]

    def sum(self, formula: str, name: str = "") -> str:
        """Return the name of the column that holds *formula*, worked out for each row."""
        bare = re.sub(r"\{([A-Za-z][\w ]*)\}", self._name, formula)
        known = {name_of(made): made for made in self._named.values()}
        if bare.strip() in known:
            return known[bare.strip()]
        if bare in self._sums:
            return self._sums[bare]
        made = name or self._ids.new(f"sum-{len(self._sums) + 1}")
        try:
            unknown = names(bare) - {*known.values()}
            if unknown:
                raise FormulaError(f"it has no number called `{min(unknown)}`")
            for row in self.rows:
                row[made] = clean(value(bare, row))
        except FormulaError as error:
            raise NotHeldError(f"the formula `{formula[:60]}`: {error}") from None
        self._sums[bare] = made
        return made


def _tolerance(
    question: Question, answer: Element, columns: _Columns, name: str
) -> float | str | None:
    reach = number(answer.said("tolerance")) or 0.0
    kind = answer.said("tolerancetype") or "1"
    if not reach:
        return None
    if kind == "2":
        return short(reach)
    if kind == "3":
        question.words.lose("that its tolerance is geometric: it is a share of the answer here")
    if any(row[name] == 0 for row in columns.rows):
        question.words.lose("its tolerance where the answer is 0: a share of that is nothing")
    said = f"{clean(reach * 100)}"
    return f"{said}%" if re.fullmatch(r"\d+(\.\d+)?", said) else short(reach)


def _unit(question: Question) -> dict[str, Any]:
    unit, units = units_of(question)
    return {"unit": unit, "units": {name: short(size) for name, size in units.items()}}

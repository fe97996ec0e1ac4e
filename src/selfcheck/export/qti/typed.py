"""What is typed: a number or a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from selfcheck.export import xml
from selfcheck.export.qti.names import identifier
from selfcheck.export.qti.scoring import (
    RESPONSE,
    RIGHT,
    SCORE,
)
from selfcheck.export.typed import bounds, ends, number, reach, reach_of, unforgiving
from selfcheck.types.numeric import Numeric
from selfcheck.types.short_text import ShortText

if TYPE_CHECKING:
    from selfcheck.export.qti.item import Item


def numeric(item: Item, question: Numeric) -> str:
    """Return an item that takes a number."""
    s = item.scoring
    if limits := bounds(question):
        item.note(f"{limits}: left out, since QTI grades every number")
    if question.units:
        item.note(f"units {', '.join(question.units)}: left out, since QTI reads a number alone")
    answer = number(float(question.answer))
    body = _line(item, question.unit if isinstance(question.unit, str) else "")
    shown = s.show(RIGHT) if isinstance(question.feedback, str) else ""
    near = [
        (
            name,
            s.near(*ends(float(wrong.near), reach_of(wrong, question))),
            wrong.feedback,
        )
        for name, wrong in zip(item.sheet.ids[0], question.wrong, strict=True)
    ]
    right = s.near(*ends(float(question.answer), reach(question)))
    rules, said = _judged(item, right, shown, near), _said(item, question.feedback, near)
    declared = s.response(RESPONSE, "single", "float", [answer])
    return item.written([declared], body, rules, said)


def short_text(item: Item, question: ShortText) -> str:
    """Return an item that takes a text."""
    s, capitals = item.scoring, question.case_sensitive
    if said := unforgiving(question.answers, question):
        item.note(f"{said}, since QTI compares sign by sign")
    worth = dict.fromkeys(question.answers, 1.0)
    declared = s.response(
        RESPONSE, "single", "string", question.answers[:1], worth, capitals=capitals
    )
    right = s.either(s.typed(form, capitals) for form in question.answers)
    shown = s.show(RIGHT) if isinstance(question.feedback, str) else ""
    near = [
        (
            name,
            s.either(s.typed(form, capitals) for form in wrong.answers),
            wrong.feedback,
        )
        for name, wrong in zip(item.sheet.ids[0], question.wrong, strict=True)
    ]
    rules = _judged(item, right, shown, near)
    return item.written([declared], _line(item, ""), rules, _said(item, question.feedback, near))


def _judged(item: Item, right: str, shown: str, near: Sequence[tuple[str, str, str]]) -> list[str]:
    """Return the rules for something typed, which is *right* or one of *near*."""
    s = item.scoring
    one, none = (s.set(SCORE, s.base("float", value)) for value in "10")
    rules = [s.when(right, one, *filter(None, [shown]), otherwise=[none])]
    return rules + [s.when(condition, s.show(identifier(name))) for name, condition, _ in near]


def _said(item: Item, right: object, near: Sequence[tuple[str, str, str]]) -> dict[str, str]:
    places = item.sheet.places
    said = {RIGHT: item.rich.inline(right, places)} if isinstance(right, str) else {}
    for name, _, feedback in near:
        said[identifier(name)] = item.rich.inline(feedback, places)
    return said


def _line(item: Item, unit: str) -> str:
    """Return the line in which something is typed."""
    field = item.dialect.element("textEntryInteraction", {"responseIdentifier": RESPONSE})
    after = f' <span class="selfcheck-unit">{xml.text(unit)}</span>' if unit else ""
    return f'<p class="selfcheck-answer">{field}{after}</p>'

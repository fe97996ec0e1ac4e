"""What is said of each part of a question, for systems that have no place for it beside the part.

It stands in the general feedback then, as a list.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from selfcheck.export.typed import number
from selfcheck.identity import text_of
from selfcheck.types.categorize import Categorize
from selfcheck.types.cloze import Cloze
from selfcheck.types.hotspot import Hotspot
from selfcheck.types.match import Match
from selfcheck.types.numeric import Numeric
from selfcheck.types.options import Choice, MultipleResponse
from selfcheck.types.order import Order
from selfcheck.types.short_text import ShortText

if TYPE_CHECKING:
    from selfcheck.export.material import Sheet
    from selfcheck.export.rich import Rich


def parts(sheet: Sheet, rich: Rich) -> list[tuple[str, str]]:
    """Return of each part of a question that has a feedback its name, and that, as HTML."""
    return [(name, feedback) for name, feedback in every(sheet, rich) if feedback]


def every(sheet: Sheet, rich: Rich) -> list[tuple[str, str]]:
    """Return of each part of a question its name, and its feedback or nothing, as HTML."""
    return [(name, rich.said(feedback)) for name, feedback in _parts(sheet, rich)]


def _parts(sheet: Sheet, rich: Rich) -> Iterator[tuple[str, object]]:
    question = sheet.question
    if isinstance(question, Choice | MultipleResponse):
        for option in question.options:
            yield rich.inline(option.text), option.feedback
    elif isinstance(question, Hotspot):
        for region in question.regions:
            yield rich.inline(region.text), region.feedback
    elif isinstance(question, Order):
        for item in question.items:
            yield rich.inline(item.text), item.feedback
    elif isinstance(question, Match):
        for pair in question.pairs:
            yield rich.inline(text_of(pair.left)), pair.feedback
    elif isinstance(question, Categorize):
        for category in question.categories:
            for item in category.items:
                yield rich.inline(item.text), item.feedback
    elif isinstance(question, Cloze):
        for gap in question.gaps.values():
            yield escape(gap.forms[0], quote=False), gap.feedback


def wrong(sheet: Sheet, rich: Rich) -> list[tuple[str, str]]:
    """Return of each well-known wrong answer that is typed how it is written, and its feedback."""
    question = sheet.question
    found: list[tuple[str, str]] = []
    if isinstance(question, Numeric):
        found = [(number(float(each.near)), each.feedback) for each in question.wrong]
    elif isinstance(question, ShortText):
        found = [(", ".join(each.answers), each.feedback) for each in question.wrong]
    return [(escape(form, quote=False), rich.inline(said, sheet.places)) for form, said in found]


def listed(said: list[tuple[str, str]], name: str = "feedback") -> str:
    """Return *said* as a list; nothing when it is empty."""
    rows = "".join(f"<li><b>{each}</b> {feedback}</li>" for each, feedback in said)
    return f'<ul class="selfcheck-{name}">{rows}</ul>' if rows else ""

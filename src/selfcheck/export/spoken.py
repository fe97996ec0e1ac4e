"""What is said of each part of a question, for systems that have no place for it beside the part.

It stands in the general feedback then, as a list.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from selfcheck.identity import text_of
from selfcheck.types.categorize import Categorize
from selfcheck.types.cloze import Cloze
from selfcheck.types.hotspot import Hotspot
from selfcheck.types.match import Match
from selfcheck.types.options import Choice, MultipleResponse
from selfcheck.types.order import Order

if TYPE_CHECKING:
    from selfcheck.export.material import Sheet
    from selfcheck.export.rich import Rich


def parts(sheet: Sheet, rich: Rich) -> list[tuple[str, str]]:
    """Return of each part of a question its name and its feedback, as HTML; none without any."""
    return [
        (name, rich.inline(feedback)) for name, feedback in _parts(sheet, rich) if _is(feedback)
    ]


def _is(feedback: object) -> bool:
    return isinstance(feedback, str)


def _parts(sheet: Sheet, rich: Rich) -> Iterator[tuple[str, str]]:
    question = sheet.question
    if isinstance(question, Choice | MultipleResponse):
        for option in question.options:
            yield rich.inline(option.text), option.feedback
    elif isinstance(question, Hotspot):
        for region in question.regions:
            yield rich.inline(region.text), region.feedback
    elif isinstance(question, Order):
        for item in question.items:
            yield rich.inline(item.text), item.feedback  # type: ignore[misc]
    elif isinstance(question, Match):
        for pair in question.pairs:
            yield rich.inline(text_of(pair.left)), pair.feedback  # type: ignore[misc]
    elif isinstance(question, Categorize):
        for category in question.categories:
            for item in category.items:
                yield rich.inline(item.text), item.feedback  # type: ignore[misc]
    elif isinstance(question, Cloze):
        for gap in question.gaps.values():
            yield escape(gap.forms[0], quote=False), gap.feedback  # type: ignore[misc]


def listed(said: list[tuple[str, str]]) -> str:
    """Return *said* as a list; nothing when it is empty."""
    rows = "".join(f"<li><b>{name}</b> {feedback}</li>" for name, feedback in said)
    return f'<ul class="selfcheck-feedback">{rows}</ul>' if rows else ""

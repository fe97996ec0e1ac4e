"""What belongs to what in questions of pairs and of groups, where a format has one kind of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from selfcheck.identity import text_of
from selfcheck.types.categorize import Categorize
from selfcheck.types.match import Match

if TYPE_CHECKING:
    from selfcheck.export.material import Sheet


class Pairs(NamedTuple):
    """`rows` are ids and texts of what is placed, each with the id of its side; `sides` by id."""

    rows: list[tuple[str, str, str]]
    sides: dict[str, str]


def matched(sheet: Sheet, question: Match) -> Pairs:
    """Return the pairs of *question*; right sides that are the same are one."""
    lefts, rights = sheet.ids
    alike = sheet.alike[1]
    texts = [*(text_of(pair.right) for pair in question.pairs)]
    texts += [text_of(each) for each in question.distractors]
    sides = {each: text for each, text in zip(rights, texts, strict=True) if alike[each] == each}
    rows = [
        (left, text_of(pair.left), alike[right])
        for left, pair, right in zip(lefts, question.pairs, rights, strict=False)
    ]
    return Pairs(rows, sides)


def grouped(sheet: Sheet, question: Categorize) -> Pairs:
    """Return the items of *question*, each with its group as its side."""
    groups, items = sheet.ids
    placed = [
        (item.text, group)
        for group, each in zip(groups, question.categories, strict=True)
        for item in each.items
    ]
    rows = [(name, text, group) for name, (text, group) in zip(items, placed, strict=True)]
    sides = {name: each.text for name, each in zip(groups, question.categories, strict=True)}
    return Pairs(rows, sides)

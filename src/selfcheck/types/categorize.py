"""categorize: items to put into groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from selfcheck import looks, markdown
from selfcheck.finding import Finding
from selfcheck.identity import Choosable, Listing, given
from selfcheck.questions import Identified, MenuText, Question
from selfcheck.shuffle import shuffled
from selfcheck.source import Here
from selfcheck.types.checks import all_or_none
from selfcheck.types.order import Item
from selfcheck.types.pieces import feedback, items, named, pairs
from selfcheck.types.row import Body, Context, Row

IN_TWO = "stands in two places; an item belongs to one group"


class Category(Identified, kw_only=True):
    """A group, and the items that belong to it."""

    text: MenuText
    items: list[Item]


class Categorize(Question, kw_only=True, tag="categorize"):
    """Items to put into groups."""

    categories: Annotated[list[Category], Meta(min_length=2)]


def _groups(question: Categorize) -> Listing:
    return Listing(
        [
            Choosable(("categories", n), each.text, given(each))
            for n, each in enumerate(question.categories)
        ],
        seen=looks.menu,
    )


def _items(question: Categorize) -> Listing:
    return Listing(
        [
            Choosable(("categories", n, "items", i), item.text, given(item), twice=IN_TWO)
            for n, each in enumerate(question.categories)
            for i, item in enumerate(each.items)
        ],
        seen=looks.marked,
    )


def _listings(question: Categorize) -> list[Listing]:
    return [_groups(question), _items(question)]


def _placed(question: Categorize) -> list[tuple[Item, int]]:
    """Return all items, each with the index of its group."""
    return [(item, group) for group, each in enumerate(question.categories) for item in each.items]


def _check(question: Categorize, here: Here) -> Iterator[Finding]:
    placed = [item for item, _ in _placed(question)]
    if len(placed) < 2:
        yield here.finding("there are fewer than two items to sort; add some", "categories")
    places = [thing.where for thing in _items(question).things]
    yield from all_or_none(here, [item.feedback for item in placed], places)


def _body(question: Categorize, name: str, _context: Context) -> Body:
    """Return the groups and the items out of order; the key gives each item its group."""
    ids, to, placed = _items(question).ids, _groups(question).ids, _placed(question)
    order = shuffled(name, ids, unlike=ids)
    shown = [placed[index] for index in order]
    data = {
        "ids": " ".join(ids[index] for index in order),
        "to": " ".join(to),
        "key": " ".join(to[group] for _, group in shown),
    }
    groups = items((each.text for each in question.categories), "sc-groups")
    listed = items((item.text for item, _ in shown), "sc-items", lettered=False)
    return Body(
        data,
        f"{groups}{listed}",
        pairs(group for _, group in shown),
        feedback((item.feedback for item, _ in shown), lettered=False),
        decides={name: to[group] for name, (_, group) in zip(ids, placed, strict=True)},
    )


def _answers(question: Categorize, _language: str) -> list[str]:
    groups = [
        named(markdown.inline(each.text), name)
        for each, name in zip(question.categories, _groups(question).ids, strict=True)
    ]
    return [
        f"{named(markdown.inline(item.text), name)} → {groups[group]}"
        for (item, group), name in zip(_placed(question), _items(question).ids, strict=True)
    ]


CATEGORIZE = Row(Categorize, _check, _body, _answers, _listings)

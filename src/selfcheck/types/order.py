"""order: items to put in their right order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from selfcheck import looks, markdown
from selfcheck.finding import Finding
from selfcheck.identity import Choosable, Listing, given
from selfcheck.questions import Identified, Question, Text
from selfcheck.shuffle import shuffled
from selfcheck.source import Here
from selfcheck.types.checks import all_or_none
from selfcheck.types.pieces import feedback, items, letters, named
from selfcheck.types.row import Body, Context, Row


class Item(Identified, kw_only=True):
    """One item of an order or categorize question."""

    text: Text
    feedback: Text | UnsetType = UNSET


class Order(Question, kw_only=True, tag="order"):
    """Items, written in their right order."""

    items: Annotated[list[Item], Meta(min_length=3)]


def _listing(question: Order) -> Listing:
    return Listing(
        [
            Choosable(("items", n), item.text, given(item), twice="")
            for n, item in enumerate(question.items)
        ],
        equal=True,
        seen=looks.marked,
    )


def _listings(question: Order) -> list[Listing]:
    return [_listing(question)]


def _check(question: Order, here: Here) -> Iterator[Finding]:
    if len({item.text for item in question.items}) < 2:
        yield here.finding("all items are the same; any order would be right", "items")
    places = [("items", n) for n in range(len(question.items))]
    yield from all_or_none(here, [item.feedback for item in question.items], places)


def _body(question: Order, name: str, _context: Context) -> Body:
    """Return the items out of order; the key lists them in order."""
    listing = _listing(question)
    ids = listing.ids
    right = [listing.alike[each] for each in ids]
    order = shuffled(name, ids, unlike=right)
    shown = [question.items[index] for index in order]
    data: dict[str, object] = {"ids": " ".join(ids[i] for i in order), "key": " ".join(ids)}
    if listing.same:
        data["same"] = listing.same
    return Body(
        data,
        items((item.text for item in shown), "sc-items"),
        letters(order.index(index) for index in range(len(order))),
        feedback(item.feedback for item in shown),
        decides=right,
    )


def _answers(question: Order, _language: str) -> list[str]:
    return [
        named(markdown.inline(item.text), name)
        for item, name in zip(question.items, _listing(question).ids, strict=True)
    ]


ORDER = Row(Order, _check, _body, _answers, _listings, ordered=True)

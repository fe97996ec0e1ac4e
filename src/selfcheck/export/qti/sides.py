"""What is put in order, matched or sorted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from selfcheck.export.pairs import grouped, matched
from selfcheck.export.qti.names import identifier
from selfcheck.export.qti.scoring import (
    RESPONSE,
    SCORE,
)
from selfcheck.shuffle import shuffled
from selfcheck.types.categorize import Categorize
from selfcheck.types.match import Match
from selfcheck.types.order import Order

if TYPE_CHECKING:
    from selfcheck.export.qti.item import Item

# Groups and right sides have ids of their own, which may be those of items and left sides.
TO = "to"


def order(item: Item, question: Order) -> str:
    """Return an item whose parts are put in order."""
    q, s, (names,) = item.dialect, item.scoring, item.sheet.ids
    (alike,) = item.sheet.alike
    ids = [identifier(each) for each in names]
    # Never in their right order, should a player not shuffle them.
    order = shuffled(item.sheet.path, names, unlike=[alike[each] for each in names])
    rows = [
        q.element("simpleChoice", {"identifier": ids[n]}, item.inline(question.items[n].text))
        for n in order
    ]
    body = q.lines("orderInteraction", {"responseIdentifier": RESPONSE, "shuffle": True}, *rows)
    more = s.more(s.base("float", "1"))
    rules = [s.set(SCORE, s.base("float", "0"))]
    for n, name in enumerate(names, 1):
        here = q.element("index", {"n": n}, s.variable(RESPONSE))
        same = [each for each in names if alike[each] == alike[name]]
        right = (s.same(here, s.base("identifier", identifier(each))) for each in same)
        rules.append(s.when(s.either(right), more))
    rules.append(s.shared(len(ids)))
    declared = s.response(RESPONSE, "ordered", "identifier", ids)
    return item.written([declared], body, rules, {}, parts=True)


def match(item: Item, question: Match) -> str:
    """Return an item whose left sides are given right ones."""
    return _pairs(item, *matched(item.sheet, question))


def categorize(item: Item, question: Categorize) -> str:
    """Return an item whose parts are sorted into groups."""
    return _pairs(item, *grouped(item.sheet, question))


def _pairs(item: Item, rows: Sequence[tuple[str, str, str]], sides: Mapping[str, str]) -> str:
    """Return an item in which each of *rows*, with its right partner, is given a side."""
    q, s = item.dialect, item.scoring
    left = [
        q.element(
            "simpleAssociableChoice",
            {"identifier": identifier(name), "matchMax": 1},
            item.inline(said),
        )
        for name, said, _ in rows
    ]
    right = [
        q.element(
            "simpleAssociableChoice",
            {"identifier": identifier(TO, name), "matchMax": 0},
            item.inline(said),
        )
        for name, said in sides.items()
    ]
    attributes = {
        "responseIdentifier": RESPONSE,
        "shuffle": True,
        "maxAssociations": len(rows),
    }
    body = q.lines(
        "matchInteraction",
        attributes,
        q.lines("simpleMatchSet", {}, *left),
        q.lines("simpleMatchSet", {}, *right),
    )
    pairs = [f"{identifier(name)} {identifier(TO, side)}" for name, _, side in rows]
    worth = dict.fromkeys(pairs, 1 / len(pairs))
    declared = s.response(RESPONSE, "multiple", "directedPair", pairs, worth, bounded=True)
    rules = [s.set(SCORE, s.mapped())]
    return item.written([declared], body, rules, {}, parts=True)

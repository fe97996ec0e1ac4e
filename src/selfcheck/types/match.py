"""match: left sides, each to be given its right side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import UNSET, Meta, UnsetType, field

from selfcheck import looks, markdown
from selfcheck.finding import Finding
from selfcheck.identity import Choosable, Listing, given, text_of
from selfcheck.questions import Entered, Entry, MenuText, Named, Question, Text
from selfcheck.shuffle import shuffled
from selfcheck.source import Here
from selfcheck.types.checks import all_or_none
from selfcheck.types.pieces import feedback, items, named, pairs
from selfcheck.types.row import Body, Context, Row

IS_RIGHT = "is already a right side; a learner could not tell them apart"


class Pair(Entry):
    """A left side of a match question and the right side that belongs to it."""

    left: Text | Named
    right: MenuText | Entered
    feedback: Text | UnsetType = UNSET


class Match(Question, kw_only=True, tag="match"):
    """Left sides, each with its right side, and right sides that belong to none."""

    pairs: Annotated[list[Pair], Meta(min_length=2)]
    distractors: list[MenuText | Entered] = field(default_factory=list)


def _lefts(question: Match) -> Listing:
    return Listing(
        [
            Choosable(("pairs", n, "left"), text_of(pair.left), given(pair.left))
            for n, pair in enumerate(question.pairs)
        ],
        seen=looks.marked,
    )


def _rights(question: Match) -> Listing:
    """Return the right sides of the pairs, and after them the distractors."""
    of_pairs = [
        Choosable(("pairs", n, "right"), text_of(pair.right), given(pair.right), twice="")
        for n, pair in enumerate(question.pairs)
    ]
    of_none = [
        Choosable(("distractors", n), text_of(each), given(each), twice=IS_RIGHT)
        for n, each in enumerate(question.distractors)
    ]
    return Listing([*of_pairs, *of_none], equal=True, seen=looks.menu)


def _listings(question: Match) -> list[Listing]:
    return [_lefts(question), _rights(question)]


def _check(question: Match, here: Here) -> Iterator[Finding]:
    if len({thing.text for thing in _rights(question).things}) < 2:
        yield here.finding("all right sides are the same; any answer would be right", "pairs")
    places = [("pairs", n) for n in range(len(question.pairs))]
    yield from all_or_none(here, [pair.feedback for pair in question.pairs], places)


def _body(question: Match, name: str, _context: Context) -> Body:
    """Return both columns; the key gives each left side its right side."""
    rights = _rights(question)
    lefts, to = _lefts(question).ids, rights.ids
    order = shuffled(name, to, unlike=[rights.alike[each] for each in to])
    key = to[: len(lefts)]
    data: dict[str, object] = {
        "ids": " ".join(lefts),
        "to": " ".join(to[index] for index in order),
        "key": " ".join(key),
    }
    if rights.same:
        data["same"] = rights.same
    left = items((text_of(pair.left) for pair in question.pairs), "sc-left", lettered=False)
    right = items((rights.things[index].text for index in order), "sc-right")
    return Body(
        data,
        f"{left}{right}",
        pairs(order.index(index) for index in range(len(key))),
        feedback((pair.feedback for pair in question.pairs), lettered=False),
        decides={left: rights.alike[right] for left, right in zip(lefts, key, strict=True)},
    )


def _answers(question: Match, _language: str) -> list[str]:
    lefts, to = _lefts(question).ids, _rights(question).ids
    return [
        f"{named(markdown.inline(text_of(pair.left)), left)} → "
        f"{named(markdown.inline(text_of(pair.right)), right)}"
        for pair, left, right in zip(question.pairs, lefts, to[: len(lefts)], strict=True)
    ]


MATCH = Row(Match, _check, _body, _answers, _listings)

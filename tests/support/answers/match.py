"""A menu for each left side.

Right sides with equal texts are one to a learner: here the first of them stands for all.
"""

from __future__ import annotations

from playwright.sync_api import Locator

from tests.support.answers import categorize
from tests.support.learner import Learner

Pairs = dict[str, str]

said = categorize.said


def alike(who: Learner, chosen: Pairs) -> Pairs:
    return {left: _first(who, each) for left, each in chosen.items()}


def right(who: Learner) -> Pairs:
    return alike(who, categorize.right(who))


def wrong(who: Learner) -> Pairs:
    return {
        left: next(other for other in who.data["to"] if _first(who, other) != each)
        for left, each in right(who).items()
    }


def partly(who: Learner) -> Pairs:
    first = who.data["ids"][0]
    return {**wrong(who), first: right(who)[first]}


def answer(who: Learner, chosen: Pairs) -> None:
    rights = who.texts(".sc-right", "to")
    for left, each in chosen.items():
        who.pick(_menu(who, left), rights[each])


def response(who: Learner) -> Pairs:
    names = {text: name for name, text in reversed(who.texts(".sc-right", "to").items())}
    picked = {left: who.picked(_menu(who, left)) for left in who.data["ids"]}
    return {left: names[text] for left, text in picked.items() if text}


def kept(who: Learner, chosen: Pairs) -> Pairs:
    key = right(who)
    return {left: each for left, each in chosen.items() if each == key[left]}


def _menu(who: Learner, left: str) -> Locator:
    return who.live.get_by_role("combobox", name=who.texts(".sc-left")[left], exact=True)


def _first(who: Learner, name: str) -> str:
    """Return the first right side that has the text of *name*."""
    rights = who.texts(".sc-right", "to")
    return next(other for other, text in rights.items() if text == rights[name])

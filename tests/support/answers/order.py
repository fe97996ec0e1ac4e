"""A button up and a button down for each item."""

from __future__ import annotations

from tests.support.answers import match
from tests.support.learner import Learner

right = match.right
wrong = match.wrong
said = match.said


def _shown(who: Learner) -> list[str]:
    return who.lines(who.live.locator(".sc-item > :first-child"))


def partly(who: Learner) -> list[int]:
    key: list[int] = who.data["key"]
    return [key[1], key[0], *key[2:]]


def answer(who: Learner, wanted: list[int]) -> None:
    names = who.names(".sc-items")
    for place, index in enumerate(wanted):
        name = names[index]
        button = who.root.get_by_role("button", name=f"Move up: {name}", exact=True)
        for _ in range(_shown(who).index(name) - place):
            who.push(button)
    if who.status.text_content() == "" and _shown(who) == [names[i] for i in wanted]:
        # It stood so from the start: move the last one away and back, as a learner must.
        last = names[wanted[-1]]
        for way in ("up", "down"):
            who.push(who.root.get_by_role("button", name=f"Move {way}: {last}", exact=True))


def response(who: Learner) -> list[int]:
    names = who.names(".sc-items")
    return [names.index(shown) for shown in _shown(who)]


def kept(_who: Learner, given: list[int]) -> list[int]:
    return given

"""A button up and a button down for each item.

Items with equal texts are one to a learner. Which of their ids stands first is their secret: here
they stand in the order of the data.
"""

from __future__ import annotations

from itertools import permutations

from playwright.sync_api import Locator

from tests.support.learner import Learner


def alike(who: Learner, given: list[str]) -> list[str]:
    return _named(who, _texts(who, given))


def right(who: Learner) -> list[str]:
    return alike(who, who.data["key"])


def wrong(who: Learner) -> list[str]:
    key = _texts(who, who.data["key"])
    for order in permutations(key):
        if all(one != other for one, other in zip(order, key, strict=True)):
            return _named(who, list(order))
    raise AssertionError("more than half of the items are the same")


def partly(who: Learner) -> list[str]:
    texts = _texts(who, who.data["key"])
    at = next(n for n, text in enumerate(texts) if text != texts[n + 1])
    texts[at : at + 2] = texts[at + 1], texts[at]
    return _named(who, texts)


def answer(who: Learner, wanted: list[str]) -> None:
    texts = _texts(who, wanted)
    moved = _shown(who) != texts
    for place, text in enumerate(texts):
        for at in range(_shown(who).index(text, place), place, -1):
            who.push(_button(who, at, "up"))
    if not moved:
        # It stood so from the start: move the last one away and back, as a learner must.
        last = len(texts) - 1
        who.push(_button(who, last, "up"))
        who.push(_button(who, last - 1, "down"))


def response(who: Learner) -> list[str]:
    return _named(who, _shown(who))


def kept(_who: Learner, given: list[str]) -> list[str]:
    return given


def said(given: list[str]) -> list[str]:
    return given


def _shown(who: Learner) -> list[str]:
    return who.lines(who.live.locator(".sc-item > :first-child"))


def _button(who: Learner, place: int, way: str) -> Locator:
    name = f"Move {way}: {_shown(who)[place]}"
    return who.live.locator(".sc-item").nth(place).get_by_role("button", name=name, exact=True)


def _texts(who: Learner, names: list[str]) -> list[str]:
    texts = who.texts(".sc-items")
    return [texts[name] for name in names]


def _named(who: Learner, texts: list[str]) -> list[str]:
    """Return an id for each of *texts*, none of them twice."""
    free = who.texts(".sc-items")
    found = []
    for text in texts:
        found.append(next(name for name, other in free.items() if other == text))
        del free[found[-1]]
    return found

"""A group of radio buttons for each item."""

from __future__ import annotations

from playwright.sync_api import Locator

from tests.support.learner import Learner

Groups = list[int | None]


def _radios(who: Learner, item: int) -> list[Locator]:
    name = who.names(".sc-items")[item]
    box = who.live.get_by_role("group", name=name, exact=True)
    groups = who.names(".sc-groups")
    return [box.get_by_role("radio", name=group, exact=True) for group in groups]


def right(who: Learner) -> Groups:
    return list(who.data["key"])


def wrong(who: Learner) -> Groups:
    count = who.count(".sc-groups")
    return [(group + 1) % count for group in who.data["key"]]


def partly(who: Learner) -> Groups:
    return [who.data["key"][0], *wrong(who)[1:]]


def answer(who: Learner, groups: Groups) -> None:
    for item, group in enumerate(groups):
        if group is not None:
            radios = _radios(who, item)
            own = radios[0].locator("xpath=ancestor::fieldset[1]").get_by_role("radio")
            who.choose(own, radios[group])


def response(who: Learner) -> Groups:
    found: Groups = []
    for item in range(who.count(".sc-items")):
        checked = [n for n, radio in enumerate(_radios(who, item)) if radio.is_checked()]
        found.append(checked[0] if checked else None)
    return found


def kept(who: Learner, given: Groups) -> Groups:
    key: list[int] = who.data["key"]
    return [one if one == right else None for one, right in zip(given, key, strict=True)]


def said(groups: Groups) -> list[int]:
    return list(range(len(groups)))

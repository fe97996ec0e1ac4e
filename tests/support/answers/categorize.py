"""A group of radio buttons for each item."""

from __future__ import annotations

from playwright.sync_api import Locator

from tests.support.learner import Learner

Pairs = dict[str, str]


def right(who: Learner) -> Pairs:
    return dict(zip(who.data["ids"], who.data["key"], strict=True))


def wrong(who: Learner) -> Pairs:
    groups = who.data["to"]
    return {
        item: groups[(groups.index(group) + 1) % len(groups)] for item, group in right(who).items()
    }


def partly(who: Learner) -> Pairs:
    first = who.data["ids"][0]
    return {**wrong(who), first: right(who)[first]}


def answer(who: Learner, chosen: Pairs) -> None:
    for item, group in chosen.items():
        radios = _radios(who, item)
        own = radios[group].locator("xpath=ancestor::fieldset[1]").get_by_role("radio")
        who.choose(own, radios[group])


def response(who: Learner) -> Pairs:
    return {
        item: group
        for item in who.data["ids"]
        for group, radio in _radios(who, item).items()
        if radio.is_checked()
    }


def kept(who: Learner, chosen: Pairs) -> Pairs:
    key = right(who)
    return {item: group for item, group in chosen.items() if group == key[item]}


def said(chosen: Pairs) -> list[str]:
    return list(chosen)


def _radios(who: Learner, item: str) -> dict[str, Locator]:
    box = who.live.get_by_role("group", name=who.texts(".sc-items")[item], exact=True)
    groups = who.texts(".sc-groups", "to")
    return {name: box.get_by_role("radio", name=text, exact=True) for name, text in groups.items()}

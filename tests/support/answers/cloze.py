"""Gaps, typed or chosen."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator

from tests.support.learner import Learner

Filled = dict[str, str]


def right(who: Learner) -> Filled:
    return {name: gap["key"] if "ids" in gap else gap["key"][0] for name, gap in _gaps(who).items()}


def wrong(who: Learner) -> Filled:
    return {
        name: next(entry for entry in gap["ids"] if entry != gap["key"])
        if "ids" in gap
        else "something else"
        for name, gap in _gaps(who).items()
    }


def partly(who: Learner) -> Filled:
    first = who.data["ids"][0]
    return {**wrong(who), first: right(who)[first]}


def answer(who: Learner, filled: Filled) -> None:
    for name, value in filled.items():
        if "ids" in _gaps(who)[name]:
            who.pick(_control(who, name), _menu(who, name)[value])
        else:
            who.type(_control(who, name), value)


def response(who: Learner) -> Filled:
    filled = {}
    for name, gap in _gaps(who).items():
        if "ids" in gap:
            names = {text: entry for entry, text in _menu(who, name).items()}
            filled[name] = names.get(who.picked(_control(who, name)), "")
        else:
            filled[name] = _control(who, name).input_value()
    return {name: value for name, value in filled.items() if value}


def kept(who: Learner, filled: Filled) -> Filled:
    key = right(who)
    return {name: value for name, value in filled.items() if value == key[name]}


def said(filled: Filled) -> list[str]:
    return list(filled)


def _gaps(who: Learner) -> dict[str, dict[str, Any]]:
    return dict(zip(who.data["ids"], who.data["gaps"], strict=True))


def _control(who: Learner, name: str) -> Locator:
    return who.live.locator(".sc-text :is(input, select)").nth(who.data["ids"].index(name))


def _menu(who: Learner, name: str) -> dict[str, str]:
    """Return the texts of a menu by id, as the plain HTML has them."""
    gap = who.root.locator(".sc-plain .sc-gap").nth(who.data["ids"].index(name))
    return dict(zip(_gaps(who)[name]["ids"], who.lines(gap.locator("i")), strict=True))

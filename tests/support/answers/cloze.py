"""Gaps, typed or chosen."""

from __future__ import annotations

from playwright.sync_api import Locator

from tests.support.learner import Learner

Filled = list[str | int | None]


def _gaps(who: Learner) -> list[Locator]:
    return who.live.locator(".sc-text :is(input, select)").all()


def _is_menu(gap: Locator) -> bool:
    return bool(gap.evaluate("e => e.localName === 'select'"))


def right(who: Learner) -> Filled:
    return [gap["key"] if isinstance(gap["key"], int) else gap["key"][0] for gap in who.data["key"]]


def wrong(who: Learner) -> Filled:
    return [_other(each) for each in right(who)]


def _other(value: str | int | None) -> str | int:
    return int(value == 0) if isinstance(value, int) else "something else"


def partly(who: Learner) -> Filled:
    first, *others = right(who)
    return [first, *map(_other, others)]


def answer(who: Learner, filled: Filled) -> None:
    for gap, value in zip(_gaps(who), filled, strict=True):
        if _is_menu(gap):
            who.pick(gap, "" if value is None else str(value))
        else:
            who.type(gap, str(value or ""))


def response(who: Learner) -> Filled:
    return [
        (int(gap.input_value()) if gap.input_value() else None)
        if _is_menu(gap)
        else gap.input_value() or None
        for gap in _gaps(who)
    ]


def kept(who: Learner, given: Filled) -> Filled:
    return [one if one == key else None for one, key in zip(given, right(who), strict=True)]


def said(filled: Filled) -> list[int]:
    return list(range(len(filled)))

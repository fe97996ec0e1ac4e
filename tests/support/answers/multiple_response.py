"""Checkboxes."""

from __future__ import annotations

from tests.support.learner import Learner


def alike(who: Learner, chosen: list[str]) -> list[str]:
    return [name for name in who.data["ids"] if name in chosen]


def right(who: Learner) -> list[str]:
    return alike(who, who.data["key"])


def wrong(who: Learner) -> list[str]:
    return [name for name in who.data["ids"] if name not in who.data["key"]][:1]


def partly(who: Learner) -> list[str] | None:
    key = right(who)
    return key[:1] if len(key) > 1 else None


def answer(who: Learner, chosen: list[str]) -> None:
    for name in who.data["ids"]:
        box = who.option("checkbox", name)
        if box.is_checked() != (name in chosen):
            who.toggle(box)


def response(who: Learner) -> list[str]:
    return [name for name in who.data["ids"] if who.option("checkbox", name).is_checked()]


def kept(who: Learner, chosen: list[str]) -> list[str]:
    return [name for name in chosen if name in who.data["key"]]


def said(chosen: list[str]) -> list[str]:
    return chosen

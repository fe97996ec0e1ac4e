"""Checkboxes."""

from __future__ import annotations

from tests.support.learner import Learner


def right(who: Learner) -> list[int]:
    return list(who.data["key"])


def wrong(who: Learner) -> list[int]:
    return [i for i in range(who.count(".sc-options")) if i not in who.data["key"]][:1]


def partly(who: Learner) -> list[int] | None:
    key: list[int] = who.data["key"]
    return key[:1] if len(key) > 1 else None


def answer(who: Learner, indices: list[int]) -> None:
    for index in range(who.count(".sc-options")):
        box = who.option("checkbox", index)
        if box.is_checked() != (index in indices):
            who.toggle(box)


def response(who: Learner) -> list[int]:
    boxes = range(who.count(".sc-options"))
    return [i for i in boxes if who.option("checkbox", i).is_checked()]


def kept(who: Learner, given: list[int]) -> list[int]:
    return [index for index in given if index in who.data["key"]]


def said(given: list[int]) -> list[int]:
    return given

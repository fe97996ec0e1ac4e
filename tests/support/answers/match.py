"""A menu for each left side."""

from __future__ import annotations

from tests.support.answers import categorize
from tests.support.learner import Learner

Rights = list[int | None]

kept = categorize.kept
said = categorize.said


def right(who: Learner) -> Rights:
    return list(who.data["key"])


def wrong(who: Learner) -> Rights:
    key: list[int] = who.data["key"]
    return [*key[1:], key[0]]


def partly(who: Learner) -> Rights | None:
    key: list[int] = who.data["key"]
    return [key[1], key[0], *key[2:]] if len(key) > 2 else None


def answer(who: Learner, rights: Rights) -> None:
    for box, index in zip(who.live.get_by_role("combobox").all(), rights, strict=True):
        who.pick(box, "" if index is None else str(index))


def response(who: Learner) -> Rights:
    values = [box.input_value() for box in who.live.get_by_role("combobox").all()]
    return [int(value) if value else None for value in values]

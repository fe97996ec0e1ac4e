"""One radio button."""

from __future__ import annotations

from tests.support.learner import Learner


def right(who: Learner) -> int:
    key: list[int] = who.data["key"]
    return key[0]


def wrong(who: Learner) -> int:
    return next(i for i in range(who.count(".sc-options")) if i not in who.data["key"])


def partly(_who: Learner) -> None:
    return None


def answer(who: Learner, index: int) -> None:
    who.choose(who.live.get_by_role("radio"), who.option("radio", index))


def response(who: Learner) -> int | None:
    boxes = range(who.count(".sc-options"))
    return next((i for i in boxes if who.option("radio", i).is_checked()), None)


def kept(_who: Learner, _response: int) -> None:
    return None


def said(index: int) -> list[int]:
    """Return which entries of the feedback list are to be seen after a wrong response."""
    return [index]

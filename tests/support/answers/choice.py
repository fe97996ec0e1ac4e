"""One radio button."""

from __future__ import annotations

from tests.support.learner import Learner


def right(who: Learner) -> str:
    key: list[str] = who.data["key"]
    return key[0]


def wrong(who: Learner) -> str:
    ids: list[str] = who.data["ids"]
    return next(name for name in ids if name not in who.data["key"])


def answer(who: Learner, chosen: str) -> None:
    who.choose(who.live.get_by_role("radio"), who.option("radio", chosen))


def response(who: Learner) -> str | None:
    return next((name for name in who.data["ids"] if who.option("radio", name).is_checked()), None)


def kept(_who: Learner, _chosen: str) -> None:
    return None


def said(chosen: str) -> list[str]:
    return [chosen]

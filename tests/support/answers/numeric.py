"""A field for a number."""

from __future__ import annotations

from typing import Any

from tests.support.learner import Learner


def _asked(who: Learner) -> dict[str, Any]:
    """Return what decides the score now: with variants, that of the one which is shown."""
    variants = who.data.get("variants")
    if not variants:
        return who.data
    # The others are the answer in words and the well-known wrong numbers.
    columns = {name: texts for name, texts in who.data["say"].items() if name[0] not in "=~"}
    name, column = next(iter(columns.items()))
    shown = who.text(who.live.locator(f'[data-v="{name}"]').first)
    asked: dict[str, Any] = {**who.data, **variants[column.index(shown)]}
    return asked


def right(who: Learner) -> str:
    return f"{_asked(who)['key']:.15g}"


def wrong(who: Learner) -> str:
    asked = _asked(who)
    key, low = asked["key"], asked.get("min", float("-inf"))
    step = max(asked.get("tol", 0), abs(key) / 2, 1e-9) * 1.5
    return f"{key - step if key - step >= low else key + step:.15g}"


def answer(who: Learner, text: str) -> None:
    who.type(who.live.get_by_role("textbox"), text)


def response(who: Learner) -> str:
    return who.live.get_by_role("textbox").input_value()


def kept(_who: Learner, _response: str) -> str:
    return ""


def said(_text: str) -> list[str]:
    return []

"""A field for a word or a few."""

from __future__ import annotations

from tests.support.answers import numeric
from tests.support.learner import Learner

answer = numeric.answer
response = numeric.response
kept = numeric.kept
said = numeric.said


def right(who: Learner) -> str:
    form: str = who.data["key"][0]
    return form


def wrong(_who: Learner) -> str:
    return "something else"

"""Learners who take a course and then review it, or do not: what they do day by day.

The assumptions stand in docs/review.md, which `tools.review.report` writes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tools.review.memory import (
    AGAIN,
    EASY,
    GOOD,
    HARD,
    Floats,
    Ints,
    Memory,
    first,
    interval,
    later,
    recall,
)

QUESTIONS = 300
# Two pages of the course a week.
WEEKS = 8
DAYS = 365
# At a sitting, as frontend/src/review/due.js has it.
MOST = 20
# Right at the first answer, straight after reading.
RIGHT_AT_FIRST = 0.75
# Of right answers: how many were hard, and how many easy.
SOME_HARD, SOME_EASY = 0.15, 0.1
# How much longer or shorter than FSRS expects a learner remembers: the standard deviation of the
# logarithm, over learners and over questions.
SPREAD = 0.4


class Way(NamedTuple):
    """What a group of learners does after the course's own answers.

    comes: takes a day and a source of chance, and returns who reviews on that day.
    """

    name: str
    comes: Callable[[int, int, np.random.Generator], NDArray[np.bool_]]


def _never(_day: int, learners: int, _chance: np.random.Generator) -> NDArray[np.bool_]:
    return np.zeros(learners, dtype=bool)


def _daily(_day: int, learners: int, chance: np.random.Generator) -> NDArray[np.bool_]:
    return chance.random(learners) < 0.8


def _weekly(day: int, learners: int, _chance: np.random.Generator) -> NDArray[np.bool_]:
    return np.full(learners, day % 7 == 6)


WAYS = (
    Way("no review", _never),
    Way("a sitting a week", _weekly),
    Way("a sitting on four days of five", _daily),
)


class Year(NamedTuple):
    """What came of a group.

    remembered: by day the mean, over learners and what they have answered so far, of how likely a
    right answer is. asked: questions by learner and day.
    """

    remembered: Floats
    asked: NDArray[np.int16]


def year(way: Way, learners: int, seed: int) -> Year:
    """Let so many learners live through a year."""
    chance = np.random.default_rng(seed)
    shape = (learners, QUESTIONS)
    # When each question is answered in the course.
    starts = np.sort(chance.integers(0, WEEKS * 7, QUESTIONS))
    better = np.exp(chance.normal(0, SPREAD, (learners, 1)) + chance.normal(0, SPREAD, shape))
    expected = Memory(np.ones(shape), np.ones(shape))
    last = np.zeros(shape, dtype=np.int64)
    due = np.full(shape, DAYS + 1, dtype=np.int64)
    remembered = np.zeros(DAYS)
    asked = np.zeros((learners, DAYS), dtype=np.int16)

    for day in range(DAYS):
        # Reviews first: they are of what was answered on earlier days.
        comes = way.comes(day, learners, chance)
        for_now = np.where(
            comes[:, None] & (due <= day), recall(expected.stability, day - last), 2.0
        )
        order = np.argsort(for_now, axis=1, kind="stable")[:, :MOST]
        taken = np.take_along_axis(for_now, order, axis=1) < 2
        who, what = np.nonzero(taken)
        which = order[who, what]
        asked[:, day] = taken.sum(axis=1)
        if who.size:
            at = (who, which)
            known = recall(expected.stability[at] * better[at], day - last[at])
            rating = _rated(chance, known)
            now = later(
                Memory(expected.stability[at], expected.difficulty[at]), day - last[at], rating
            )
            _keep(expected, last, due, at, now, day)
        new = np.nonzero(starts == day)[0]
        if new.size:
            rating = _rated(chance, np.full((learners, new.size), RIGHT_AT_FIRST))
            at = (np.arange(learners)[:, None], new[None, :])
            _keep(expected, last, due, at, first(rating), day)
        begun = starts <= day
        if begun.any():
            part = expected.stability[:, begun] * better[:, begun]
            remembered[day] = recall(part, day - last[:, begun]).mean()
    return Year(remembered, asked)


def _keep(
    expected: Memory, last: Ints, due: Ints, at: tuple[Ints, ...], now: Memory, day: int
) -> None:
    expected.stability[at] = now.stability
    expected.difficulty[at] = now.difficulty
    last[at] = day
    due[at] = day + interval(now.stability)


def _rated(chance: np.random.Generator, right: Floats) -> Ints:
    """Return a rating for each answer that is right with the probability *right*."""
    how = chance.random(right.shape)
    good = np.where(how < SOME_HARD, HARD, np.where(how > 1 - SOME_EASY, EASY, GOOD))
    return np.where(chance.random(right.shape) < right, good, AGAIN)

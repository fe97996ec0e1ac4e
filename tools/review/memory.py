"""FSRS-6 over arrays: the formulas of `fsrs.Scheduler`, for many learners at once.

tests/unit/test_simulation.py holds them to that package. Source of the formulas: "The Algorithm",
wiki of open-spaced-repetition/fsrs4anki.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from fsrs import Scheduler
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
RETENTION = 0.9
LONGEST = 365
W = np.array(Scheduler().parameters)
DECAY = -W[20]
FACTOR = 0.9 ** (1 / DECAY) - 1


class Memory(NamedTuple):
    """Of each question: days after which it is known with 0.9, and its difficulty, 1 to 10."""

    stability: Floats
    difficulty: Floats


def recall(stability: Floats, days: Ints) -> Floats:
    """Return how likely each is to be remembered so many days after the latest answer."""
    known: Floats = (1 + FACTOR * np.maximum(days, 0) / stability) ** DECAY
    return known


def interval(stability: Floats) -> Ints:
    """Return the days until each is known with a probability of `RETENTION`; 1 to `LONGEST`."""
    days: Floats = np.rint(stability / FACTOR * (RETENTION ** (1 / DECAY) - 1))
    whole: Ints = np.clip(days, 1, LONGEST).astype(np.int64)
    return whole


def first(rating: Ints) -> Memory:
    """Return what is remembered after the first answer of each."""
    difficulty = W[4] - np.exp((rating - 1) * W[5]) + 1
    return Memory(np.maximum(W[rating - 1], 0.001), np.clip(difficulty, 1, 10))


def later(memory: Memory, days: Ints, rating: Ints) -> Memory:
    """Return what is remembered after a further answer, at least one day after the one before."""
    stability, difficulty = memory
    known = recall(stability, days)
    grown = stability * (
        1
        + np.exp(W[8])
        * (11 - difficulty)
        * stability ** -W[9]
        * (np.exp(W[10] * (1 - known)) - 1)
        * np.where(rating == HARD, W[15], 1)
        * np.where(rating == EASY, W[16], 1)
    )
    lost = (
        W[11] * difficulty ** -W[12] * ((stability + 1) ** W[13] - 1) * np.exp(W[14] * (1 - known))
    )
    lost = np.minimum(lost, stability / np.exp(W[17] * W[18]))
    change = -W[6] * (rating - 3) * (10 - difficulty) / 9
    easiest = W[4] - np.exp((EASY - 1) * W[5]) + 1
    harder = W[7] * easiest + (1 - W[7]) * (difficulty + change)
    kept = np.where(rating == AGAIN, lost, grown)
    return Memory(np.maximum(kept, 0.001), np.clip(harder, 1, 10))

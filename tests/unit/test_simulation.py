"""The learners of docs/review.md forget as `fsrs` says, and its tables hold what comes of it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from fsrs import Card, Rating, Scheduler

from tools.review.learners import WAYS, Way, year
from tools.review.memory import LONGEST, first, interval, later
from tools.review.report import DOCS, SEED, SHOWN

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


def test_memory_over_arrays_is_that_of_fsrs() -> None:
    chance = np.random.default_rng(7)
    scheduler = Scheduler(
        learning_steps=(), relearning_steps=(), maximum_interval=LONGEST, enable_fuzzing=False
    )
    for _ in range(200):
        ratings = chance.integers(1, 5, 8)
        waits = chance.integers(1, 60, 8)
        card, now = Card(due=BEGIN), BEGIN
        memory = first(ratings[:1])
        for n, rating in enumerate(ratings):
            if n:
                now += timedelta(days=int(waits[n]))
                memory = later(memory, waits[n : n + 1], ratings[n : n + 1])
            card, _ = scheduler.review_card(card, Rating(int(rating)), now)
            assert memory.stability[0] == pytest.approx(card.stability)
            assert memory.difficulty[0] == pytest.approx(card.difficulty)
            assert interval(memory.stability)[0] == (card.due - now).days


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_docs_say_what_is_remembered(way: Way) -> None:
    found = year(way, 60, SEED)

    row = re.search(rf"\| {way.name} \|(.*%.*)\|\n", (DOCS / "review.md").read_text("utf-8"))
    assert row
    said = [float(cell.strip().rstrip("%")) / 100 for cell in row[1].split("|")]
    assert found.remembered[list(SHOWN)] == pytest.approx(said, abs=0.03)
    assert found.asked.max() <= 20

"""Days on which questions come again: the page's schedule and PyPI's `fsrs` agree on them."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from fsrs import Card, Rating, Scheduler

# What frontend/src/review/schedule.test.js reads too.
FILE = Path(__file__).parents[1] / "tables" / "reviews.json"
FIRST = datetime(2026, 1, 1, 12, tzinfo=UTC)
LONGEST = 365


def test_the_table_holds_what_fsrs_says() -> None:
    histories = json.loads(FILE.read_text(encoding="utf-8"))

    assert histories == list(made())


def made() -> Iterator[dict[str, Any]]:
    """Yield histories: days of answers, their ratings, and the day due after each."""
    chance = random.Random(2026)
    scheduler = Scheduler(
        learning_steps=(), relearning_steps=(), maximum_interval=LONGEST, enable_fuzzing=False
    )
    for _ in range(300):
        days, ratings, due = [0], [], []
        card = Card(due=FIRST)
        for _ in range(chance.randint(1, 12)):
            ratings.append(chance.choices((1, 2, 3, 4), (2, 2, 5, 2))[0])
            now = FIRST + timedelta(days=days[-1])
            card, _ = scheduler.review_card(card, Rating(ratings[-1]), now)
            due.append((card.due - FIRST).days)
            # On time mostly; on the same day, too early or late at times.
            late = chance.choice((0, 0, 0, 1, 3, 40, -1))
            days.append(max(days[-1], chance.choice((due[-1] + late, days[-1], due[-1]))))
        yield {"days": days[:-1], "ratings": ratings, "due": due}


if __name__ == "__main__":
    FILE.write_text(json.dumps(list(made())).replace("}, {", "},\n{") + "\n", encoding="utf-8")

"""Do groups meet an event equally fast?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stemcourse.models.survival import Outcome


class Difference(NamedTuple):
    """The result of the test: its statistic, degrees of freedom and p-value."""

    chi_square: float
    degrees: int
    p: float


def log_rank(groups: Mapping[str, Sequence[Outcome]], event: str) -> Difference:
    """Return the log-rank test of whether *event* comes equally fast in all *groups* (klein2003).

    At each time, the people who meet the event are compared with those who would if the groups did
    not differ; other events end the watching. The p-value is the chance of a statistic as large as
    this one or larger, then. Done by lifelines.
    """
    if len(groups) < 2:
        raise ValueError(f"there are {len(groups)} groups; a comparison needs 2 or more")
    for name, members in groups.items():
        if not members:
            raise ValueError(f"there is nobody in the group {name!r}")
    from lifelines.statistics import (  # type: ignore[import-untyped]
        multivariate_logrank_test,
    )

    people = [(name, outcome) for name, members in groups.items() for outcome in members]
    result = multivariate_logrank_test(
        [outcome.time for _, outcome in people],
        [name for name, _ in people],
        [outcome.event == event for _, outcome in people],
    )
    return Difference(float(result.test_statistic), len(groups) - 1, float(result.p_value))

"""Do groups meet an event equally fast?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stemcourse.models.chi_square import upper_tail
from stemcourse.models.survival import Outcome, event_times


class Difference(NamedTuple):
    """The result of the test: its statistic, degrees of freedom and p-value."""

    chi_square: float
    degrees: int
    p: float


def log_rank(groups: Mapping[str, Sequence[Outcome]], event: str) -> Difference:
    """Return the log-rank test of whether *event* comes equally fast in all *groups* (klein2003).

    At each time, the people who meet the event are compared with those who would if the groups did
    not differ; other events end the watching. When d of the n people at risk meet it, a group with
    n_i of the n expects d n_i / n. What it has more over all times, the sum of d_i - d n_i / n, is
    its surplus z_i. By luck alone, surpluses vary together by the covariances
    V_ij = sum of d (n - d) / (n - 1) · n_i / n · (1 - n_i / n if i is j, else - n_j / n).
    All surpluses sum to 0, so one group is left out, and the statistic is z' V^-1 z. The p-value
    is the chance of a statistic as large as this one or larger, if the groups do not differ: it is
    chi-square then, with a degree of freedom for each group but one.

    A group of which nobody was watched any more when the first event came tells nothing, and does
    not count. If that leaves fewer than 2, or if nobody met the event, or all at once, the
    statistic is 0 with 0 degrees of freedom, and p is 1: nothing speaks for a difference.
    """
    if len(groups) < 2:
        raise ValueError(f"there are {len(groups)} groups; a comparison needs 2 or more")
    for name, members in groups.items():
        if not members:
            raise ValueError(f"there is nobody in the group {name!r}")
    moments = _moments(groups, event)
    # Nobody comes later: who is not there at the first moment is at none.
    there = [i for i, people in enumerate(moments[0].at_risk) if people] if moments else []
    degrees = len(there) - 1
    if degrees < 1:
        return Difference(0.0, 0, 1.0)
    statistic = _statistic(moments, there[:degrees])
    return Difference(statistic, degrees, upper_tail(statistic, degrees))


class _Moment(NamedTuple):
    """A time at which the event came: in each group, who was at risk and who met it."""

    at_risk: list[int]
    events: list[int]


def _moments(groups: Mapping[str, Sequence[Outcome]], event: str) -> list[_Moment]:
    """Return the times with events, but not one when all who are left meet it: none can differ."""
    times = [sorted(time for time, _ in members) for members in groups.values()]
    everybody = [
        Outcome(time, name if what == event else None)
        for name, members in groups.items()
        for time, what in members
    ]
    return [
        _Moment(
            [len(each) - bisect_left(each, time) for each in times],
            [came.get(name, 0) for name in groups],
        )
        for time, at_risk, came in event_times(everybody)
        if sum(came.values()) < at_risk
    ]


def _statistic(moments: Sequence[_Moment], compared: Sequence[int]) -> float:
    surplus = [0.0 for _ in compared]
    covariance = [[0.0 for _ in compared] for _ in compared]
    for at_risk, events in moments:
        n, d = sum(at_risk), sum(events)
        scatter = d * (n - d) / (n - 1) / n**2
        for row, i in enumerate(compared):
            surplus[row] += events[i] - d * at_risk[i] / n
            for column, j in enumerate(compared):
                apart = n - at_risk[i] if i == j else -at_risk[j]
                covariance[row][column] += scatter * at_risk[i] * apart
    return _distance(surplus, covariance)


def _distance(z: list[float], v: list[list[float]]) -> float:
    """Return z' V^-1 z by elimination: each group adds what those before it do not explain.

    Without a group V is positive definite, so no divisor is 0. Both arguments are used up.
    """
    distance = 0.0
    for i, row in enumerate(v):
        distance += z[i] ** 2 / row[i]
        for k in range(i + 1, len(v)):
            factor = v[k][i] / row[i]
            z[k] -= factor * z[i]
            v[k] = [mine - factor * above for mine, above in zip(v[k], row, strict=True)]
    return distance

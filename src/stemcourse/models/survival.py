"""How many people meet an event by a time, when some are not followed to the end.

The estimators are exact: people who share a day are counted together, and nothing is drawn by lot.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from stemcourse.models.normal import Z


class Outcome(NamedTuple):
    """What came first to a person, and when; `None` if nothing had by the last look (censored)."""

    time: float
    event: str | None


class Steps(NamedTuple):
    """A curve that keeps its value until the next time: times, rising, and shares from 0 to 1."""

    start: float
    times: tuple[float, ...]
    values: tuple[float, ...]

    def at(self, time: float) -> float:
        """Return the value at *time*, which is in the unit of the times."""
        index = bisect_right(self.times, time)
        return self.values[index - 1] if index else self.start


def event_free(outcomes: Iterable[Outcome]) -> Steps:
    """Return the share with no event yet, by time: Kaplan-Meier, any event counting.

    S(t) = product over times s <= t of 1 - d(s) / n(s), with d(s) events among the n(s) people
    who were still watched and without an event just before s (klein2003).
    """
    share, times, values = 1.0, [], []
    for time, at_risk, counts in event_times(outcomes):
        share *= 1 - sum(counts.values()) / at_risk
        times.append(time)
        values.append(share)
    return Steps(1.0, tuple(times), tuple(values))


def kaplan_meier(outcomes: Iterable[Outcome], event: str) -> Steps:
    """Return the share without *event*, by time, as if other events only ended the watching.

    One minus it is more than the share that meets the event, when other events can come first.
    """
    return event_free(Outcome(time, event if what == event else None) for time, what in outcomes)


def cumulative_incidence(outcomes: Iterable[Outcome], event: str) -> Steps:
    """Return the share to whom *event* came first, by time: Aalen-Johansen with competing risks.

    F_k(t) = sum over times s <= t of S(s-) d_k(s) / n(s): to meet the event k at s, a person must
    have met none before, S(s-) as in `event_free` (putter2007, dewreede2011).
    """
    free, share, times, values = 1.0, 0.0, [], []
    for time, at_risk, counts in event_times(outcomes):
        share += free * counts.get(event, 0) / at_risk
        free *= 1 - sum(counts.values()) / at_risk
        times.append(time)
        values.append(share)
    return Steps(0.0, tuple(times), tuple(values))


def interval(outcomes: Sequence[Outcome], event: str, time: float) -> tuple[float, float]:
    """Return the 95% confidence interval of `cumulative_incidence` at *time*, as shares.

    The estimate plus and minus 1.96 standard errors, cut at 0 and 1. Their square is, by the delta
    method (klein2003), with F for F_k(time) and sums over the times s <= time,
    sum (F - F_k(s))^2 d / (n (n - d)) + sum S(s-)^2 d_k (n - d_k) / n^3
    - 2 sum (F - F_k(s)) S(s-) d_k / n^2.
    """
    curve = cumulative_incidence(outcomes, event)
    total, free, variance = curve.at(time), 1.0, 0.0
    for (when, at_risk, counts), share in zip(event_times(outcomes), curve.values, strict=True):
        if when > time:
            break
        events, mine, left = sum(counts.values()), counts.get(event, 0), total - share
        if at_risk > events:
            variance += left**2 * events / (at_risk * (at_risk - events))
        variance += free**2 * mine * (at_risk - mine) / at_risk**3
        variance -= 2 * left * free * mine / at_risk**2
        free *= 1 - events / at_risk
    width = Z * math.sqrt(max(variance, 0.0))
    return max(total - width, 0.0), min(total + width, 1.0)


def event_times(outcomes: Iterable[Outcome]) -> list[tuple[float, int, dict[str, int]]]:
    """Return each time with events: how many were at risk just before it, and what came to whom."""
    people = sorted(outcomes, key=lambda outcome: outcome.time)
    if not people:
        raise ValueError("there is nobody in the data")
    if not all(0 <= time < math.inf for time, _ in people):
        raise ValueError("a time is negative, infinite or not a number")
    counts: dict[float, dict[str, int]] = {}
    first: dict[float, int] = {}
    for index, (time, event) in enumerate(people):
        first.setdefault(time, index)
        if event is not None:
            here = counts.setdefault(time, {})
            here[event] = here.get(event, 0) + 1
    return [(time, len(people) - first[time], here) for time, here in counts.items()]

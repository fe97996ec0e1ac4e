"""How several trials become one number: pooling with random effects."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from stemcourse.models.normal import Z


class Study(NamedTuple):
    """What pooling needs of a trial: its effect, and how far luck may have moved it.

    effect: a difference in its own unit, or the natural logarithm of a ratio.
    variance: the square of the standard error of `effect`; above 0.
    """

    effect: float
    variance: float


class Pooled(NamedTuple):
    """A pooled effect, in the unit of the studies' effects.

    effect, low, high: the estimate and its 95% interval.
    tau2: the variance of the true effects between the studies; 0 when luck explains the spread.
    weights: how much each study counts; they sum to 1.
    """

    effect: float
    low: float
    high: float
    tau2: float
    weights: tuple[float, ...]


class Ratio(NamedTuple):
    """A ratio and its 95% interval, no longer as logarithms; 1 means no difference."""

    ratio: float
    low: float
    high: float


def risk_ratio(cells: int, of_cells: int, control: int, of_control: int) -> Study:
    """Return the risk ratio of a trial from its counts, as a logarithm.

    effect = ln((a / n) / (c / m)) and variance = 1/a - 1/n + 1/c - 1/m, for *cells* = a events
    among *of_cells* = n people and *control* = c among *of_control* = m. No unit. The formula is
    an approximation for large groups, and has no answer when nobody in a group had the event.
    """
    for events, people in ((cells, of_cells), (control, of_control)):
        if not 1 <= events <= people:
            raise ValueError(
                f"{events} events in {people} people; there must be 1 event or more, "
                "and no more events than people"
            )
    variance = 1 / cells - 1 / of_cells + 1 / control - 1 / of_control
    if variance <= 0:
        raise ValueError("everybody had the event in both groups; that ratio cannot be weighed")
    return Study(math.log(cells / of_cells * of_control / control), variance)


def published_difference(estimate: float, low: float, high: float) -> Study:
    """Return a difference that was published with its 95% interval, in its own unit.

    An interval reaches 1.96 standard errors to each side, so one standard error is
    (high - low) / (2 * 1.96).
    """
    if not low < estimate < high:
        raise ValueError(f"the estimate {estimate} must lie inside its interval {low} to {high}")
    return Study(estimate, ((high - low) / (2 * Z)) ** 2)


def pool(studies: Sequence[Study]) -> Pooled:
    """Return the pooled effect of *studies*, by the method of DerSimonian and Laird (1986).

    With w = 1 / variance, the spread is Q = Σ w (effect - m)², m being the mean weighted by w.
    tau2 = (Q - (k - 1)) / (Σ w - Σ w² / Σ w), or 0 if that is negative, for k studies. Each study
    then weighs w* = 1 / (variance + tau2), and the standard error of the pooled effect is
    √(1 / Σ w*). One study alone is its own pool. The effects must be of one measure and in one
    unit.

    Raises `ValueError` without a study, or with a variance that is not above 0.
    """
    if not studies:
        raise ValueError("there is no study to pool")
    for study in studies:
        if not (math.isfinite(study.effect) and 0 < study.variance < math.inf):
            raise ValueError(f"{study} needs an effect, and a variance above 0")
    tau2 = _variance_between(studies) if len(studies) > 1 else 0.0
    effect, total, weights = _mean(studies, tau2)
    reach = Z * math.sqrt(1 / total)
    return Pooled(effect, effect - reach, effect + reach, tau2, weights)


def as_ratio(pooled: Pooled) -> Ratio:
    """Return a pooled logarithm as the ratio that it stands for."""
    return Ratio(math.exp(pooled.effect), math.exp(pooled.low), math.exp(pooled.high))


def _variance_between(studies: Sequence[Study]) -> float:
    mean, total, shares = _mean(studies)
    spread = math.fsum((effect - mean) ** 2 / variance for effect, variance in studies)
    # Σ w - Σ w² / Σ w is each pair of weights twice, over Σ w. So written it has no minus, and
    # keeps its digits where one study weighs nearly all.
    pairs = zip(shares[1:], accumulate(shares[:-1]), strict=True)
    scale = 2 * total * math.fsum(share * before for share, before in pairs)
    return max(0.0, (spread - (len(studies) - 1)) / scale)


def _mean(studies: Sequence[Study], tau2: float = 0.0) -> tuple[float, float, tuple[float, ...]]:
    """Return the weighted mean, the sum of the weights, and each weight as a share of that sum."""
    weights = [1 / (study.variance + tau2) for study in studies]
    total = math.fsum(weights)
    shares = tuple(weight / total for weight in weights)
    mean = math.fsum(share * study.effect for share, study in zip(shares, studies, strict=True))
    return mean, total, shares

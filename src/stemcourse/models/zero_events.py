"""What is left open when nobody was harmed."""

from __future__ import annotations

import math

# The usual one-sided confidence; 3 in the rule of three is about -ln(1 - 0.95).
CONFIDENCE = 0.95


def exact_limit(n: int, confidence: float = CONFIDENCE) -> float:
    """Return the one-sided upper limit of a rate, after 0 events in *n* people.

    The rate p at which 0 of n has a chance of just 1 - confidence: (1 - p)^n = 1 - confidence,
    so p = 1 - (1 - confidence)^(1/n) (hanley1983). A share from 0 to 1.
    """
    _people(n)
    _share(confidence)
    return float(1 - (1 - confidence) ** (1 / n))


def rule_of_three(n: int) -> float:
    """Return 3 / n, which is near `exact_limit` for n above about 30 (hanley1983). A share."""
    _people(n)
    return 3 / n


def chance_to_miss(n: int, one_in: float) -> float:
    """Return how likely it is that none of *n* people is harmed, at a harm of 1 in *one_in*.

    (1 - 1/k)^n, people being harmed independently of each other. A probability.
    """
    _people(n)
    _one_in(one_in)
    return float((1 - 1 / one_in) ** n)


def people_needed(one_in: float, confidence: float = CONFIDENCE) -> int:
    """Return how many people must be watched to see a harm of 1 in *one_in* at least once.

    The smallest n whose `chance_to_miss` is 1 - confidence at most.
    """
    _one_in(one_in)
    _share(confidence)
    if one_in == 1:
        return 1
    return math.ceil(math.log(1 - confidence) / math.log1p(-1 / one_in) - 1e-12)


def _people(n: int) -> None:
    if n < 1:
        raise ValueError(f"n is {n}; it must be 1 person or more")


def _share(confidence: float) -> None:
    if not 0 < confidence < 1:
        raise ValueError(f"the confidence is {confidence}; it must lie between 0 and 1")


def _one_in(one_in: float) -> None:
    if one_in < 1:
        raise ValueError(f"one_in is {one_in}; a harm of 1 in less than 1 person makes no sense")

"""The chi-square distribution: how large a statistic is by luck alone."""

from __future__ import annotations

import math
from decimal import Decimal, localcontext


def upper_tail(statistic: float, degrees: int) -> float:
    """Return the chance of *statistic* or more, at *degrees* degrees of freedom. A p-value.

    With x = statistic / 2, it is erfc(√x) for 1 degree and exp(-x) for 2. Two degrees more add a
    term: Q(degrees + 2) = Q(degrees) + x^a exp(-x) / Γ(a + 1), where a = degrees / 2; integration
    by parts shows that. Each next term is the one before it, times x / (a + 1). Nothing is taken
    away, so that the smallest p-value has as many right digits as any other.
    """
    if not 0 <= statistic < math.inf:
        raise ValueError(f"the statistic is {statistic}; it must be a number, and not below 0")
    if degrees < 1:
        raise ValueError(f"there are {degrees} degrees of freedom; there must be 1 or more")
    # A float would be 0 for the exp(-x) of a large x, which large terms follow.
    with localcontext(prec=28):
        x = Decimal(statistic) / 2
        if degrees % 2:
            power = Decimal("0.5")
            chance = Decimal(math.erfc(math.sqrt(x)))
            term = 2 * (x / Decimal(math.pi)).sqrt() * (-x).exp()
        else:
            power, chance, term = Decimal(0), Decimal(0), (-x).exp()
        for _ in range(degrees // 2):
            chance += term
            power += 1
            term *= x / power
        return float(chance)

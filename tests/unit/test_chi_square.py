"""P-values of chi-square: against values with many digits, scipy and what is known of the curve."""

from __future__ import annotations

import math
import random
from decimal import localcontext

import pytest
from scipy.stats import chi2

from stemcourse.models.chi_square import upper_tail


@pytest.mark.parametrize(
    ("statistic", "degrees", "chance"),
    [
        (0.001, 1, 9.74772879369960388e-1),
        (3.84, 1, 5.00435212487051032e-2),
        (1400, 1, 2.10101451626421750e-306),
        (13.8, 2, 1.00778542904851040e-3),
        (1400, 2, 9.85967654375977086e-305),
        (1e-8, 3, 9.99999999999734038e-1),
        (1420.5, 3, 1.04908413670233362e-307),
        (300.25, 5, 8.84945021997482646e-63),
        (7, 7, 4.28879857553054719e-1),
        (1500, 41, 4.18179621701115760e-288),
        (0.5, 300, 1),
        (1744.8682969966972, 1001, 4.29905369931211744e-43),
        (2562.4411652510103, 1001, 2.03477505792189579e-137),
        (2000, 2000, 4.95794755819784491e-1),
        (9900, 9001, 4.16848599356944694e-11),
    ],
)
def test_each_digit_is_right(statistic: float, degrees: int, chance: float) -> None:
    """Worked out with 1,100 digits, as one minus the series of the lower tail."""
    assert upper_tail(statistic, degrees) == pytest.approx(chance, rel=1e-13, abs=0)


@pytest.mark.parametrize(
    ("degrees", "statistic"),
    [(1, 3.841), (2, 5.991), (3, 7.815), (4, 9.488), (5, 11.070), (10, 18.307), (100, 124.342)],
)
def test_the_limits_of_5_percent_are_those_of_printed_tables(
    degrees: int, statistic: float
) -> None:
    assert upper_tail(statistic, degrees) == pytest.approx(0.05, abs=2e-5)


def test_scipy_finds_the_same() -> None:
    chance = random.Random(1)
    for _ in range(2000):
        degrees = chance.choice([*range(1, 8), 20, 101, 1000])
        statistic = chance.choice([chance.uniform(0, 3 * degrees), chance.uniform(0, 1400)])
        theirs = float(chi2.sf(statistic, degrees))
        # The last digits are lost by scipy, where there are many degrees.
        assert upper_tail(statistic, degrees) == pytest.approx(theirs, rel=5e-12, abs=1e-300)


@pytest.mark.parametrize("degrees", [1, 2, 3, 4, 5, 50, 501])
def test_it_falls_from_1_to_0(degrees: int) -> None:
    values = [upper_tail(statistic, degrees) for statistic in range(3000)]
    assert values[0] == 1
    assert values == sorted(values, reverse=True)
    assert upper_tail(1e6, degrees) == 0


def test_a_callers_own_precision_changes_nothing() -> None:
    with localcontext(prec=3):
        assert upper_tail(13.8, 3) == pytest.approx(float(chi2.sf(13.8, 3)), rel=1e-12)


@pytest.mark.parametrize("statistic", [-1e-9, math.nan, math.inf])
def test_a_statistic_that_cannot_be_is_named(statistic: float) -> None:
    with pytest.raises(ValueError, match="the statistic is"):
        upper_tail(statistic, 1)


def test_no_degree_of_freedom_is_too_few() -> None:
    with pytest.raises(ValueError, match="0 degrees of freedom"):
        upper_tail(1, 0)

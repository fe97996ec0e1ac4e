"""The model of zero events: closed forms, limits, published values."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemcourse.models.zero_events import (
    chance_to_miss,
    exact_limit,
    people_needed,
    rule_of_three,
)

PEOPLE = st.integers(1, 100_000)


# The table of the course's evidence on the rule of three (hanley1983, eypasch1995).
@pytest.mark.parametrize(
    ("n", "three", "exact"),
    [
        (7, 42.9, 34.8),
        (12, 25.0, 22.1),
        (18, 16.7, 15.3),
        (54, 5.6, 5.4),
        (250, 1.2, 1.19),
        (617, 0.49, 0.48),
        (1000, 0.30, 0.30),
        (3000, 0.10, 0.10),
    ],
)
def test_published_limits(n: int, three: float, exact: float) -> None:
    digits = len(str(exact).partition(".")[2])
    assert round(100 * rule_of_three(n), len(str(three).partition(".")[2])) == three
    assert round(100 * exact_limit(n), digits) == exact


@given(PEOPLE)
def test_at_the_limit_zero_events_are_just_as_likely_as_the_doubt(n: int) -> None:
    assert math.isclose((1 - exact_limit(n)) ** n, 0.05, rel_tol=1e-6)


@given(PEOPLE)
def test_the_limit_falls_and_stays_below_the_rule_of_three(n: int) -> None:
    assert 0 < exact_limit(n + 1) < exact_limit(n) < rule_of_three(n)


@given(st.integers(300, 100_000))
def test_the_rule_of_three_is_near_for_many_people(n: int) -> None:
    assert math.isclose(rule_of_three(n), exact_limit(n), rel_tol=0.01)


@given(st.integers(1, 2000), st.floats(0.5, 0.99))
def test_being_surer_leaves_more_open(n: int, confidence: float) -> None:
    assert exact_limit(n, confidence + 0.005) > exact_limit(n, confidence)


@given(st.floats(1.01, 100_000))
def test_the_people_needed_are_just_enough(one_in: float) -> None:
    n = people_needed(one_in)
    assert chance_to_miss(n, one_in) <= 0.05 + 1e-9
    assert n == 1 or chance_to_miss(n - 1, one_in) > 0.05 - 1e-9


def test_known_counts() -> None:
    assert people_needed(1) == 1
    assert people_needed(20) == 59
    assert people_needed(1000) == 2995
    assert chance_to_miss(50, 100) == pytest.approx(0.605, abs=5e-4)
    assert exact_limit(100, 0.99) == pytest.approx(0.045, abs=5e-5)


@given(PEOPLE, st.floats(1, 1e6))
def test_a_chance_is_a_chance_and_falls_with_people(n: int, one_in: float) -> None:
    assert 0 <= chance_to_miss(n + 1, one_in) <= chance_to_miss(n, one_in) <= 1


@pytest.mark.parametrize("n", [0, -3])
def test_nobody_is_too_few(n: int) -> None:
    for ask in (exact_limit, rule_of_three):
        with pytest.raises(ValueError, match="1 person or more"):
            ask(n)


@pytest.mark.parametrize("confidence", [0, 1, 95])
def test_a_confidence_is_a_share(confidence: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        exact_limit(10, confidence)


def test_a_harm_cannot_hit_more_than_everyone() -> None:
    with pytest.raises(ValueError, match="1 in less than 1"):
        chance_to_miss(10, 0.5)

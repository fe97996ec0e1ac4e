"""The log-rank test: by hand, against lifelines, in textbooks, and with nothing to compare."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lifelines.statistics import multivariate_logrank_test

from stemcourse.models import records as data
from stemcourse.models.log_rank import Difference, log_rank
from stemcourse.models.survival import Outcome

NOTHING_TO_SEE = Difference(0.0, 0, 1.0)
Groups = dict[str, list[Outcome]]
outcomes = st.builds(Outcome, st.integers(0, 9).map(float), st.sampled_from([None, "a", "b"]))
groups = st.dictionaries(
    st.sampled_from("stuvwx"), st.lists(outcomes, min_size=1, max_size=12), min_size=2
)


def theirs(compared: Groups, event: str) -> tuple[float, float]:
    """Return the statistic and the p-value that lifelines finds."""
    people = [(name, outcome) for name, members in compared.items() for outcome in members]
    result = multivariate_logrank_test(
        [outcome.time for _, outcome in people],
        [name for name, _ in people],
        [outcome.event == event for _, outcome in people],
    )
    return float(result.test_statistic), float(result.p_value)


def drawn(chance: random.Random) -> Groups:
    """Return 2 to 6 groups, some small and some not, with many ties or none.

    Somebody of each is watched to the last day, when one of them dies: all can be compared.
    """
    days = chance.choice([3, 10, 50, 10**6])
    last = 5 * days
    return {
        f"group {number}": [Outcome(last, None if number else "death")]
        + [
            Outcome(
                float(chance.randint(0, days * (chance.randint(1, 5) if number else 1))),
                chance.choice([None, "relapse", "death"]),
            )
            for _ in range(chance.choice([2, 8, 30, 80]))
        ]
        for number in range(chance.randint(2, 6))
    }


# ----------------------------------------------------------------------------------------- by hand


def test_two_groups_by_hand() -> None:
    """On day 1, 1 of 4 dies, and of 2 in a; on day 3, 1 of 2, and nobody is left in a.

    So a has 1 death where 2/4 are expected; the variance is 1/2 · 1/2, for day 3 adds none.
    """
    result = log_rank(
        {
            "a": [Outcome(1, "death"), Outcome(2, None)],
            "b": [Outcome(3, "death"), Outcome(4, "death")],
        },
        "death",
    )
    assert result.chi_square == pytest.approx((1 - 1 / 2) ** 2 / (1 / 4))
    assert result.degrees == 1
    assert result.p == pytest.approx(math.erfc(math.sqrt(1 / 2)))


def test_three_groups_by_hand() -> None:
    """Three pairs; on day 1 two of the six die, both of a, and then nobody is watched.

    Each expects 2/3, so the surpluses are 4/3, -2/3 and -2/3. Their variances are
    2 · 4/5 · 1/3 · 2/3 = 16/45, and the covariances -8/45: V^-1 of two is 15/8 · (2 1; 1 2), and
    the statistic 15/8 · (2 · 16/9 - 2 · 8/9 + 2 · 4/9) = 5.
    """
    result = log_rank(
        {
            "a": [Outcome(1, "death"), Outcome(1, "death")],
            "b": [Outcome(1, None), Outcome(1, None)],
            "c": [Outcome(2, None), Outcome(2, "relapse")],
        },
        "death",
    )
    assert result == pytest.approx((5, 2, math.exp(-5 / 2)))


def test_it_is_the_one_that_textbooks_print() -> None:
    result = log_rank(data.disease_free(), "relapse or death")
    assert result.chi_square == pytest.approx(13.80, abs=0.005)
    assert result.degrees == 2
    assert result.p == pytest.approx(0.001, abs=0.0001)


# -------------------------------------------------------------------------------- a second opinion


@pytest.mark.parametrize("seed", range(12))
def test_lifelines_finds_the_same(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(20):
        compared = drawn(chance)
        ours = log_rank(compared, "death")
        statistic, p = theirs(compared, "death")
        assert ours.chi_square == pytest.approx(statistic, rel=1e-10, abs=1e-10)
        assert ours.degrees == len(compared) - 1
        assert ours.p == pytest.approx(p, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("event", ["relapse", "death"])
def test_lifelines_finds_the_same_among_2279_people(event: str) -> None:
    eras = {era: data.relapse_or_death(era) for era in data.ERAS}
    assert sum(map(len, eras.values())) == 2279
    ours = log_rank(eras, event)
    assert (ours.chi_square, ours.p) == pytest.approx(theirs(eras, event), rel=1e-10, abs=0)


@given(groups)
def test_whatever_comes_lifelines_finds_the_same_statistic(compared: Groups) -> None:
    statistic, _ = theirs(compared, "a")
    assert log_rank(compared, "a").chi_square == pytest.approx(statistic, rel=1e-8, abs=1e-10)


# ----------------------------------------------------------------------------- what must not matter


@given(groups)
def test_the_order_of_groups_and_people_does_not_matter(compared: Groups) -> None:
    turned = {name: compared[name][::-1] for name in reversed(compared)}
    assert log_rank(turned, "a") == pytest.approx(log_rank(compared, "a"), rel=1e-8, abs=1e-10)


@given(groups)
def test_only_the_order_of_times_matters(compared: Groups) -> None:
    later = {
        name: [Outcome(math.exp(time), event) for time, event in members]
        for name, members in compared.items()
    }
    assert log_rank(later, "a") == log_rank(compared, "a")


@given(groups)
def test_other_events_only_end_the_watching(compared: Groups) -> None:
    ended = {
        name: [Outcome(time, event if event == "a" else None) for time, event in members]
        for name, members in compared.items()
    }
    assert log_rank(ended, "a") == log_rank(compared, "a")


# ------------------------------------------------------------------------------ nothing to compare


def test_without_an_event_nothing_speaks_for_a_difference() -> None:
    compared = {"a": [Outcome(1, None)], "b": [Outcome(2, "relapse")], "c": [Outcome(3, None)]}
    assert log_rank(compared, "death") == NOTHING_TO_SEE
    assert theirs(compared, "death") == (0, 1)


def test_when_all_meet_the_event_at_once_nothing_speaks_for_a_difference() -> None:
    compared = {name: [Outcome(5, "death"), Outcome(5, "death")] for name in "abc"}
    assert log_rank(compared, "death") == NOTHING_TO_SEE
    assert theirs(compared, "death") == (0, 1)


def test_a_group_alone_at_the_first_event_is_compared_with_nobody() -> None:
    compared = {
        "a": [Outcome(5, "death"), Outcome(6, "death"), Outcome(7, None)],
        "b": [Outcome(1, None), Outcome(2, "relapse")],
    }
    assert log_rank(compared, "death") == NOTHING_TO_SEE
    assert theirs(compared, "death") == (0, 1)


@pytest.mark.parametrize("place", range(4))
def test_a_group_that_nobody_watched_in_time_is_left_out(place: int) -> None:
    """It changes nothing: lifelines finds the statistic with it, and the p-value without it."""
    chance = random.Random(place)
    rest = {
        name: [Outcome(float(chance.randint(3, 20)), "death") for _ in range(9)] for name in "abc"
    }
    members = list(rest.items())
    members.insert(place, ("gone", [Outcome(1, None), Outcome(2, None)]))
    ours = log_rank(dict(members), "death")
    assert ours == log_rank(rest, "death")
    assert ours.degrees == 2
    assert ours.chi_square == pytest.approx(theirs(dict(members), "death")[0])
    assert ours.p == pytest.approx(theirs(rest, "death")[1])


def test_a_group_that_was_watched_until_the_first_event_counts() -> None:
    compared = {
        "a": [Outcome(1, "death"), Outcome(9, None)],
        "b": [Outcome(1, None), Outcome(1, None)],
        "c": [Outcome(8, None)],
    }
    assert log_rank(compared, "death").degrees == 2


def test_bad_input_is_named() -> None:
    two = [Outcome(1, "death"), Outcome(2, None)]
    with pytest.raises(ValueError, match="1 groups"):
        log_rank({"all": two}, "death")
    with pytest.raises(ValueError, match="nobody in the group 'b'"):
        log_rank({"a": two, "b": []}, "death")
    for time in (-1.0, math.nan, math.inf):
        with pytest.raises(ValueError, match="a time is"):
            log_rank({"a": [*two, Outcome(time, None)], "b": two}, "death")

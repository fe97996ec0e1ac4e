"""Survival: estimators against closed forms, lifelines and published counts; records; charts."""

from __future__ import annotations

import json
import re
import warnings
from collections import Counter
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
import vl_convert
from hypothesis import given
from hypothesis import strategies as st

from stemcourse.charts import Figure
from stemcourse.labs import record_groups, records
from stemcourse.models import records as data
from stemcourse.models.survival import (
    Outcome,
    Steps,
    cumulative_incidence,
    event_free,
    interval,
    kaplan_meier,
)

FIVE = [
    Outcome(10, "death"),
    Outcome(20, "relapse"),
    Outcome(30, "death"),
    Outcome(40, "relapse"),
    Outcome(50, None),
]
EVENTS = ("relapse", "death", "recovery")
people = st.lists(
    st.builds(Outcome, st.integers(0, 12).map(float), st.sampled_from([None, *EVENTS])),
    min_size=1,
    max_size=40,
)


# ------------------------------------------------------------------------------------ estimators


def test_five_people_followed_to_their_events_are_just_counted() -> None:
    assert cumulative_incidence(FIVE, "relapse").at(50) == pytest.approx(2 / 5)
    assert cumulative_incidence(FIVE, "death").at(50) == pytest.approx(2 / 5)
    assert event_free(FIVE).at(50) == pytest.approx(1 / 5)


def test_one_minus_kaplan_meier_overstates_for_the_five() -> None:
    assert kaplan_meier(FIVE, "relapse").at(50) == pytest.approx(3 / 4 * 1 / 2)


def test_steps_keep_their_value_until_the_next_time() -> None:
    steps = Steps(1.0, (2.0, 4.0), (0.5, 0.25))
    assert [steps.at(time) for time in (0, 1.9, 2, 3.9, 4, 99)] == [1, 1, 0.5, 0.5, 0.25, 0.25]


@given(people)
def test_shares_sum_to_one_at_each_time(outcomes: list[Outcome]) -> None:
    curves = [event_free(outcomes), *(cumulative_incidence(outcomes, name) for name in EVENTS)]
    for time in range(14):
        assert sum(curve.at(time) for curve in curves) == pytest.approx(1)


@given(people)
def test_one_minus_kaplan_meier_is_never_below_the_cumulative_incidence(
    outcomes: list[Outcome],
) -> None:
    for name in EVENTS:
        survival, incidence = kaplan_meier(outcomes, name), cumulative_incidence(outcomes, name)
        for time in range(14):
            assert 1 - survival.at(time) >= incidence.at(time) - 1e-12


@given(people)
def test_curves_go_one_way_and_stay_between_0_and_1(outcomes: list[Outcome]) -> None:
    falling = event_free(outcomes).values
    assert list(falling) == sorted(falling, reverse=True)
    for name in EVENTS:
        rising = cumulative_incidence(outcomes, name).values
        assert list(rising) == sorted(rising)
        assert all(-1e-12 <= value <= 1 + 1e-12 for value in (*falling, *rising))


@given(people)
def test_without_other_events_both_ways_agree(outcomes: list[Outcome]) -> None:
    alone = [Outcome(time, "death" if event == "death" else None) for time, event in outcomes]
    incidence, survival = cumulative_incidence(alone, "death"), kaplan_meier(alone, "death")
    for time in range(14):
        assert incidence.at(time) == pytest.approx(1 - survival.at(time))


@given(people.map(lambda outcomes: [Outcome(time, event or "death") for time, event in outcomes]))
def test_when_nobody_is_lost_the_cumulative_incidence_is_a_share(outcomes: list[Outcome]) -> None:
    for name in EVENTS:
        curve = cumulative_incidence(outcomes, name)
        for day in range(14):
            share = sum(time <= day and event == name for time, event in outcomes) / len(outcomes)
            assert curve.at(day) == pytest.approx(share, abs=1e-9)


@given(people)
def test_the_interval_holds_the_estimate(outcomes: list[Outcome]) -> None:
    low, high = interval(outcomes, "death", 6)
    assert 0 <= low <= cumulative_incidence(outcomes, "death").at(6) + 1e-9
    assert cumulative_incidence(outcomes, "death").at(6) - 1e-9 <= high <= 1


def test_the_interval_is_the_binomial_one_when_nobody_is_lost() -> None:
    outcomes = [Outcome(time, "death") for time in range(1, 31)]
    outcomes += [Outcome(time, "relapse") for time in range(31, 101)]
    low, high = interval(outcomes, "death", 100)
    width = 1.959964 * (0.3 * 0.7 / 100) ** 0.5
    assert (low, high) == pytest.approx((0.3 - width, 0.3 + width))


@pytest.mark.parametrize("what", ["relapse", "death"])
def test_the_estimators_agree_with_lifelines(what: str) -> None:
    from lifelines import AalenJohansenFitter, KaplanMeierFitter

    # A day for each person: lifelines moves people who share one apart by lot.
    outcomes = [
        Outcome(place, event)
        for place, (_, event) in enumerate(sorted(data.relapse_or_death(), key=str), start=1)
    ]
    times = [outcome.time for outcome in outcomes]
    codes = [{None: 0, what: 1}.get(outcome.event, 2) for outcome in outcomes]
    theirs = AalenJohansenFitter().fit(times, codes, event_of_interest=1)
    survival = KaplanMeierFitter().fit(times, [code == 1 for code in codes])
    incidence, ours = cumulative_incidence(outcomes, what), kaplan_meier(outcomes, what)
    for time in (5, 100, 500, 1000, 1500, 2200):
        assert incidence.at(time) == pytest.approx(float(theirs.predict(time)))
        assert ours.at(time) == pytest.approx(float(survival.predict(time)))
        width = 1.959964 * float(theirs.variance_[time]) ** 0.5
        _, high = interval(outcomes, what, time)
        assert high - incidence.at(time) == pytest.approx(width)


@pytest.mark.parametrize("what", ["relapse", "death"])
def test_people_who_share_a_day_are_counted_together(what: str) -> None:
    from lifelines import AalenJohansenFitter

    outcomes = data.relapse_or_death()
    codes = [{None: 0, what: 1}.get(outcome.event, 2) for outcome in outcomes]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = AalenJohansenFitter(seed=1).fit(
            [outcome.time for outcome in outcomes], codes, event_of_interest=1
        )
    for years in (0.5, 1, 2, 5, 10):
        day = years * data.YEAR
        ours = cumulative_incidence(outcomes, what).at(day)
        assert ours == pytest.approx(float(theirs.predict(day)), abs=2e-4)


def test_bad_input_is_named() -> None:
    with pytest.raises(ValueError, match="nobody"):
        event_free([])
    for time in (-1.0, float("nan"), float("inf")):
        for people in ([Outcome(1, None), Outcome(time, None)], [Outcome(time, None), *FIVE]):
            with pytest.raises(ValueError, match="a time is"):
                event_free(people)
    with pytest.raises(ValueError, match="'1999' is none of"):
        data.first_events(era="1999")


# ------------------------------------------------------------------------------ published numbers


def test_first_events_are_those_of_de_wreede_2011() -> None:
    assert Counter(outcome.event for outcome in data.first_events()) == {
        "recovery": 785,
        "adverse event": 907,
        "relapse": 95,
        "death": 160,
        None: 332,
    }


def test_eras_and_ages_are_those_of_the_register() -> None:
    assert [len(data.first_events(era=era)) for era in data.ERAS] == [634, 896, 749]
    assert [len(data.first_events(age=age)) for age in data.AGES] == [551, 1213, 515]


def test_first_events_do_not_share_a_day() -> None:
    for row in data.people("ebmt4"):
        came = [row[column] for column in data.FIRST.values() if row[f"{column}.s"] == "1"]
        assert came.count(min(came, key=float)) == 1 if came else True


def test_who_is_lost_was_watched_for_everything_until_then() -> None:
    for row in data.people("ebmt4"):
        if all(row[f"{column}.s"] == "0" for column in data.FIRST.values()):
            assert len({row[column] for column in data.FIRST.values()}) == 1


def test_bmt_counts() -> None:
    rows = data.people("bmt")
    assert Counter(row["group"] for row in rows) == {"1": 38, "2": 54, "3": 45}
    sums = {key: sum(int(row[key]) for row in rows) for key in ("d1", "d2", "d3", "da", "dc")}
    assert sums == {"d1": 81, "d2": 42, "d3": 83, "da": 26, "dc": 61}


def test_cytomegalovirus_has_64_people_and_nothing_to_know_them_by() -> None:
    rows = data.people("cytomegalovirus")
    assert len(rows) == 64
    assert not {"race", "diagnosis"} & set(rows[0])


# ------------------------------------------------------------------------------------------ charts

CHARTS: list[Callable[[], Figure]] = [
    records.first,
    records.overstated,
    record_groups.eras,
    record_groups.diseases,
]


def drawn(figure: Figure, **values: object) -> str:
    """Return the texts of the chart with the sliders set to *values*."""
    spec: dict[str, Any] = json.loads(json.dumps(figure.spec))
    for param in spec["params"]:
        if param["name"] in values:
            param["value"] = values.pop(param["name"])
    assert not values
    svg = vl_convert.vegalite_to_svg(json.dumps(spec), vl_version="5.8")
    return unescape(" ".join(re.findall(r">([^<>]+)</t(?:ext|span)>", svg)))


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.__name__)
def test_charts_are_small_named_and_the_same_each_time(chart: Callable[[], Figure]) -> None:
    spec = chart().spec
    assert spec == chart().spec
    assert len(json.dumps(spec, separators=(",", ":"))) < 25_000
    assert not re.search(r"\bparam_?\d+", json.dumps(spec))
    assert "http" not in json.dumps(spec).replace("https://vega.github.io/schema/", "")
    assert drawn(chart())


def test_shares_of_the_first_chart_sum_to_one() -> None:
    for shares in records.shares_by_day():
        assert sum(shares.values()) == pytest.approx(1)


@pytest.mark.parametrize("day", [0, 30, 100, 365])
def test_the_first_chart_says_what_the_model_says(day: int) -> None:
    (shares,) = records.shares_by_day([day])
    told = {name: f"{100 * share:.1f}" for name, share in shares.items()}
    assert (
        f"recovery came first for {told['recovery']}, adverse event {told['adverse event']}, "
        f"relapse {told['relapse']}, death {told['death']}, nothing {told['nothing yet']}"
    ) in drawn(records.first(), day=day)


@pytest.mark.parametrize(
    ("what", "years"), [("relapse", 0.5), ("relapse", 5), ("death", 5), ("death", 10)]
)
def test_the_second_chart_says_what_the_model_says(what: str, years: float) -> None:
    outcomes, day = data.relapse_or_death(), years * data.YEAR
    told = drawn(records.overstated(), what=what, years=years)
    assert f"by year {years:g}: {100 * cumulative_incidence(outcomes, what).at(day):.1f} in" in told
    assert f"would say {100 - 100 * kaplan_meier(outcomes, what).at(day):.1f}." in told


@pytest.mark.parametrize(("age", "years"), [(0, 1), (1, 0.5), (3, 5)])
def test_the_third_chart_says_what_the_model_says(age: int, years: float) -> None:
    group = (None, *data.AGES)[age]
    shares = [
        100 * cumulative_incidence(data.relapse_or_death(era, group), "death").at(years * data.YEAR)
        for era in data.ERAS
    ]
    told = drawn(record_groups.eras(), age=age, years=years)
    assert all(era in told for era in data.ERAS), "the legend"
    assert ": " + ", then ".join(f"{share:.1f}" for share in shares) in told


@pytest.mark.parametrize("months", [0, 24, 60])
def test_the_fourth_chart_says_what_the_model_says(months: int) -> None:
    shares = [
        100 * event_free(outcomes).at(months / 12 * data.YEAR)
        for outcomes in data.disease_free().values()
    ]
    told = drawn(record_groups.diseases(), months=months)
    assert "ALL {:.0f}, AML low risk {:.0f}, AML high risk {:.0f}".format(*shares) in told

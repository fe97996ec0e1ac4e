"""What happened to 2,279 people after a transplant: first events, and competing risks."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import altair as alt

from stemcourse.charts import (
    BLUE,
    GREEN,
    ORANGE,
    VERMILION,
    Figure,
    Table,
    array,
    curve,
    drawn,
    following,
    says,
    slider,
    spoken,
    titled,
    told_apart,
)
from stemcourse.charts.words import spelled
from stemcourse.models.records import ERAS, FIRST, YEAR, first_events, relapse_or_death
from stemcourse.models.survival import (
    Outcome,
    Steps,
    cumulative_incidence,
    event_free,
    interval,
    kaplan_meier,
)
from stemcourse.studies import cite

WARNING = (
    f"Transplants of {ERAS[0][:4]} to {ERAS[-1][-4:]}, from the European register, not randomised "
    "and simplified for teaching: no clinical conclusions."
)
NONE = "nothing yet"
# From the lowest band up, so that no two thin ones lie side by side.
BANDS = {
    "death": VERMILION,
    "adverse event": ORANGE,
    "recovery": GREEN,
    "relapse": BLUE,
    NONE: "#e6e6e1",
}
LAST_DAY = 365
DAYS = range(0, LAST_DAY + 1, 5)
EARLY = 50


def shares_by_day(days: Iterable[int] = DAYS) -> list[dict[str, float]]:
    """Return, for each of *days*, the shares of people by what came first; they sum to 1."""
    outcomes = first_events()
    curves: dict[str, Steps] = {name: cumulative_incidence(outcomes, name) for name in FIRST}
    curves[NONE] = event_free(outcomes)
    return [{name: curves[name].at(day) for name in BANDS} for day in days]


def first() -> Figure:
    """Return what came first after the transplant, stacked; a slider for the day."""
    day = slider("day", 30, (0, LAST_DAY), 5, "Days after the transplant")
    outcomes = first_events()
    shares = shares_by_day()
    number = {
        name: array(f"'{100 * share[name]:.1f}'" for share in shares) + "[round(day / 5)]"
        for name in BANDS
    }
    sentence = says(
        f"'Day ' + day + ', of 100 people: recovery came first for ' + {number['recovery']}"
        f" + ',\\nadverse event ' + {number['adverse event']} + ', relapse ' + {number['relapse']}"
        f" + ', death ' + {number['death']} + ', nothing ' + {number[NONE]}"
    )
    rows = [
        {"day": at, **{name: round(100 * share[name], 1) for name in BANDS}}
        for at, share in zip(DAYS, shares, strict=True)
    ]
    bands = list(BANDS)
    area = (
        drawn(rows)
        .transform_fold([*bands], as_=["event", "share"])
        .transform_calculate(order=f"indexof({bands}, datum.event)")
        .mark_area(stroke="white", strokeWidth=1.5)
        .encode(
            x=alt.X(
                "day:Q",
                title="days after the transplant",
                scale=alt.Scale(domain=[0, LAST_DAY], nice=False),
                axis=alt.Axis(values=[0, 30, 100, 200, 300, 365]),
            ),
            y=alt.Y(
                "share:Q",
                title="people (in 100)",
                stack="zero",
                scale=alt.Scale(domain=[0, 100]),
            ),
            **told_apart("event:N", bands, legend=None, color=list(BANDS.values())),
            order=alt.Order("order:Q"),
        )
    )
    middle, below = [], 0.0
    for name in bands:
        share = 100 * shares[-1][name]
        middle.append({"name": name, "y": round(below + share / 2, 1)})
        below += share
    labels = (
        drawn(middle).mark_text(align="left", dx=6, x="width").encode(y=alt.Y("y:Q"), text="name:N")
    )
    chart = alt.layer(area, labels, following("day"), spoken()).add_params(day, sentence)
    early, last = (
        {name: f"{100 * share:.1f}" for name, share in shares[DAYS.index(at)].items()}
        for at in (EARLY, LAST_DAY)
    )
    return Figure(
        chart.properties(title=titled("Most first events come within seven weeks"), width=250),
        alt=(
            f"A stack of {spelled(len(bands))} bands over the first year, of 100 people at each "
            f"day. At day 0 all have had nothing yet. By day {EARLY} that band has shrunk to "
            f"{early[NONE]}; in {early['adverse event']} an adverse "
            f"event had come first, in {early['recovery']} recovery, in {early['death']} death, "
            f"and in {early['relapse']} relapse. By day {LAST_DAY} "
            f"it is {last['adverse event']} adverse event, {last['recovery']} recovery, "
            f"{last['death']} death, {last['relapse']} relapse and {last[NONE]} nothing. A "
            "dashed line follows the slider."
        ),
        caption=(
            f"What came first to {len(outcomes):,} people with leukaemia; each is counted once. "
            "Cumulative incidence (Aalen-Johansen), give or take up to "
            f"{_widest(outcomes, FIRST, LAST_DAY):.0f} in 100. The records do not say "
            "what counts as recovery or as an adverse event. Data: ebmt4 "
            f"({cite('dewreede2011')}). {WARNING}"
        ),
        table=Table(
            ["day", *(f"{name} (in 100)" for name in bands)],
            [
                [at, *(round(100 * share[name], 1) for name in bands)]
                for at, share in zip(DAYS, shares, strict=True)
                if at in (0, 10, 20, 30, 40, 50, 75, 100, 150, 200, 300, 365)
            ],
        ),
    )


WAYS = ("1 minus Kaplan-Meier", "cumulative incidence")
MOST_YEARS = 10


def overstated() -> Figure:
    """Return relapse, or death without it: 1 - Kaplan-Meier beside cumulative incidence."""
    event = alt.param(
        name="what",
        value="relapse",
        bind=alt.binding_radio(
            options=["relapse", "death"],
            labels=["relapse ", "death without relapse "],
            name="Event: ",
        ),
    )
    years = slider("years", 5, (0.5, MOST_YEARS), 0.5, "Years of follow-up")
    outcomes = relapse_or_death()
    curves = {
        what: (_one_minus(kaplan_meier(outcomes, what)), cumulative_incidence(outcomes, what))
        for what in ("relapse", "death")
    }
    months = [*range(24), *range(24, 12 * MOST_YEARS + 1, 3)]
    rows = [
        {
            "years": round(month / 12, 3),
            **{
                f"{what}{way}": round(100 * curve.at(month / 12 * YEAR), 1)
                for what, pair in curves.items()
                for way, curve in enumerate(pair)
            },
        }
        for month in months
    ]
    halves = [half / 2 for half in range(2 * MOST_YEARS + 1)]

    def at(way: int) -> str:
        of = {
            what: array(round(100 * pair[way].at(half * YEAR), 1) for half in halves)
            for what, pair in curves.items()
        }
        return (
            f"format((what == 'relapse' ? {of['relapse']} : {of['death']})[round(years * 2)],"
            " '.1f')"
        )

    sentence = says(
        "(what == 'relapse' ? 'Relapsed' : 'Died without relapse') + ' by year ' + years + ': ' + "
        + at(1)
        + " + ' in 100.\\n1 minus Kaplan-Meier would say ' + "
        + at(0)
        + " + '.'"
    )
    lines = (
        curve(rows)
        .transform_calculate(a="datum[what + '0']", b="datum[what + '1']")
        .transform_fold(["a", "b"], as_=["column", "share"])
        .transform_calculate(way=f"datum.column == 'a' ? '{WAYS[0]}' : '{WAYS[1]}'")
        .encode(
            x=alt.X(
                "years:Q",
                title="years after the transplant",
                scale=alt.Scale(domain=[0, MOST_YEARS]),
            ),
            y=alt.Y("share:Q", title="people (in 100)", scale=alt.Scale(domain=[0, 30])),
            **told_apart(
                "way:N", WAYS, title=None, color=[VERMILION, BLUE], strokeDash=[[5, 4], [1, 0]]
            ),
        )
    )
    layers = alt.layer(lines, following("years"), spoken()).add_params(event, years, sentence)
    counts = Counter(outcome.event for outcome in outcomes)

    def against(what: str, year: float) -> str:
        one_minus, incidence = (100 * curve.at(year * YEAR) for curve in curves[what])
        return f"{one_minus:.1f} against {incidence:.1f}"

    return Figure(
        layers.properties(title=titled("1 minus Kaplan-Meier overstates")),
        alt=(
            f"Two rising curves of relapse over {spelled(MOST_YEARS)} years. The dashed one, one "
            "minus Kaplan-Meier, lies above the solid one, the cumulative incidence, all the way: "
            f"{against('relapse', 1)} in 100 at one year, {against('relapse', 5)} at five, "
            f"{against('relapse', MOST_YEARS)} at {spelled(MOST_YEARS)}. For death "
            f"without relapse, which a button shows, it is {against('death', 5)} at five years."
        ),
        caption=(
            f"{len(outcomes):,} people with leukaemia: {counts['relapse']} relapsed, and "
            f"{counts['death']} died without a relapse. 95% "
            "intervals of the solid curves reach no more than "
            f"{math.ceil(_widest(outcomes, curves, MOST_YEARS * YEAR))} in 100 up or down. "
            f"Data: ebmt4 ({cite('dewreede2011')}). {WARNING}"
        ),
        table=Table(
            [
                "years",
                *(
                    f"{what}, {way} (in 100)"
                    for what in ("relapse", "death without relapse")
                    for way in WAYS
                ),
            ],
            [
                [
                    year,
                    *(
                        round(100 * curve.at(year * YEAR), 1)
                        for pair in curves.values()
                        for curve in pair
                    ),
                ]
                for year in (0.5, 1, 2, 3, 5, 8, 10)
            ],
        ),
    )


def _one_minus(curve: Steps) -> Steps:
    return Steps(1 - curve.start, curve.times, tuple(1 - value for value in curve.values))


def _widest(outcomes: Sequence[Outcome], events: Iterable[str], day: float) -> float:
    """Return the longest arm of the events' 95% intervals at a day, in 100."""
    arms = (
        100 * abs(end - cumulative_incidence(outcomes, event).at(day))
        for event in events
        for end in interval(outcomes, event, day)
    )
    return max(arms)

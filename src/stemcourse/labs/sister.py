"""Will my sister match? Siblings as donors, and how patients fared by donor."""

from __future__ import annotations

import math

import altair as alt

from citations import UNCONFIRMED
from stemcourse.charts import (
    BLUE,
    GREY,
    ORANGE,
    PALE,
    VERMILION,
    Figure,
    Table,
    dots,
    drawn,
    named_rows,
    says,
    slider,
    spoken,
    titled,
    told_apart,
)
from stemcourse.charts.words import spelled
from stemcourse.models.hla import at_least_one, simulate, spread
from stemcourse.studies import cite, measured_range, studies
from stemcourse.studies.entries import Donor

MOST = 8
START = 4
FAMILIES = 1000
OUTCOMES = ("alive at two years", "died without relapse")


def siblings() -> Figure:
    """Return how many of n siblings are identical; a slider for n."""
    n = slider("n", START, (1, MOST), 1, "Full siblings of the patient")
    sentence = says(
        "'With ' + n + (n == 1 ? ' sibling' : ' siblings') + ', in '"
        " + format((1 - pow(0.75, n)) * 100, '.0f')"
        " + ' of 100 families\\nat least one is identical'"
    )
    rows = [
        {"n": k, "identical": found, "families": 100 * chance}
        for k in range(1, MOST + 1)
        for found, chance in enumerate(spread(k))
    ]
    kinds = ["none is identical", "one or more"]
    base = (
        drawn(rows)
        .transform_filter("datum.n == n")
        .transform_calculate(
            kind=f"datum.identical == 0 ? '{kinds[0]}' : '{kinds[1]}'",
            label="datum.families < 0.5 ? '<1' : format(datum.families, '.0f')",
        )
        .encode(
            x=alt.X(
                "identical:O",
                title="identical siblings in the family",
                scale=alt.Scale(domain=list(range(MOST + 1))),
                axis=alt.Axis(labelAngle=0),
            ),
            y=alt.Y("families:Q", title="families (of 100)", scale=alt.Scale(domain=[0, 80])),
        )
    )
    bars = base.mark_bar(strokeWidth=2, strokeDash=[4, 3]).encode(
        **told_apart("kind:N", kinds, title=None, fill=[PALE, BLUE], stroke=[GREY, "transparent"])
    )
    labels = base.mark_text(dy=-8).encode(text="label:N")
    chart = alt.layer(bars, labels, spoken()).add_params(n, sentence)
    none, *more, every = (100 * chance for chance in spread(START))
    some = ", ".join(f"{spelled(k)} in {families:.0f}" for k, families in enumerate(more, start=1))
    return Figure(
        chart.properties(title=titled("More siblings, a better chance, and no promise")),
        alt=(
            "Bars for the number of identical siblings in a family, from 0 to the number of "
            f"siblings. With {spelled(START)} siblings, as at the start, none is identical in "
            f"{none:.0f} of 100 families, {some}, and all {spelled(START)} in fewer than "
            f"{math.ceil(every)}. With a "
            f"slider for one to {spelled(MOST)} siblings, the bar for none falls from "
            f"{100 * spread(1)[0]:.0f} to {100 * spread(MOST)[0]:.0f} and never reaches zero."
        ),
        caption=(
            "Worked out, and not observed: each full sibling is identical with a chance of 1/4. "
            "The patient is not counted as a sibling. Left out: rare swaps within a block of "
            "tags, parents who share a block, and identical twins."
        ),
        table=Table(
            [
                "siblings",
                "none identical (of 100)",
                "exactly one (of 100)",
                "two or more (of 100)",
                "at least one (of 100)",
            ],
            [[k, *(round(100 * share, 1) for share in _grouped(k))] for k in range(1, MOST + 1)],
        ),
    )


def check() -> Figure:
    """Return the chance of an identical sibling: by the rule, by lot, and in practice."""
    practice = measured_range("identical-sibling")
    rows = [
        {"siblings": k, "chance": 100 * at_least_one(k), "drawn": _drawn(k)}
        for k in range(1, MOST + 1)
    ]
    kinds = ["by the rule", f"{FAMILIES:,} families drawn by lot"]
    x = alt.X(
        "siblings:Q",
        title="full siblings of the patient",
        scale=alt.Scale(domain=[0.5, MOST + 0.5], nice=False),
        axis=alt.Axis(values=list(range(1, MOST + 1)), format="d", grid=False),
    )
    y = alt.Y(
        "of_100:Q",
        title="at least one identical (of 100)",
        scale=alt.Scale(domain=[0, 100]),
    )
    points = (
        drawn(rows)
        .transform_fold(["chance", "drawn"], as_=["key", "of_100"])
        .transform_calculate(kind=f"datum.key == 'chance' ? '{kinds[0]}' : '{kinds[1]}'")
        .encode(
            x=x,
            y=y,
            **told_apart(
                "kind:N",
                kinds,
                title=None,
                color=[BLUE, VERMILION],
                shape=["circle", "diamond"],
            ),
            # No scale: a size says how much, and to kinds Vega has a warning for it.
            size=alt.condition(f"datum.kind == '{kinds[0]}'", alt.value(50), alt.value(190)),
        )
        .mark_point(opacity=1, strokeWidth=2)
    )
    line = drawn(rows).mark_line(strokeWidth=2, color=BLUE).encode(x=x, y=alt.Y("chance:Q"))
    band = drawn([{"low": practice.low, "high": practice.high}])
    real = band.mark_rect(color=ORANGE, opacity=0.45).encode(y=alt.Y("low:Q"), y2="high:Q")
    name = band.mark_text(align="right", baseline="bottom", dy=-4).encode(
        x=alt.datum(MOST + 0.4),
        y=alt.Y("high:Q"),
        text=alt.value(f"band: in practice, {practice.low} to {practice.high}"),
    )
    chart = alt.layer(real, line, points, name)
    chances = [row["chance"] for row in rows]
    first = ", ".join(f"{chances[k - 1]:.0f} with {spelled(k)}" for k in (2, 3, 4))
    return Figure(
        chart.properties(title="Each further sibling adds less than the one before"),
        alt=(
            "A curve of the chance that at least one sibling is identical: "
            f"{chances[0]:.0f} of 100 with one sibling, {first}, and then ever flatter to "
            f"{chances[-1]:.0f} with {spelled(MOST)}. Open diamonds, {FAMILIES:,} families drawn "
            "by lot for each number of siblings, lie on it or close by. A band at "
            f"{practice.low} to {practice.high} of 100 marks patients in practice; it meets the "
            "curve at one sibling."
        ),
        caption=(
            "Curve: 1 - 0.75 to the power n. Diamonds: a simulation. Band: of 100 people who may "
            f"need a donor, {practice.low} to {practice.high} have an identical sibling "
            f"({cite(*practice.references)}, as background; how they "
            "were counted is not in the part that we saw). They have different numbers of siblings."
        ),
        table=Table(
            ["siblings", "by the rule (of 100)", f"{FAMILIES:,} families by lot (of 100)"],
            [[row["siblings"], round(row["chance"], 1), row["drawn"]] for row in rows],
        ),
    )


def donors() -> Figure:
    """Return how patients fared by donor, with intervals of two standard errors."""
    kinds = studies().donors
    rows = [
        {
            "donor": _label(donor),
            "outcome": outcome,
            "of_100": share,
            "low": share - 2 * error,
            "high": share + 2 * error,
        }
        for donor in kinds
        for outcome, share, error in _outcomes(donor)
    ]
    y = named_rows("donor:N", [_label(donor) for donor in kinds])
    x = alt.X("of_100:Q", title="patients (of 100)", scale=alt.Scale(domain=[0, 70]))
    outcomes = told_apart(
        "outcome:N", list(OUTCOMES), title=None, color=[BLUE, VERMILION], shape=["circle", "square"]
    )
    base = drawn(rows)
    bars = base.mark_rule(strokeWidth=2.5).encode(
        x=alt.X("low:Q"), x2="high:Q", y=y, color=outcomes["color"]
    )
    points = dots(base, 110).encode(x=x, y=y, **outcomes)
    numbers = base.mark_text(dy=-11).encode(x=x, y=y, text="of_100:Q")
    unknown = (
        drawn([{"donor": _label(donor)} for donor in kinds if donor.died is None])
        .mark_text(color=GREY, fontStyle="italic")
        .encode(x=alt.datum(20), y=y, text=alt.value(UNCONFIRMED))
    )
    chart = alt.layer(bars, points, numbers, unknown)
    alive, died = (
        [
            _told(donor, share, error)
            for donor in kinds
            for outcome, share, error in _outcomes(donor)
            if outcome == wanted
        ]
        for wanted in OUTCOMES
    )
    sources = dict.fromkeys(key for donor in kinds for key in donor.references)
    return Figure(
        chart.properties(
            title="Look at both: who lived, and who died without relapse", width=240, height=250
        ),
        alt=(
            f"{spelled(len(kinds)).capitalize()} kinds of donor, with patients alive at two years "
            f"of 100, and an interval: {', '.join(alive)}. For {spelled(len(died))} of them also "
            f"those who died without relapse: {', '.join(died)}."
        ),
        caption=(
            "Transplants for high-risk leukaemia (AML), "
            f"{sum(donor.people for donor in kinds):,} in a register ({cite(*sources)}); not "
            "randomised. Lines: two standard errors to either side. For strangers, a full match is "
            "10 of 10 tags, and one mismatch 9 of 10. The half-matched group is small and early. "
            f"'{UNCONFIRMED}' does not mean none."
        ),
        table=Table(
            [
                "donor",
                "people",
                "alive at two years (of 100)",
                "standard error",
                "died without relapse (of 100)",
                "standard error of that",
            ],
            [
                [
                    donor.name,
                    donor.people,
                    donor.alive,
                    donor.alive_error,
                    UNCONFIRMED if donor.died is None else donor.died,
                    UNCONFIRMED if donor.died_error is None else donor.died_error,
                ]
                for donor in kinds
            ],
        ),
    )


def _grouped(n: int) -> tuple[float, float, float, float]:
    none, one, *more = spread(n)
    return none, one, sum(more), 1 - none


def _drawn(n: int) -> float:
    """Return, of 100 families drawn by lot, those with an identical sibling."""
    return round(100 * (1 - simulate(n, FAMILIES)[0] / FAMILIES), 1)


def _label(donor: Donor) -> str:
    """Return the two lines of the axis, with a bar between them."""
    return f"{donor.name}|{donor.people:,} people"


def _outcomes(donor: Donor) -> list[tuple[str, int, int]]:
    """Return each outcome that is confirmed, with its share and the standard error of that."""
    alive = (OUTCOMES[0], donor.alive, donor.alive_error)
    if donor.died is None or donor.died_error is None:
        return [alive]
    return [alive, (OUTCOMES[1], donor.died, donor.died_error)]


def _told(donor: Donor, share: int, error: int) -> str:
    who = donor.name.replace(", 1 ", " with one ").replace(", ", " with a ")
    return f"{who} {share} ({share - 2 * error} to {share + 2 * error})"

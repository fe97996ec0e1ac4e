"""Will my sister match? Siblings as donors, and how patients fared by donor."""

from __future__ import annotations

from typing import NamedTuple

import altair as alt

from stemcourse.charts import (
    BLUE,
    GREY,
    ORANGE,
    VERMILION,
    Figure,
    Table,
    says,
    slider,
    spoken,
    titled,
)
from stemcourse.models.hla import at_least_one, simulate, spread

MOST = 8
START = 4
FAMILIES = 1000
# Light, so that "none" stands apart in grey print too.
PALE = "#dcdcd6"
# Of 100 people who may need a donor, those who have an identical sibling (davis2018).
REAL = (25, 30)


class Donor(NamedTuple):
    """A kind of donor, and per 100 patients, with standard errors: see versluis2017."""

    name: str
    people: int
    alive: int
    alive_error: int
    # None: not confirmed.
    died: int | None = None
    died_error: int = 0


DONORS = (
    Donor("relative, full match", 3511, 59, 1, 15, 1),
    Donor("stranger, full match", 1959, 57, 1),
    Donor("relative, half match", 193, 57, 4, 26, 3),
    Donor("stranger, 1 mismatch", 549, 49, 2),
    Donor("cord blood", 333, 44, 3, 29, 3),
)
OUTCOMES = ("alive at two years", "died without relapse")


def siblings() -> Figure:
    """How many of n siblings are identical; a slider for n."""
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
        alt.Chart(alt.Data(values=rows))
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
        fill=alt.Fill("kind:N", title=None, scale=alt.Scale(domain=kinds, range=[PALE, BLUE])),
        stroke=alt.Stroke(
            "kind:N", title=None, scale=alt.Scale(domain=kinds, range=[GREY, "transparent"])
        ),
    )
    labels = base.mark_text(dy=-8).encode(text="label:N")
    chart = alt.layer(bars, labels, spoken()).add_params(n, sentence)
    return Figure(
        chart.properties(title=titled("More siblings, a better chance, and no promise")),
        alt=(
            "Bars for the number of identical siblings in a family, from 0 to the number of "
            "siblings. With four siblings, as at the start, none is identical in 32 of 100 "
            "families, one in 42, two in 21, three in 5, and all four in fewer than 1. With a "
            "slider for one to eight siblings, the bar for none falls from 75 to 10 and never "
            "reaches zero."
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
    """The chance of an identical sibling: by the rule, drawn by lot, and in practice."""
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
        alt.Chart(alt.Data(values=rows))
        .transform_fold(["chance", "drawn"], as_=["key", "of_100"])
        .transform_calculate(kind=f"datum.key == 'chance' ? '{kinds[0]}' : '{kinds[1]}'")
        .encode(
            x=x,
            y=y,
            color=alt.Color(
                "kind:N", title=None, scale=alt.Scale(domain=kinds, range=[BLUE, VERMILION])
            ),
            shape=alt.Shape(
                "kind:N", title=None, scale=alt.Scale(domain=kinds, range=["circle", "diamond"])
            ),
            size=alt.Size("kind:N", title=None, scale=alt.Scale(domain=kinds, range=[50, 190])),
        )
        .mark_point(opacity=1, strokeWidth=2)
    )
    curve = (
        alt.Chart(alt.Data(values=rows))
        .mark_line(strokeWidth=2, color=BLUE)
        .encode(x=x, y=alt.Y("chance:Q"))
    )
    band = alt.Chart(alt.Data(values=[{"low": REAL[0], "high": REAL[1]}]))
    real = band.mark_rect(color=ORANGE, opacity=0.45).encode(y=alt.Y("low:Q"), y2="high:Q")
    name = band.mark_text(align="right", baseline="bottom", dy=-4).encode(
        x=alt.datum(MOST + 0.4),
        y=alt.Y("high:Q"),
        text=alt.value(f"band: in practice, {REAL[0]} to {REAL[1]}"),
    )
    chart = alt.layer(real, curve, points, name)
    return Figure(
        chart.properties(title="Each further sibling adds less than the one before"),
        alt=(
            "A curve of the chance that at least one sibling is identical: 25 of 100 with one "
            "sibling, 44 with two, 58 with three, 68 with four, and then ever flatter to 90 with "
            "eight. Open diamonds, 1,000 families drawn by lot for each number of siblings, lie "
            "on it or close by. A band at 25 to 30 of 100 marks patients in practice; it meets the "
            "curve at one sibling."
        ),
        caption=(
            "Curve: 1 - 0.75 to the power n. Diamonds: a simulation. Band: of 100 people who may "
            "need a donor, 25 to 30 have an identical sibling (Davis 2018, as background; how they "
            "were counted is not in the part that we saw). They have different numbers of siblings."
        ),
        table=Table(
            ["siblings", "by the rule (of 100)", f"{FAMILIES:,} families by lot (of 100)"],
            [[row["siblings"], round(row["chance"], 1), row["drawn"]] for row in rows],
        ),
    )


def donors() -> Figure:
    """How patients fared by donor, with intervals of two standard errors."""
    rows = [
        {
            "donor": _label(donor),
            "outcome": outcome,
            "of_100": share,
            "low": share - 2 * error,
            "high": share + 2 * error,
        }
        for donor in DONORS
        for outcome, share, error in _outcomes(donor)
    ]
    y = alt.Y(
        "donor:N",
        title=None,
        sort=[_label(donor) for donor in DONORS],
        axis=alt.Axis(labelExpr="split(datum.label, '|')", labelLimit=170, domain=False),
    )
    x = alt.X("of_100:Q", title="patients (of 100)", scale=alt.Scale(domain=[0, 70]))
    colour = alt.Color(
        "outcome:N",
        title=None,
        scale=alt.Scale(domain=list(OUTCOMES), range=[BLUE, VERMILION]),
    )
    base = alt.Chart(alt.Data(values=rows))
    bars = base.mark_rule(strokeWidth=2.5).encode(x=alt.X("low:Q"), x2="high:Q", y=y, color=colour)
    points = base.mark_point(filled=True, size=110, opacity=1).encode(
        x=x,
        y=y,
        color=colour,
        shape=alt.Shape(
            "outcome:N",
            title=None,
            scale=alt.Scale(domain=list(OUTCOMES), range=["circle", "square"]),
        ),
    )
    numbers = base.mark_text(dy=-11).encode(x=x, y=y, text="of_100:Q")
    unknown = (
        alt.Chart(
            alt.Data(values=[{"donor": _label(donor)} for donor in DONORS if donor.died is None])
        )
        .mark_text(color=GREY, fontStyle="italic")
        .encode(x=alt.datum(20), y=y, text=alt.value("not confirmed"))
    )
    chart = alt.layer(bars, points, numbers, unknown)
    return Figure(
        chart.properties(
            title="Look at both: who lived, and who died without relapse", width=240, height=250
        ),
        alt=(
            "Five kinds of donor, with patients alive at two years of 100, and an interval: "
            "relative with a full match 59 (57 to 61), stranger with a full match 57 (55 to 59), "
            "relative with a half match 57 (49 to 65), stranger with one mismatch 49 (45 to 53), "
            "cord blood 44 (38 to 50). For three of them also those who died without relapse: "
            "relative with a full match 15 (13 to 17), relative with a half match 26 (20 to 32), "
            "cord blood 29 (23 to 35)."
        ),
        caption=(
            "Transplants for high-risk leukaemia (AML), 6,545 in a register (Versluis 2017); not "
            "randomised. Lines: two standard errors to either side. For strangers, a full match is "
            "10 of 10 tags, and one mismatch 9 of 10. The half-matched group is small and early. "
            "'Not confirmed' does not mean none: we could not check the number."
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
                    "not confirmed" if donor.died is None else donor.died,
                    "not confirmed" if donor.died is None else donor.died_error,
                ]
                for donor in DONORS
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
    alive = (OUTCOMES[0], donor.alive, donor.alive_error)
    if donor.died is None:
        return [alive]
    return [alive, (OUTCOMES[1], donor.died, donor.died_error)]

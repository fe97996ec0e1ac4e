"""How strong is that effect? With a control group, beside placebo, and with all the trials."""

from __future__ import annotations

from typing import NamedTuple

import altair as alt

from stemcourse.charts import (
    BLUE,
    GREY,
    ORANGE,
    Figure,
    Table,
    says,
    spoken,
    titled,
)

MINUS = "\u2212"
POOLED = "Pooled"


class Pair(NamedTuple):
    """The share who did well in a trial, in 100: with the treatment, and in the control group."""

    name: str
    treated: float
    control: float | None
    source: str

    @property
    def gap(self) -> float | None:
        """The effect: how many more in 100 did well with the treatment."""
        return None if self.control is None else round(self.treated - self.control, 1)


PAIRS = (
    Pair("Foot ulcer, cells from fat, 8 weeks", 100, 62, "Han 2010"),
    Pair("Foot ulcer, membrane, 12 weeks", 92.5, None, "Zelen 2014"),
    Pair("Foot ulcer, other membrane, 12 weeks", 85, 25, "DiDomenico 2016"),
    Pair("Foot ulcer, cells from fat, 6 months", 81, None, "Carstens 2021"),
    Pair("Back pain, 12 months", 74, 69, "Pers 2024"),
    Pair("Foot ulcer, sheet of cells, 8 weeks", 73, 47, "Moon 2019"),
    Pair("Crohn's fistula, 24 weeks", 50, 34, "Panés 2016"),
    Pair("Foot ulcer, gel, 20 weeks", 50, 35, "Wieman 1998"),
    Pair("Stroke, 90 days", 11.5, 9.8, "Houkin 2024"),
)


class Gain(NamedTuple):
    """Less pain, on a scale of 0 to 100, with its 95 % interval; and against what."""

    who: str
    against: str
    gain: float
    low: float
    high: float


GAINS = (
    Gain("Cells", "gap to a control group", 13.24, 3.20, 23.28),
    Gain("Placebo", "change since the start", 13.4, 5.1, 21.7),
)

# Contradictions in the reports, trials, mean gain in ejection fraction in points (nowbar2014).
ERRORS = (
    ("none", 5, -0.4),
    ("1 to 10", 24, 2.1),
    ("11 to 20", 12, 3.0),
    ("21 to 30", 3, 5.7),
    ("over 30", 5, 7.7),
)


def most_improved() -> Figure:
    """The share who did well in nine studies; a tick adds the control groups."""
    show = alt.param(
        name="show", value=False, bind=alt.binding_checkbox(name="Show the control groups ")
    )
    gaps = [pair.gap for pair in PAIRS if pair.gap is not None]
    without = len(PAIRS) - len(gaps)
    sentence = says(
        f"show ? 'Sorted by gap: {max(gaps):g} down to {min(gaps):g} in 100;\\n{without} have no"
        f" control group and so no gap' : 'Sorted by share: {PAIRS[0].treated:g} down to"
        f" {PAIRS[-1].treated:g} in 100.\\nWhat is missing?'"
    )
    rows = [{**pair._asdict(), "gap": pair.gap} for pair in PAIRS]
    none = "datum.control == null"
    base = alt.Chart(alt.Data(values=rows)).transform_calculate(
        rank=f"show ? ({none} ? -1 : datum.gap) : datum.treated",
        beside=f"show && !({none}) ? datum.control : 0",
        label=f"datum.name + (show && !({none}) ? ': gap ' + datum.gap : '')",
        missing=f"show ? ({none} ? 'no control group' : format(datum.control, '~')) : ''",
    )
    y = alt.Y(
        "name:N",
        axis=None,
        sort=alt.EncodingSortField(field="rank", op="max", order="descending"),
    )
    groups = alt.Scale(domain=["treated", "control group"], range=[BLUE, ORANGE])

    def x(field: str) -> alt.X:
        return alt.X(
            field,
            title="people who did well, of every 100",
            scale=alt.Scale(domain=[0, 100]),
            axis=alt.Axis(grid=False, values=[0, 25, 50, 75, 100]),
        )

    # A label, a bar and a second bar share a row, set apart by pixels.
    colour = alt.Color("group:N", title=None, scale=groups)
    treated = (
        base.transform_calculate(group="'treated'")
        .mark_bar(size=12, yOffset=2)
        .encode(x=x("treated:Q"), y=y, color=colour)
    )
    control = (
        base.transform_calculate(group="'control group'")
        .mark_bar(size=9, yOffset=13)
        .encode(x=x("beside:Q"), y=y, color=colour)
    )
    label = base.mark_text(align="left", dy=-12).encode(x=alt.XDatum(0), y=y, text="label:N")
    share = base.mark_text(align="right", dx=-4, dy=2.5, color="white", fontSize=11).encode(
        x=x("treated:Q"), y=y, text="treated:Q"
    )
    other = base.mark_text(align="left", dx=4, dy=13.5, fontSize=11).encode(
        x=x("beside:Q"), y=y, text="missing:N"
    )
    chart = alt.layer(treated, control, label, share, other, spoken()).add_params(show, sentence)
    return Figure(
        chart.properties(
            title=titled("“Most improved” hides the control group"), height=alt.Step(44)
        ),
        alt=(
            "Nine bars: the share of treated people who did well, of every 100, from 100 for cells "
            "in foot ulcers down to 11.5 in stroke; back pain has 74. With the box ticked, a "
            "second bar for the control group joins seven of them, and the rows are sorted by the "
            "gap: 60, 38, 26, 16, 15, then 5 in back pain and 1.7 in stroke. Two of the longest "
            "bars, 92.5 and 81, have no control group and go to the end."
        ),
        caption=(
            "Share who did well, by each study's own rule. Compare the bars of one pair, and not "
            "of different studies. The gel holds a growth factor and no cells, and the membrane of "
            "Zelen 2014 no living stem cells. A larger trial of the product for Crohn's fistula "
            "later missed its goals. The groups are often small: the gap of 60 rests on 20 and 20 "
            "people. No intervals are drawn: the gaps in back pain "
            "(p = 0.77) and stroke (p = 0.90) may well be luck. Studies: Han 2010, Zelen 2014, "
            "DiDomenico 2016, Carstens 2021, Pers 2024, Moon 2019, Panés 2016, Wieman 1998, "
            "Houkin 2024."
        ),
        table=Table(
            ["study", "treated (in 100)", "control (in 100)", "gap (in 100)", "source"],
            [
                [
                    pair.name,
                    pair.treated,
                    "none" if pair.control is None else pair.control,
                    "unknown" if pair.gap is None else pair.gap,
                    pair.source,
                ]
                for pair in PAIRS
            ],
        ),
    )


def knee_pain() -> Figure:
    """How much better knees are with cells than without, and how much with placebo alone."""
    names = [gain.who for gain in GAINS]
    base = alt.Chart(alt.Data(values=[gain._asdict() for gain in GAINS])).transform_calculate(
        label=(
            "datum.who + ', ' + datum.against + ': ' + format(datum.gain, '.1f')"
            " + ' (' + format(datum.low, '.1f') + ' to ' + format(datum.high, '.1f') + ')'"
        )
    )

    def x(field: str) -> alt.X:
        return alt.X(
            field,
            title="less pain (points of 100), 95 % interval",
            scale=alt.Scale(domain=[0, 25]),
        )

    y = alt.Y("who:N", sort=names, axis=None)
    colour = alt.Color("who:N", legend=None, scale=alt.Scale(domain=names, range=[BLUE, ORANGE]))
    lines = base.mark_rule(strokeWidth=3).encode(x=x("low:Q"), x2="high:Q", y=y, color=colour)
    dots = base.mark_point(filled=True, size=150, opacity=1).encode(
        x=x("gain:Q"),
        y=y,
        color=colour,
        shape=alt.Shape(
            "who:N", legend=None, scale=alt.Scale(domain=names, range=["square", "circle"])
        ),
    )
    words = base.mark_text(align="left", dx=5, dy=-18).encode(x=alt.XDatum(0), y=y, text="label:N")
    zero = alt.Chart(alt.Data(values=[{}])).mark_rule(strokeDash=[4, 4]).encode(x=alt.XDatum(0))
    return Figure(
        alt.layer(zero, lines, dots, words).properties(
            title="A gap with cells, a change with placebo", height=alt.Step(58)
        ),
        alt=(
            "A square and a dot, each with its 95 % interval, on one scale of less pain, in points "
            "of 100. With cells "
            "the gap to a control group is 13.2, from 3.2 to 23.3. Placebo groups changed by "
            "13.4 since their own start, from 5.1 to 21.7. The placebo interval lies inside that "
            "of the cells, and both are right of zero."
        ),
        caption=(
            "Two different things on one scale (visual analogue scale, 0 to 100). Wang 2020: 7 "
            "randomised trials, 256 people, cells against any control, which need not be a "
            "placebo. Previtali 2021: the placebo groups of 50 trials (4,076 people in the "
            "review), against their own start, by six months. Other trials, other people: do "
            "not subtract the one from the other."
        ),
        table=Table(
            ["who", "what is measured", "less pain (of 100)", "from", "to"],
            [list(gain) for gain in GAINS],
        ),
    )


def more_errors() -> Figure:
    """The gain that trials of marrow cells reported, by the contradictions in their reports."""
    rows = [
        {
            "errors": errors,
            "trials": trials,
            "gain": gain,
            "label": f"{gain:.1f}".replace("-", MINUS),
        }
        for errors, trials, gain in ERRORS
    ]
    base = alt.Chart(alt.Data(values=rows)).transform_calculate(
        below="datum.trials + ' trials'", seat="max(datum.gain, 0)"
    )
    x = alt.X(
        "errors:N",
        title="contradictions in the report",
        sort=[errors for errors, _, _ in ERRORS],
        axis=alt.Axis(labelAngle=0, domain=False, ticks=False, labelPadding=8),
    )
    y = alt.Y(
        "gain:Q",
        title="mean gain in ejection fraction (points)",
        scale=alt.Scale(domain=[-1, 10]),
    )
    stems = base.mark_rule(strokeWidth=3, color=BLUE).encode(x=x, y=y, y2=alt.Y2Datum(0))
    dots = base.mark_point(filled=True, size=130, color=BLUE, opacity=1).encode(x=x, y=y)
    seat = alt.Y("seat:Q", title="mean gain in ejection fraction (points)")
    gains = base.mark_text(dy=-27, fontWeight="bold").encode(x=x, y=seat, text="label:N")
    trials = base.mark_text(dy=-13, fontSize=11).encode(x=x, y=seat, text="below:N")
    zero = alt.Chart(alt.Data(values=[{}])).mark_rule(color=GREY).encode(y=alt.YDatum(0))
    return Figure(
        alt.layer(zero, stems, dots, gains, trials).properties(
            title="More contradictions in the report, bigger gain"
        ),
        alt=(
            "Five dots on stems that rise from left to right: mean gain in ejection fraction, in "
            "points, by contradictions in the report. None: minus 0.4, 5 trials. 1 to 10: 2.1, 24 "
            "trials. 11 to 20: 3.0, 12 trials. 21 to 30: 5.7, 3 trials. Over 30: 7.7, 5 trials."
        ),
        caption=(
            "49 trials of marrow cells for the heart, grouped by the contradictions in their "
            "reports (Nowbar 2014; correlation 0.4, p = 0.005). An association between groups of "
            "trials, some of them small; it proves no cause. A contradiction is not the same as "
            "misconduct, and critical replies were published. The record that we saw gives no "
            "intervals for the groups."
        ),
        table=Table(
            ["contradictions", "trials", "mean gain in ejection fraction (points)"],
            [list(row) for row in ERRORS],
        ),
    )

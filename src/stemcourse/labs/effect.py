"""How strong is that effect? With a control group, beside placebo, and with all the trials."""

from __future__ import annotations

import altair as alt

from stemcourse.charts import (
    BLUE,
    GREY,
    ORANGE,
    Figure,
    Table,
    dashed,
    dots,
    drawn,
    says,
    spoken,
    titled,
    told_apart,
)
from stemcourse.charts.words import listed, said, spelled
from stemcourse.studies import cite, measured, of_source, studies

MINUS = "\u2212"


def most_improved() -> Figure:
    """Return the share who did well in each study; a tick adds the control groups."""
    pairs = studies().did_well
    gaps = sorted((pair.gap for pair in pairs if pair.gap is not None), reverse=True)
    alone = [pair.treated for pair in pairs if pair.control is None]
    shares = [pair.treated for pair in pairs]
    show = alt.param(
        name="show", value=False, bind=alt.binding_checkbox(name="Show the control groups ")
    )
    sentence = says(
        f"show ? 'Sorted by gap: {gaps[0]:g} down to {gaps[-1]:g} in 100;\\n{len(alone)} have no"
        f" control group and so no gap' : 'Sorted by share: {max(shares):g} down to"
        f" {min(shares):g} in 100.\\nWhat is missing?'"
    )
    rows = [
        {
            "name": pair.name,
            "treated": pair.treated,
            "control": pair.control,
            "source": cite(*pair.references),
            "gap": pair.gap,
        }
        for pair in pairs
    ]
    none = "datum.control == null"
    base = drawn(rows).transform_calculate(
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

    def x(field: str) -> alt.X:
        return alt.X(
            field,
            title="people who did well, of every 100",
            scale=alt.Scale(domain=[0, 100]),
            axis=alt.Axis(grid=False, values=[0, 25, 50, 75, 100]),
        )

    # A label, a bar and a second bar share a row, set apart by pixels.
    colour = told_apart("group:N", ["treated", "control group"], title=None, color=[BLUE, ORANGE])
    treated = (
        base.transform_calculate(group="'treated'")
        .mark_bar(size=12, yOffset=2)
        .encode(x=x("treated:Q"), y=y, **colour)
    )
    control = (
        base.transform_calculate(group="'control group'")
        .mark_bar(size=9, yOffset=13)
        .encode(x=x("beside:Q"), y=y, **colour)
    )
    label = base.mark_text(align="left", dy=-12).encode(x=alt.XDatum(0), y=y, text="label:N")
    share = base.mark_text(align="right", dx=-4, dy=2.5, color="white", fontSize=11).encode(
        x=x("treated:Q"), y=y, text="treated:Q"
    )
    other = base.mark_text(align="left", dx=4, dy=13.5, fontSize=11).encode(
        x=x("beside:Q"), y=y, text="missing:N"
    )
    chart = alt.layer(treated, control, label, share, other, spoken()).add_params(show, sentence)
    back, stroke = of_source("pers2024", pairs), of_source("houkin2024", pairs)
    small = of_source("didomenico2016", pairs)
    wide = ", ".join(f"{gap:g}" for gap in gaps[:-2])
    return Figure(
        chart.properties(
            title=titled("“Most improved” hides the control group"), height=alt.Step(44)
        ),
        alt=(
            f"{spelled(len(pairs)).capitalize()} bars: the share of treated people who did well, "
            f"of every 100, from {max(shares):g} for cells "
            f"in foot ulcers down to {stroke.treated:g} in stroke; back pain has {back.treated:g}. "
            "With the box ticked, a second bar for the control group joins "
            f"{spelled(len(gaps))} of them, and the rows are sorted by the "
            f"gap: {wide}, then {back.gap:g} in back pain and {stroke.gap:g} in stroke. "
            f"{spelled(len(alone)).capitalize()} of the longest bars, "
            f"{listed(f'{share:g}' for share in alone)}, have no control group and go to the end."
        ),
        caption=(
            "Share who did well, by each study's own rule. Compare the bars of one pair, and not "
            "of different studies. The gel holds a growth factor and no cells, and the membrane of "
            f"{cite('zelen2014')} no living stem cells. A larger trial of the product for Crohn's "
            f"fistula later missed its goals. The groups are often small: the gap of {small.gap:g} "
            f"rests on {small.of_treated} and {small.of_control} "
            "people. No intervals are drawn: the gaps in back pain "
            f"(p = {back.p:.2f}) and stroke (p = {stroke.p:.2f}) may well be luck. Studies: "
            f"{cite(*(key for pair in pairs for key in pair.references))}."
        ),
        table=Table(
            ["study", "treated (in 100)", "control (in 100)", "gap (in 100)", "source"],
            [
                [
                    pair.name,
                    pair.treated,
                    "none" if pair.control is None else pair.control,
                    "unknown" if pair.gap is None else pair.gap,
                    cite(*pair.references),
                ]
                for pair in pairs
            ],
        ),
    )


def knee_pain() -> Figure:
    """Return how much better knees are with cells than without, and with placebo alone."""
    gains = studies().less_pain
    cells, placebo = gains
    keys = ("who", "against", "gain", "low", "high")
    numbers = [(each.who, each.against, each.gain, each.low, each.high) for each in gains]
    rows = [dict(zip(keys, row, strict=True)) for row in numbers]
    names = [gain.who for gain in gains]
    base = drawn(rows).transform_calculate(
        label=(
            "datum.who + ', ' + datum.against + ': ' + format(datum.gain, '.1f')"
            " + ' (' + format(datum.low, '.1f') + ' to ' + format(datum.high, '.1f') + ')'"
        )
    )

    def x(field: str) -> alt.X:
        return alt.X(
            field,
            title="less pain (points of 100), 95% interval",
            scale=alt.Scale(domain=[0, 25]),
        )

    y = alt.Y("who:N", sort=names, axis=None)
    kinds = told_apart(
        "who:N", names, legend=None, color=[BLUE, ORANGE], shape=["square", "circle"]
    )
    lines = base.mark_rule(strokeWidth=3).encode(
        x=x("low:Q"), x2="high:Q", y=y, color=kinds["color"]
    )
    points = dots(base, 150).encode(x=x("gain:Q"), y=y, **kinds)
    words = base.mark_text(align="left", dx=5, dy=-18).encode(x=alt.XDatum(0), y=y, text="label:N")
    zero = dashed(drawn()).encode(x=alt.XDatum(0))
    return Figure(
        alt.layer(zero, lines, points, words).properties(
            title="A gap with cells, a change with placebo", height=alt.Step(58)
        ),
        alt=(
            "A square and a dot, each with its 95% interval, on one scale of less pain, in points "
            "of 100. With cells "
            f"the gap to a control group is {cells.gain:.1f}, from {cells.low:.1f} to "
            f"{cells.high:.1f}. Placebo groups changed by "
            f"{placebo.gain:.1f} since their own start, from {placebo.low:.1f} to "
            f"{placebo.high:.1f}. The placebo interval lies inside that "
            "of the cells, and both are right of zero."
        ),
        caption=(
            "Two different things on one scale (visual analogue scale, 0 to 100). "
            f"{cite(*cells.references)}: {cells.trials} randomised trials, {cells.people:,} "
            "people, cells against any control, which need not be a placebo. "
            f"{cite(*placebo.references)}: the placebo groups of {placebo.trials} trials "
            f"({placebo.people:,} people in the "
            "review), against their own start, by six months. Other trials, other people: do "
            "not subtract the one from the other."
        ),
        table=Table(
            ["who", "what is measured", "less pain (of 100)", "from", "to"],
            numbers,
        ),
    )


def more_errors() -> Figure:
    """Return the gain that trials of marrow cells reported, by contradictions in the reports."""
    groups = studies().contradictions
    correlation, p = measured("contradictions-correlation"), measured("contradictions-p")
    rows = [
        {
            "errors": group.found,
            "trials": group.trials,
            "gain": group.gain,
            "label": f"{group.gain:.1f}".replace("-", MINUS),
        }
        for group in groups
    ]
    base = drawn(rows).transform_calculate(
        below="datum.trials + ' trials'", seat="max(datum.gain, 0)"
    )
    x = alt.X(
        "errors:N",
        title="contradictions in the report",
        sort=[group.found for group in groups],
        axis=alt.Axis(labelAngle=0, domain=False, ticks=False, labelPadding=8),
    )
    title = "mean gain in ejection fraction (points)"
    y = alt.Y("gain:Q", title=title, scale=alt.Scale(domain=[-1, 10]))
    stems = base.mark_rule(strokeWidth=3, color=BLUE).encode(x=x, y=y, y2=alt.Y2Datum(0))
    points = dots(base, 130, color=BLUE).encode(x=x, y=y)
    seat = alt.Y("seat:Q", title=title)
    gains = base.mark_text(dy=-27, fontWeight="bold").encode(x=x, y=seat, text="label:N")
    trials = base.mark_text(dy=-13, fontSize=11).encode(x=x, y=seat, text="below:N")
    zero = drawn().mark_rule(color=GREY).encode(y=alt.YDatum(0))
    told = (
        f"{group.found.capitalize()}: {said(group.gain, '.1f')}, {group.trials} trials."
        for group in groups
    )
    return Figure(
        alt.layer(zero, stems, points, gains, trials).properties(
            title="More contradictions in the report, bigger gain"
        ),
        alt=(
            f"{spelled(len(groups)).capitalize()} dots on stems that rise from left to right: mean "
            "gain in ejection fraction, in points, by contradictions in the report. "
            f"{' '.join(told)}"
        ),
        caption=(
            f"{sum(group.trials for group in groups)} trials of marrow cells for the heart, "
            "grouped by the contradictions in their "
            f"reports ({cite(*correlation.references)}; correlation {correlation.value:g}, "
            f"p = {p.value:g}). An association between groups of "
            "trials, some of them small; it proves no cause. A contradiction is not the same as "
            "misconduct, and critical replies were published. The record that we saw gives no "
            "intervals for the groups."
        ),
        table=Table(
            ["contradictions", "trials", title],
            [[group.found, group.trials, group.gain] for group in groups],
        ),
    )

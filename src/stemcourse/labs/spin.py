"""Spin it: layers in a tube, and what is in a millilitre before and after."""

from __future__ import annotations

import math

import altair as alt

from stemcourse.charts import (
    BLUE,
    GREY,
    INK,
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
from stemcourse.charts.words import listed, two_digits
from stemcourse.models import counts, spin
from stemcourse.studies import cite, measured, measured_range

FASTEST, LONGEST = 4000, 50
START_RPM, START_MINUTES = 3000, 5
ENLARGED = 20
# The enlarged buffy coat hangs from this height, in cm.
TOP = 5.4
# Key, label (a bar breaks the line), colour, colour of the label; from the top down.
LAYERS = (
    ("plasma", "plasma", "#f4e8b8", INK),
    ("mono_lymph", "monocytes and|lymphocytes, mixed", "#9cc9e5", INK),
    ("granulocytes", "granulocytes", BLUE, "#ffffff"),
    ("mixed", "still mixed", "#efbb98", INK),
    ("red", "red cells", VERMILION, INK),
)
WHITE = ("mono_lymph", "granulocytes")
TWO_LINES = "-7 * (datum.key == 'mono_lymph')"
CASES = ((3000, 0), (3000, 2), (3000, 5), (3000, 8), (3000, 11), (1500, 11), (1500, 44))


def tube() -> Figure:
    """Return a tube of marrow in layers; sliders for speed and time."""
    rpm = slider("rpm", START_RPM, (0, FASTEST), 100, "Speed in turns per minute")
    minutes = slider("minutes", START_MINUTES, (0, LONGEST), 1, "Time in minutes")
    force = alt.param(name="force", expr=f"{spin.relative_force(1)!r} * rpm * rpm")
    done = alt.param(name="done", expr=f"min(1, rpm * rpm * minutes / {spin.minutes_needed(1)!r})")
    sentence = says(
        "minutes + ' min ' + (rpm == 0 ? 'without a spin'"
        " : 'at ' + format(force, ',.0f') + ' times gravity') + ':\\n'"
        " + (done < 1 ? format(floor(done * 100), '.0f') + ' in 100 red cells are at the bottom'"
        " : 'all sorted; more spin changes nothing')"
    )
    # Heights in cm: bottom = rest + grown x done, and thickness = start + (end - start) x done.
    before, after = spin.Layers(0, 0, 0, 1, 0), spin.layers(FASTEST, 1000)
    rows = [
        {
            "key": key,
            "label": label,
            "start": getattr(before, key) * spin.TUBE_CM,
            "end": getattr(after, key) * spin.TUBE_CM,
            "start_below": sum(before[at + 1 :]) * spin.TUBE_CM,
            "end_below": sum(after[at + 1 :]) * spin.TUBE_CM,
        }
        for at, (key, label, _, _) in enumerate(LAYERS)
    ]
    base = drawn(rows).transform_calculate(
        thick="datum.start + (datum.end - datum.start) * done",
        bottom="datum.start_below + (datum.end_below - datum.start_below) * done",
        top="datum.bottom + datum.thick",
        middle="datum.bottom + datum.thick / 2",
    )
    keys, _, fills, inks = zip(*LAYERS, strict=True)
    layers = told_apart("key:N", keys, legend=None, fill=fills, color=inks)
    fill, ink = layers["fill"], layers["color"]
    y = alt.Y(
        "bottom:Q",
        title="height in the tube (cm)",
        axis=alt.Axis(grid=False),
        scale=alt.Scale(domain=[0, spin.TUBE_CM], nice=False),
    )
    bands = base.mark_rect().encode(y=y, y2="top:Q", x=alt.value(0), x2=alt.value(105), fill=fill)
    names = (
        base.transform_filter(f"indexof({list(WHITE)}, datum.key) < 0 && datum.thick > 0.45")
        .mark_text(fontWeight="bold")
        .encode(y="middle:Q", x=alt.value(52), text="label:N")
    )
    large = base.transform_filter(f"indexof({list(WHITE)}, datum.key) >= 0").transform_calculate(
        large_top=f"{TOP} - {ENLARGED} * (datum.key == '{WHITE[0]}' ? 0"
        f" : {rows[1]['end']!r} * done)",
        large_bottom=f"datum.large_top - {ENLARGED} * datum.thick",
        large_middle="(datum.large_top + datum.large_bottom) / 2",
    )
    lens = large.mark_rect().encode(
        y="large_bottom:Q", y2="large_top:Q", x=alt.value(150), x2=alt.value(290), fill=fill
    )
    lens_names = (
        large.transform_filter("datum.thick > (datum.key == 'mono_lymph' ? 0.045 : 0.022)")
        .mark_text(lineBreak="|", baseline="middle", dy=alt.ExprRef(TWO_LINES))
        .encode(y="large_middle:Q", x=alt.value(220), text="label:N", color=ink)
    )
    lines = (
        large.transform_calculate(
            from_="datum.key == 'mono_lymph' ? datum.top : datum.bottom",
            to="datum.key == 'mono_lymph' ? datum.large_top : datum.large_bottom",
        )
        .transform_filter("done > 0")
        .mark_rule(strokeDash=[3, 3], color=GREY)
        .encode(y="from_:Q", y2="to:Q", x=alt.value(105), x2=alt.value(150))
    )
    note = (
        drawn([{"y": TOP}])
        .mark_text(
            baseline="bottom",
            lineBreak="|",
            dy=-20,
            text=f"buffy coat,|drawn {ENLARGED} times as thick",
        )
        .encode(y="y:Q", x=alt.value(220))
    )
    chart = alt.layer(bands, names, lines, lens, lens_names, note, spoken()).add_params(
        rpm, minutes, force, done, sentence
    )
    start = spin.layers(START_RPM, START_MINUTES)
    enough = math.ceil(spin.minutes_needed(START_RPM))
    return Figure(
        chart.properties(
            title=titled("Layers by density, and no layer of stem cells"), width=290, height=300
        ),
        alt=(
            f"A tube, {spin.TUBE_CM:g} cm high, in layers. At the start of the sliders, "
            f"{START_RPM:,} turns per minute for {START_MINUTES} minutes, there are from top to "
            f"bottom {_cm(start.plasma)} cm of plasma, a buffy coat of {_coat(start)} cm, "
            f"{_cm(start.mixed)} cm that are still mixed, and {_cm(start.red)} cm of red cells. "
            f"Beside it, the buffy coat drawn {ENLARGED} times as thick: monocytes and lymphocytes "
            f"mixed on top, granulocytes below. After {enough} minutes all is sorted: "
            f"{_cm(after.plasma)} cm of plasma, {_coat(after)} cm of buffy coat and "
            f"{_cm(after.red)} cm of red cells."
        ),
        caption=(
            "A model, and no measurement. Confirmed: sizes and densities of white cells in "
            f"blood ({cite(*measured('monocyte').references)}), cells with a nucleus per mL of "
            f"marrow ({cite(*measured('nucleated-cells').references)}), red "
            f"cells densest ({cite('zucker1969')}). Size of a red cell: a textbook range. Assumed, "
            f"in round numbers: {100 * spin.RED_SHARE:g}% of the marrow is red cells, densities "
            "of plasma and red cells, how runny plasma is, all cells with a nucleus are these "
            "three white cells, in equal numbers and as in blood, how tightly layers pack, a tube "
            f"of {spin.TUBE_CM:g} cm at {spin.RADIUS_CM:g} cm from the axis."
        ),
        table=Table(
            [
                "turns per minute",
                "minutes",
                "plasma (cm)",
                "monocytes and lymphocytes (cm)",
                "granulocytes (cm)",
                "still mixed (cm)",
                "red cells (cm)",
            ],
            [
                [
                    speed,
                    time,
                    *(round(spin.TUBE_CM * share, 2) for share in spin.layers(speed, time)),
                ]
                for speed, time in CASES
            ],
        ),
    )


def _cm(share: float) -> str:
    return f"{spin.TUBE_CM * share:.1f}"


def _coat(layers: spin.Layers) -> str:
    """Return how thick the buffy coat is, in cm."""
    return f"{spin.TUBE_CM * (layers.mono_lymph + layers.granulocytes):.2f}"


NUCLEATED, REPOPULATING, MSCS, MEASURED = (
    "cells with|a nucleus",
    "blood-repopulating,|at least",
    "MSCs|(a range)",
    "progenitors,|as measured",
)
WHEN = ("before", "after")
START_FACTOR = 4.2


def millilitre() -> Figure:
    """Return what a millilitre of marrow holds before and after; a slider between the two."""
    factor = slider("factor", START_FACTOR, (1, 10), 0.1, "Times as many cells per mL")
    cells = f"{counts.nucleated():.0f} * factor"
    mscs = [f"{end!r} * factor" for end in counts.mscs()]
    real = [measured(f"progenitors-{when}") for when in WHEN]
    sentence = says(
        "format(factor, '.3~r') + ' times as many of each kind;\\nMSCs are still '"
        f" + format({mscs[0]} / ({cells}) * 100, '.3f') + ' to '"
        f" + format({mscs[1]} / ({cells}) * 100, '.2f') + ' in 100'"
    )
    rows = [
        {"kind": kind, "when": when, "low": low, "high": high, "fixed": False}
        for kind, low, high in (
            (NUCLEATED, counts.nucleated(), counts.nucleated()),
            (MSCS, *counts.mscs()),
            (REPOPULATING, counts.repopulating(), counts.repopulating()),
        )
        for when in WHEN
    ]
    rows += [
        {"kind": MEASURED, "when": when, "low": each.value, "high": each.value, "fixed": True}
        for when, each in zip(WHEN, real, strict=True)
    ]
    base = drawn(rows).transform_calculate(
        times="datum.when == 'after' && !datum.fixed ? factor : 1",
        least="datum.low * datum.times",
        most="datum.high * datum.times",
        label=(
            "datum.fixed ? format(datum.least, ',')"
            " : datum.least > 1e6 ? format(datum.least / 1e6, '.3r') + ' million'"
            " : format(datum.least, ',.2r')"
            " + (datum.most > datum.least ? ' to ' + format(datum.most, ',.2r') : '')"
        ),
    )
    kinds = [NUCLEATED, MSCS, REPOPULATING, MEASURED]
    y = named_rows("kind:N", kinds)
    offset = alt.YOffset("when:N", sort=list(WHEN), scale=alt.Scale(paddingInner=0))
    x = alt.X(
        "least:Q",
        title="cells per mL (each line: 1,000 times)",
        scale=alt.Scale(type="log", domain=[1, 1e9]),
        axis=alt.Axis(
            values=[1, 1e3, 1e6, 1e9],
            labelExpr=(
                "datum.value == 1 ? '1' : datum.value == 1e3 ? '1,000'"
                " : datum.value == 1e6 ? '1 million' : '1 billion'"
            ),
            labelFlush=True,
        ),
    )
    moments = told_apart("when:N", WHEN, title=None, color=[GREY, BLUE], shape=["square", "circle"])
    bars = base.mark_rule(strokeWidth=4).encode(
        x=x, x2="most:Q", y=y, yOffset=offset, color=moments["color"]
    )
    ends = [
        dots(base, 75).encode(x=alt.X(f"{end}:Q"), y=y, yOffset=offset, **moments)
        for end in ("least", "most")
    ]
    left, right = (base.transform_filter(f"datum.least {sign} 1e6") for sign in (">", "<"))
    place = {"x": alt.X("most:Q"), "y": y, "yOffset": offset, "text": "label:N"}
    texts = [
        left.mark_text(align="right", dx=-9).encode(**place),
        right.mark_text(align="left", dx=9).encode(**place),
    ]
    before, after = (counts.mscs(times) for times in (1, START_FACTOR))
    millions = (f"{counts.nucleated(times) / 1e6:.3g}" for times in (1, START_FACTOR))
    few, more = (two_digits(counts.repopulating(times)) for times in (1, START_FACTOR))
    share = measured_range("mscs")
    one_in = measured("cells-for-one-repopulating")
    series = measured("progenitors-series")
    chart = alt.layer(bars, *ends, *texts, spoken()).add_params(factor, sentence)
    return Figure(
        chart.properties(
            title=titled("More of every kind, and the same shares"), width=230, height=250
        ),
        alt=(
            "Four rows on a scale whose lines stand for 1, 1,000, 1 million and 1 billion cells "
            "per mL. Each row has a number or a range before and after concentration. At the "
            f"start of the slider, with {START_FACTOR} times as many cells: cells with a nucleus "
            f"from {' to '.join(millions)} million per mL; MSCs from "
            f"{' to '.join(map(two_digits, before))} before and "
            f"{' to '.join(map(two_digits, after))} after; "
            f"blood-repopulating cells from {few} to {more} at least. These three move by the same "
            "distance. A fourth row does not move with the slider: progenitors, measured, "
            f"{real[0].value:,} before and {real[1].value:,} after."
        ),
        caption=(
            "Arithmetic: every kind of cell times the same number, none lost. Cells with a "
            f"nucleus: {cite(*measured('nucleated-cells').references)}. Range of MSCs, "
            f"{100 * share.low:g} to {100 * share.high:g}%: "
            f"{listed(map(cite, share.references))}. Blood-repopulating cells: 1 in "
            f"{one_in.value / 1e6:.1f} million, an underestimate, counted in "
            f"mice ({cite(*one_in.references)}). Progenitors: averages of a series of "
            f"{series.value} fractures ({cite(*series.references)}), the only row with an 'after' "
            "that was counted."
        ),
        table=Table(
            [
                "times as many per mL",
                "cells with a nucleus (million per mL)",
                "MSCs, fewest (per mL)",
                "MSCs, most (per mL)",
                "blood-repopulating cells, at least (per mL)",
            ],
            [
                [
                    times,
                    round(counts.nucleated(times) / 1e6, 1),
                    *(round(end) for end in counts.mscs(times)),
                    round(counts.repopulating(times), 1),
                ]
                for times in (1, 2, START_FACTOR, 6, 8, 10)
            ],
        ),
    )

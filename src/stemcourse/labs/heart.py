"""The effect in heart failure, as two versions of one review found it."""

from __future__ import annotations

from typing import NamedTuple

import altair as alt

from stemcourse.charts import BLUE, VERMILION, Figure, Table

VERSIONS = ("2014: 23 trials, 1,255 people", "2016: 38 trials, 1,907 people")


class Ratio(NamedTuple):
    """A risk ratio with its 95 % interval."""

    outcome: str
    version: str
    ratio: float
    low: float
    high: float


RATIOS = (
    Ratio("death, long term", VERSIONS[0], 0.28, 0.14, 0.53),
    Ratio("death, long term", VERSIONS[1], 0.42, 0.21, 0.87),
    Ratio("back in hospital", VERSIONS[0], 0.26, 0.07, 0.94),
    Ratio("back in hospital", VERSIONS[1], 0.63, 0.36, 1.09),
)


def shrinking() -> Figure:
    """Two outcomes in two versions of the review, on a log axis."""
    base = alt.Chart(alt.Data(values=[ratio._asdict() for ratio in RATIOS])).transform_calculate(
        label="format(datum.ratio, '.2f')"
    )
    scale = alt.Scale(type="log", domain=[0.05, 2])
    title = "risk ratio, cells against control (log scale)"
    ticks = alt.Axis(values=[0.05, 0.1, 0.25, 0.5, 1, 2], format="~g")

    def x(field: str) -> alt.X:
        return alt.X(field, title=title, scale=scale, axis=ticks)

    y = alt.Y("outcome:N", title=None, sort=["death, long term", "back in hospital"])
    apart = alt.YOffset("version:N", sort=list(VERSIONS))
    colour = alt.Color(
        "version:N", title=None, scale=alt.Scale(domain=VERSIONS, range=[BLUE, VERMILION])
    )
    shape = alt.Shape(
        "version:N", title=None, scale=alt.Scale(domain=VERSIONS, range=["square", "circle"])
    )
    lines = base.mark_rule(strokeWidth=3).encode(
        x=x("low:Q"), x2="high:Q", y=y, yOffset=apart, color=colour
    )
    dots = base.mark_point(filled=True, size=120, opacity=1).encode(
        x=x("ratio:Q"), y=y, yOffset=apart, color=colour, shape=shape
    )
    words = base.mark_text(dy=-12).encode(x=x("ratio:Q"), y=y, yOffset=apart, text="label:N")
    none = (
        alt.Chart(alt.Data(values=[{"ratio": 1}]))
        .mark_rule(strokeDash=[4, 4])
        .encode(x=x("ratio:Q"))
    )
    chart = alt.layer(none, lines, dots, words)
    return Figure(
        chart.properties(
            title="More trials, a smaller effect on the heart", width=250, height=alt.Step(46)
        ),
        alt=(
            "Two outcomes in heart failure, each in two versions of one review, as risk ratios "
            "with 95 % intervals. Death: 0.28 (0.14 to 0.53) in 2014 and 0.42 (0.21 to 0.87) in "
            "2016. Back in hospital: 0.26 (0.07 to 0.94) in 2014 and 0.63 (0.36 to 1.09) in 2016. "
            "Both later dots lie nearer to 1, and the last interval crosses it."
        ),
        caption=(
            "Risk ratios of one Cochrane review of marrow cells in heart failure, in its versions "
            "of 2014 and 2016 (Fisher 2014, Fisher 2016). Each outcome was measured in some of "
            "the trials only. 1, the dashed line, means no difference."
        ),
        table=Table(
            ["outcome", "version", "risk ratio", "from", "to"],
            [list(ratio) for ratio in RATIOS],
        ),
    )

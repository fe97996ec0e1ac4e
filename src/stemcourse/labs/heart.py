"""The effect in heart failure, as two versions of one review found it."""

from __future__ import annotations

import altair as alt

from stemcourse.charts import BLUE, VERMILION, Figure, Table, dashed, dots, drawn, told_apart
from stemcourse.charts.words import listed, spelled
from stemcourse.studies import cite, of_source, studies


def shrinking() -> Figure:
    """Return two outcomes in two versions of the review, on a log axis."""
    found, reviews = studies().heart_ratios, studies().heart_reviews
    sources = [review.references[0] for review in reviews]
    versions = {
        source: f"{review.year}: {review.trials} trials, {review.people:,} people"
        for source, review in zip(sources, reviews, strict=True)
    }
    keys = ("outcome", "version", "ratio", "low", "high")
    cells = [
        (each.outcome, versions[each.references[0]], each.ratio, each.low, each.high)
        for each in found
    ]
    rows = [dict(zip(keys, row, strict=True)) for row in cells]
    names = list(versions.values())
    outcomes = list(dict.fromkeys(each.outcome for each in found))
    base = drawn(rows).transform_calculate(label="format(datum.ratio, '.2f')")
    scale = alt.Scale(type="log", domain=[0.05, 2])
    title = "risk ratio, cells against control (log scale)"
    ticks = alt.Axis(values=[0.05, 0.1, 0.25, 0.5, 1, 2], format="~g")

    def x(field: str) -> alt.X:
        return alt.X(field, title=title, scale=scale, axis=ticks)

    y = alt.Y("outcome:N", title=None, sort=outcomes)
    apart = alt.YOffset("version:N", sort=names)
    kinds = told_apart(
        "version:N", names, title=None, color=[BLUE, VERMILION], shape=["square", "circle"]
    )
    lines = base.mark_rule(strokeWidth=3).encode(
        x=x("low:Q"), x2="high:Q", y=y, yOffset=apart, color=kinds["color"]
    )
    points = dots(base, 120).encode(x=x("ratio:Q"), y=y, yOffset=apart, **kinds)
    words = base.mark_text(dy=-12).encode(x=x("ratio:Q"), y=y, yOffset=apart, text="label:N")
    none = dashed(drawn([{"ratio": 1}])).encode(x=x("ratio:Q"))
    chart = alt.layer(none, lines, points, words)

    def told(outcome: str) -> str:
        of_outcome = [each for each in found if each.outcome == outcome]
        return listed(
            f"{each.ratio:.2f} ({each.low:.2f} to {each.high:.2f}) in "
            f"{of_source(each.references[0], reviews).year}"
            for each in of_outcome
        )

    death, hospital = outcomes
    return Figure(
        chart.properties(
            title="The later review, a smaller effect on the heart", width=250, height=alt.Step(46)
        ),
        alt=(
            f"{spelled(len(outcomes)).capitalize()} outcomes in heart failure, each in "
            f"{spelled(len(reviews))} versions of one review, as risk ratios "
            f"with 95% intervals. Death: {told(death)}. Back in hospital: {told(hospital)}. "
            "Both later dots lie nearer to 1, and the last interval crosses it."
        ),
        caption=(
            "Risk ratios of one Cochrane review of marrow cells in heart failure, in its versions "
            f"of {listed(str(review.year) for review in reviews)} ({cite(*sources)}). Each outcome "
            "was measured in some of the trials only. Trials were added, and trials at risk of "
            "bias left out; both may have moved the ratio. 1, the dashed line, is no difference."
        ),
        table=Table(
            ["outcome", "version", "risk ratio", "from", "to"],
            cells,
        ),
    )

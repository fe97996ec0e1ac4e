"""Do groups of the records differ: eras of transplants, ages, and groups of leukaemia?"""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from stemcourse.charts import (
    BLUE,
    GREEN,
    GREY,
    ORANGE,
    VERMILION,
    Figure,
    Table,
    array,
    curve,
    dots,
    drawn,
    following,
    says,
    slider,
    spoken,
    titled,
    told_apart,
)
from stemcourse.charts.words import listed, spelled
from stemcourse.labs.records import WARNING
from stemcourse.models.log_rank import log_rank
from stemcourse.models.records import AGES, ERAS, YEAR, disease_free, relapse_or_death
from stemcourse.models.survival import cumulative_incidence, event_free, interval
from stemcourse.studies import cite

GROUPS: tuple[str | None, ...] = (None, *AGES)
GROUP_NAMES = ("all ages", "up to 20 years", "20 to 40 years", "over 40 years")
ERA_LOOKS = {"color": [GREY, BLUE, VERMILION], "shape": ["circle", "square", "diamond"]}


def eras() -> Figure:
    """Return death without a relapse, by era; a menu for the age, a slider for the years."""
    age = alt.param(
        name="age",
        value=0,
        bind=alt.binding_select(
            options=list(range(len(GROUPS))), labels=list(GROUP_NAMES), name="Age "
        ),
    )
    years = slider("years", 1, (0.5, 5), 0.5, "Years of follow-up")
    people = {era: [relapse_or_death(era, group) for group in GROUPS] for era in ERAS}
    curves = {
        era: [cumulative_incidence(group, "death") for group in groups]
        for era, groups in people.items()
    }
    rows = [
        {
            "years": round(month / 12, 2),
            "era": era,
            "s": [round(100 * curve.at(month / 12 * YEAR), 1) for curve in curves[era]],
        }
        for era in ERAS
        for month in (*range(12), *range(12, 61, 3))
    ]
    halves = [half / 2 for half in range(1, 11)]
    marks = [
        {
            "at": half,
            "era": era,
            # Beside each other, so that none hides another.
            "x": round(half + 0.13 * (index - 1), 2),
            "s": [round(100 * curve.at(half * YEAR), 1) for curve in curves[era]],
            "i": [
                [round(100 * end, 1) for end in interval(group, "death", half * YEAR)]
                for group in people[era]
            ],
        }
        for index, era in enumerate(ERAS)
        for half in halves
    ]

    def at(era: str) -> str:
        table = array(
            f"[{','.join(f'{100 * curve.at(half * YEAR):.1f}' for half in halves)}]"
            for curve in curves[era]
        )
        return f"format({table}[age][round(years * 2) - 1], '.1f')"

    sentence = says(
        "'Died without a relapse within ' + years + (years == 1 ? ' year' : ' years')"
        f" + ', in 100,\\n' + {array(repr(name) for name in GROUP_NAMES)}[age] + ': '"
        f" + {at(ERAS[0])} + ', then ' + {at(ERAS[1])} + ', then ' + {at(ERAS[2])}"
    )
    x_scale = alt.Scale(domain=[0, 5.2], nice=False)
    x_title = "years after the transplant"
    y = alt.Y("share:Q", title="died without a relapse (in 100)", scale=alt.Scale(domain=[0, 50]))
    looks = told_apart("era:N", ERAS, title="transplanted in", **ERA_LOOKS)
    # Another order of eras: Vega-Lite merges legends of the same one, and would dash the marks.
    dash = told_apart("era:N", ERAS[::-1], legend=None, strokeDash=[[1, 0], [7, 3], [2, 3]])
    lines = (
        curve(rows)
        .transform_calculate(share="datum.s[age]")
        .encode(
            x=alt.X(
                "years:Q",
                title=x_title,
                scale=x_scale,
                axis=alt.Axis(values=[0, 1, 2, 3, 4, 5], format="d"),
            ),
            y=y,
            color=looks["color"],
            **dash,
        )
    )
    here = (
        drawn(marks)
        .transform_filter("datum.at == years")
        .transform_calculate(share="datum.s[age]", low="datum.i[age][0]", high="datum.i[age][1]")
    )
    x = alt.X("x:Q", title=x_title, scale=x_scale)
    bars = here.mark_rule(strokeWidth=2).encode(
        x=x, y=alt.Y("low:Q"), y2="high:Q", color=looks["color"]
    )
    points = dots(here, 90).encode(x=x, y=y, **looks)
    chart = alt.layer(lines, bars, points, spoken()).add_params(age, years, sentence)
    at_one_year = [
        [f"{100 * curves[era][index].at(YEAR):.1f}" for era in ERAS] for index in range(len(GROUPS))
    ]
    oldest, *shares = at_one_year[0]
    later = (f"{share} for {_years(era)}" for era, share in zip(ERAS[1:], shares, strict=True))
    young, middle, old = (listed(shares) for shares in at_one_year[1:])
    return Figure(
        chart.properties(title=titled("Death without relapse: by era, age by age")),
        alt=(
            f"{spelled(len(ERAS)).capitalize()} rising curves of death without a relapse over five "
            "years, one an era. For all ages together they reach "
            f"{oldest} in 100 at one year for transplants of {_years(ERAS[0])}, {listed(later)}. "
            f"Among people up to 20 it is {young}; from 20 to 40, {middle}; over 40, {old}."
        ),
        caption=(
            "Cumulative incidence of death without a relapse; bars: 95% confidence intervals. "
            f"Data: ebmt4 ({cite('dewreede2011')}). {WARNING}"
        ),
        table=Table(
            ["age", "transplanted in", "people", "within 1 year (in 100)", "95% interval"],
            [
                [
                    name,
                    era,
                    len(people[era][index]),
                    round(100 * curves[era][index].at(YEAR), 1),
                    _span(interval(people[era][index], "death", YEAR)),
                ]
                for index, name in enumerate(GROUP_NAMES)
                for era in ERAS
            ],
        ),
    )


LAST_MONTH = 60
START_MONTH = 24
# From here on the curves are flat.
FLAT_MONTH = 36


def diseases() -> Figure:
    """Return who was alive and free of the disease, by group; a slider for the months."""
    months = slider("months", START_MONTH, (0, LAST_MONTH), 3, "Months after the transplant")
    groups = disease_free()
    curves = {name: event_free(outcomes) for name, outcomes in groups.items()}
    names = list(groups)
    rows = [
        {"months": month, "group": name, "share": round(100 * curve.at(month / 12 * YEAR), 1)}
        for name, curve in curves.items()
        for month in range(LAST_MONTH + 1)
    ]
    threes = range(0, LAST_MONTH + 1, 3)

    def at(name: str) -> str:
        values = array(round(100 * curves[name].at(month / 12 * YEAR)) for month in threes)
        return f"{values}[round(months / 3)]"

    sentence = says(
        "'Month ' + months + ', alive without a relapse, in 100:\\n' + "
        + " + ', ' + ".join(f"'{name.replace(', ', ' ')} ' + {at(name)}" for name in names)
    )
    chart = curve(rows, interpolate="step-after").encode(
        x=alt.X(
            "months:Q",
            title="months after the transplant",
            scale=alt.Scale(domain=[0, LAST_MONTH]),
            axis=alt.Axis(values=list(range(0, LAST_MONTH + 1, 12))),
        ),
        y=alt.Y(
            "share:Q", title="alive without relapse (in 100)", scale=alt.Scale(domain=[0, 100])
        ),
        **told_apart(
            "group:N",
            names,
            title=None,
            color=[ORANGE, GREEN, BLUE],
            strokeDash=[[2, 3], [1, 0], [7, 3]],
        ),
    )
    layers = alt.layer(chart, following("months"), spoken()).add_params(months, sentence)
    test = log_rank(groups, "relapse or death")
    lymphoid, low, high = names
    start, flat = (
        {name: f"{100 * curves[name].at(month / 12 * YEAR):.0f}" for name in names}
        for month in (START_MONTH, FLAT_MONTH)
    )
    count = {name: len(outcomes) for name, outcomes in groups.items()}
    return Figure(
        layers.properties(title=titled("The three groups differ as well")),
        alt=(
            f"{spelled(len(names)).capitalize()} falling step curves over {LAST_MONTH} months, of "
            f"people alive without a relapse. At {START_MONTH} months it is {start[low]} in 100 "
            f"with low-risk AML, {start[lymphoid]} with ALL and {start[high]} with high-risk AML. "
            f"From month {FLAT_MONTH} on the curves are flat, at {flat[low]}, {flat[lymphoid]} and "
            f"{flat[high]}."
        ),
        caption=(
            f"Kaplan-Meier; relapse and death both count. {sum(count.values())} people: "
            f"{count[lymphoid]} with ALL (acute lymphoblastic leukaemia), {count[low]} with AML "
            f"(acute myeloid leukaemia) of low risk and {count[high]} of "
            f"high risk. Log-rank test: {test.chi_square:.2f} on {test.degrees} degrees of "
            f"freedom, p = {test.p:.3f}. Data: bmt (KMsurv; credited to {cite('copelan1991')}). "
            "Transplants before 1991, not randomised: no guide to today. Few are still watched at "
            "the end, so a flat line does not show that no more events come."
        ),
        table=Table(
            ["group", "months", "alive without a relapse (in 100)", "95% interval"],
            [
                [
                    name,
                    month,
                    round(100 * curves[name].at(month / 12 * YEAR), 1),
                    _left(interval(outcomes, "relapse or death", month / 12 * YEAR)),
                ]
                for name, outcomes in groups.items()
                for month in (6, 12, 24, 36, 60)
            ],
        ),
    )


def _span(ends: Sequence[float]) -> str:
    return " to ".join(f"{100 * end:.1f}" for end in ends)


def _left(ends: tuple[float, float]) -> str:
    low, high = ends
    return _span((1 - high, 1 - low))


def _years(era: str) -> str:
    return era.replace("-", " to ")

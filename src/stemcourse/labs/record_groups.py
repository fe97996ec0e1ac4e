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
    says,
    slider,
    spoken,
    titled,
)
from stemcourse.labs.records import WARNING, array
from stemcourse.models.log_rank import log_rank
from stemcourse.models.records import AGES, ERAS, YEAR, disease_free, relapse_or_death
from stemcourse.models.survival import cumulative_incidence, event_free, interval

GROUPS: tuple[str | None, ...] = (None, *AGES)
GROUP_NAMES = ("all ages", "up to 20 years", "20 to 40 years", "over 40 years")
ERA_LOOKS = {ERAS[0]: ("circle", GREY), ERAS[1]: ("square", BLUE), ERAS[2]: ("diamond", VERMILION)}


def eras() -> Figure:
    """Death without a relapse, by era; a menu for the age group and a slider for the years."""
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
    colour = alt.Color(
        "era:N",
        title="transplanted in",
        scale=alt.Scale(domain=list(ERAS), range=[look[1] for look in ERA_LOOKS.values()]),
    )
    # Another order of eras: Vega-Lite merges legends of the same one, and would dash the marks.
    dash = alt.StrokeDash(
        "era:N", legend=None, scale=alt.Scale(domain=ERAS[::-1], range=[[1, 0], [7, 3], [2, 3]])
    )
    shape = alt.Shape(
        "era:N",
        title="transplanted in",
        scale=alt.Scale(domain=list(ERAS), range=[look[0] for look in ERA_LOOKS.values()]),
    )
    lines = (
        alt.Chart(alt.Data(values=rows))
        .transform_calculate(share="datum.s[age]")
        .mark_line(strokeWidth=2.5)
        .encode(
            x=alt.X(
                "years:Q",
                title=x_title,
                scale=x_scale,
                axis=alt.Axis(values=[0, 1, 2, 3, 4, 5], format="d"),
            ),
            y=y,
            color=colour,
            strokeDash=dash,
        )
    )
    here = (
        alt.Chart(alt.Data(values=marks))
        .transform_filter("datum.at == years")
        .transform_calculate(share="datum.s[age]", low="datum.i[age][0]", high="datum.i[age][1]")
    )
    x = alt.X("x:Q", title=x_title, scale=x_scale)
    bars = here.mark_rule(strokeWidth=2).encode(x=x, y=alt.Y("low:Q"), y2="high:Q", color=colour)
    points = here.mark_point(filled=True, size=90, opacity=1).encode(
        x=x, y=y, color=colour, shape=shape
    )
    chart = alt.layer(lines, bars, points, spoken()).add_params(age, years, sentence)
    return Figure(
        chart.properties(title=titled("Death without relapse: by era, age by age")),
        alt=(
            "Three rising curves of death without a relapse over five years, one an era. For all "
            "ages together they reach 24.6 in 100 at one year for transplants of 1985 to 1989, "
            "16.1 for 1990 to 1994 and 17.5 for 1995 to 1998. Among people up to 20 it is 18.7, "
            "9.4 and 7.0; from 20 to 40, 26.9, 15.8 and 19.0; over 40, 27.4, 23.5 and 22.0."
        ),
        caption=(
            "Cumulative incidence of death without a relapse; bars: 95 % confidence intervals. "
            f"Data: ebmt4 (de Wreede 2011). {WARNING}"
        ),
        table=Table(
            ["age", "transplanted in", "people", "within 1 year (in 100)", "95 % interval"],
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


def diseases() -> Figure:
    """Alive and free of the disease, by group; a slider for the months."""
    months = slider("months", 24, (0, LAST_MONTH), 3, "Months after the transplant")
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
    chart = (
        alt.Chart(alt.Data(values=rows))
        .mark_line(strokeWidth=2.5, interpolate="step-after")
        .encode(
            x=alt.X(
                "months:Q",
                title="months after the transplant",
                scale=alt.Scale(domain=[0, LAST_MONTH]),
                axis=alt.Axis(values=list(range(0, LAST_MONTH + 1, 12))),
            ),
            y=alt.Y(
                "share:Q", title="alive without relapse (in 100)", scale=alt.Scale(domain=[0, 100])
            ),
            color=alt.Color(
                "group:N", title=None, scale=alt.Scale(domain=names, range=[ORANGE, GREEN, BLUE])
            ),
            strokeDash=alt.StrokeDash(
                "group:N",
                title=None,
                scale=alt.Scale(domain=names, range=[[2, 3], [1, 0], [7, 3]]),
            ),
        )
    )
    line = (
        alt.Chart(alt.Data(values=[{}]))
        .transform_calculate(months="months")
        .mark_rule(strokeDash=[4, 4], strokeWidth=2)
        .encode(x=alt.X("months:Q"))
    )
    layers = alt.layer(chart, line, spoken()).add_params(months, sentence)
    test = log_rank(groups, "relapse or death")
    return Figure(
        layers.properties(title=titled("The three groups differ as well")),
        alt=(
            "Three falling step curves over 60 months, of people alive without a relapse. At 24 "
            "months it is 61 in 100 with low-risk AML, 35 with ALL and 24 with high-risk AML. From "
            "month 36 on the curves are flat, at 55, 35 and 24."
        ),
        caption=(
            "Kaplan-Meier; relapse and death both count. 137 people: 38 with ALL (acute "
            "lymphoblastic leukaemia), 54 with AML (acute myeloid leukaemia) of low risk and 45 of "
            f"high risk. Log-rank test: {test.chi_square:.2f} on {test.degrees} degrees of "
            f"freedom, p = {test.p:.3f}. Data: bmt (KMsurv; credited to Copelan 1991). Transplants "
            "before 1991, not randomised: no guide to today. Few are still watched at the end, so "
            "a flat line does not show that no more events come."
        ),
        table=Table(
            ["group", "months", "alive without a relapse (in 100)", "95 % interval"],
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

"""Nobody was hurt: what zero events leave open, how long to watch, and what is missed."""

from __future__ import annotations

from typing import NamedTuple

import altair as alt

from stemcourse.charts import BLUE, GREY, VERMILION, Figure, Table, says, slider, spoken, titled
from stemcourse.models.zero_events import chance_to_miss, exact_limit, rule_of_three

PEOPLE = (5, 6, 7, 8, 10, 12, 15, 18, 22, 27, 33, 40, 50, 65, 80, 100, 130, 170, 200, 220, 300, 400)
MOST = 400
# Series in which no serious event was put down to the cells: people, and what they had.
SERIES = (
    (7, "iPSC-derived cells, Parkinson's (Sawamoto 2025)"),
    (12, "bemdaneprocel, Parkinson's (Tabar 2025)"),
    (18, "SB623, stroke (Steinberg 2016)"),
)


class Harm(NamedTuple):
    """A harm: what it was (a bar breaks the line), and in which months it was found."""

    name: str
    first: float
    last: float
    who: str


HARMS = (
    Harm("Teratoma after|iPSC-made cells", 2, 2, "1 person"),
    Harm("Blood cancers|after Skysona", 14, 120, "10 of 67"),
    Harm("Leukaemia after early|gene therapy (SCID-X1)", 31, 68, "4 of 9"),
    Harm("Brain tumour from|donors' cells", 48, 48, "1 boy"),
)
LONGEST = 132


def upper_limit() -> Figure:
    """The upper limit after zero events, by the number of people; a slider for it."""
    n = slider("n", 20, (5, MOST), 1, "People treated, none with the event")
    sentence = says(
        "'0 of ' + n + ':\\na true rate of up to ' + format((1 - pow(0.05, 1 / n)) * 100, '.1f')"
        " + ' in 100 still fits'"
    )
    rows = [
        {"people": k, "limit": 100 * limit(k), "which": name}
        for k in PEOPLE
        for name, limit in (("exact", exact_limit), ("3 divided by n", rule_of_three))
        if limit(k) <= 0.5
    ]
    which = ["exact", "3 divided by n"]
    x = alt.X("people:Q", title="people treated, none with the event (n)", scale=_people_scale())
    y = alt.Y("limit:Q", title="upper 95 % limit (in 100)", scale=alt.Scale(domain=[0, 50]))
    curve = (
        alt.Chart(alt.Data(values=rows))
        .mark_line(strokeWidth=2.5)
        .encode(
            x=x,
            y=y,
            color=alt.Color(
                "which:N", title=None, scale=alt.Scale(domain=which, range=[BLUE, GREY])
            ),
            strokeDash=alt.StrokeDash(
                "which:N", title=None, scale=alt.Scale(domain=which, range=[[1, 0], [5, 4]])
            ),
        )
    )
    real = [{"people": k, "limit": 100 * exact_limit(k), "name": name} for k, name in SERIES]
    marks = (
        alt.Chart(alt.Data(values=real))
        .mark_point(shape="diamond", filled=True, size=110, color=VERMILION, opacity=1)
        .encode(x=x, y=y, tooltip=["name:N"])
    )
    here = alt.Chart(alt.Data(values=[{}])).transform_calculate(
        people="n", limit="(1 - pow(0.05, 1 / n)) * 100"
    )
    dot = here.mark_point(filled=True, size=160, color="#1b1b1b", opacity=1).encode(x=x, y=y)
    line = here.mark_rule(strokeDash=[4, 4]).encode(x=x)
    chart = alt.layer(line, curve, marks, dot, spoken()).add_params(n, sentence)
    return Figure(
        chart.properties(
            title=titled("More people, lower limit, but never zero"),
        ),
        alt=(
            "A curve that falls from 45 in 100 at 5 people to 0.75 in 100 at 400, steeply at "
            "first and then ever more slowly, and never reaches zero. Three diamonds on it are "
            "real series in which no serious event was put down to the cells: at 7, 12 and 18 "
            "people, with limits of 34.8, 22.1 and 15.3 in 100. A dashed curve, 3 divided by n, "
            "lies above it for small numbers and joins it from about 30 on. A black dot follows "
            "the slider."
        ),
        caption=(
            "Upper 95 % limit of the true rate, one-sided, when none of n people had the event. "
            "Diamonds: real series. At 7 (Sawamoto 2025), nobody had a serious event of any "
            "cause. At 12 (Tabar 2025) and 18 (Steinberg 2016), some people had serious events, "
            "but none was put down to the cells. The limit holds for the time that people were "
            "watched, and for no other product."
        ),
        table=Table(
            ["people (n)", "exact limit (in 100)", "3 divided by n (in 100)", "real series"],
            [
                [
                    k,
                    _rounded(100 * exact_limit(k)),
                    _rounded(100 * rule_of_three(k)),
                    dict(SERIES).get(k, ""),
                ]
                for k in PEOPLE
            ],
        ),
    )


def follow_up() -> Figure:
    """When four harms were found, and what a study of a given length would have seen."""
    months = slider("months", 12, (2, LONGEST), 1, "Months of follow-up")
    begun = " + ".join(f"(months >= {harm.first:g} ? 1 : 0)" for harm in HARMS)
    sentence = says(
        f"'After ' + months + ' months,\\n' + ({begun}) + ' of these {len(HARMS)} harms"
        " would have begun to show'"
    )
    rows = [harm._asdict() for harm in HARMS]
    base = alt.Chart(alt.Data(values=rows)).transform_calculate(
        seen="months >= datum.first ? 'has begun to show' : 'not seen yet'"
    )
    names = [harm.name for harm in HARMS]
    y = alt.Y(
        "name:N",
        title=None,
        sort=names,
        axis=alt.Axis(labelExpr="split(datum.label, '|')", labelLimit=170, domain=False),
    )
    colour = alt.Color(
        "seen:N",
        title="by the end of follow-up",
        scale=alt.Scale(domain=["has begun to show", "not seen yet"], range=[VERMILION, GREY]),
    )
    x = alt.X("first:Q", title="months after the treatment", scale=alt.Scale(domain=[0, LONGEST]))
    bars = base.mark_rule(strokeWidth=7, strokeCap="round").encode(
        x=x, x2="last:Q", y=y, color=colour
    )
    starts = base.mark_point(filled=True, size=120, opacity=1).encode(
        x=x,
        y=y,
        color=colour,
        shape=alt.Shape(
            "seen:N",
            title="by the end of follow-up",
            scale=alt.Scale(
                domain=["has begun to show", "not seen yet"], range=["circle", "square"]
            ),
        ),
    )
    end = (
        alt.Chart(alt.Data(values=[{}]))
        .transform_calculate(months="months")
        .mark_rule(strokeDash=[4, 4], strokeWidth=2)
        .encode(x=alt.X("months:Q", title="months after the treatment"))
    )
    chart = alt.layer(bars, starts, end, spoken()).add_params(months, sentence)
    return Figure(
        chart.properties(
            title=titled("When four harms were found: one within a year"),
            width=230,
            height=190,
        ),
        alt=(
            "Four rows on a line of months. A teratoma was found at 2 months; blood cancers after "
            "Skysona from 14 to 120 months; leukaemia after early gene therapy from 31 to 68 "
            "months; a brain tumour from donors' cells at about 48 months, counted from the first "
            "treatment. A dashed line marks the end of follow-up, at 12 months to begin with: "
            "only the teratoma lies before it."
        ),
        caption=(
            "When harms were found: teratoma, 1 person (Han 2021, a preprint); blood cancers "
            "after Skysona, 10 of 67 by July 2025 (FDA 2025); leukaemia after early gene therapy "
            "for SCID-X1, 4 of 9 successfully treated (Hacein-Bey-Abina 2008); brain tumour, 1 "
            "boy, four years after the first of his treatments (Amariglio 2009). A bar runs from "
            "the first case to the last one known. For the teratoma and the brain tumour, nobody "
            "knows out of how many."
        ),
        table=Table(
            ["harm", "first found (months)", "last found (months)", "how many"],
            [[harm.name.replace("|", " "), harm.first, harm.last, harm.who] for harm in HARMS],
        ),
    )


def missed() -> Figure:
    """How likely a series of n is to miss a harm of 1 in k; a slider for each."""
    people = slider("people", 50, (5, MOST), 1, "People in the series")
    one_in = slider("one_in", 100, (5, 500), 5, "The harm hits 1 person in")
    sentence = says(
        "'A series of ' + people + ' misses a harm\\nof 1 in ' + one_in + ' with a chance of '"
        " + format(pow(1 - 1 / one_in, people) * 100, '.0f') + ' in 100'"
    )
    x = alt.X("people:Q", title="people in the series", scale=_people_scale())
    y = alt.Y(
        "chance:Q", title="chance that nobody is harmed (in 100)", scale=alt.Scale(domain=[0, 100])
    )
    curve = (
        alt.Chart(alt.Data(values=[{"people": k} for k in PEOPLE]))
        .transform_calculate(chance="pow(1 - 1 / one_in, datum.people) * 100")
        .mark_line(strokeWidth=2.5, color=BLUE)
        .encode(x=x, y=y)
    )
    here = alt.Chart(alt.Data(values=[{}])).transform_calculate(
        people="people", chance="pow(1 - 1 / one_in, people) * 100"
    )
    dot = here.mark_point(filled=True, size=160, color="#1b1b1b", opacity=1).encode(x=x, y=y)
    line = here.mark_rule(strokeDash=[4, 4]).encode(x=x)
    chart = alt.layer(line, curve, dot, spoken()).add_params(people, one_in, sentence)
    return Figure(
        chart.properties(title=titled("Small series can miss harms that are not rare")),
        alt=(
            "A curve of the chance that nobody in a series is harmed, by the number of people in "
            "it. For a harm of 1 in 100 it falls from 95 in 100 at 5 people to 61 at 50, 37 at "
            "100 and 2 at 400. A black dot follows the sliders."
        ),
        caption=(
            "The chance that none of n people is harmed when the harm hits 1 in k: 1 - 1/k to the "
            "power n. This is arithmetic, and not what anyone saw. It takes for granted that "
            "people are harmed independently of each other, and that somebody looks for long "
            "enough."
        ),
        table=Table(
            ["people", "1 in 20 (in 100)", "1 in 100 (in 100)", "1 in 500 (in 100)"],
            [
                [k, *(round(100 * chance_to_miss(k, one_in), 1) for one_in in (20, 100, 500))]
                for k in PEOPLE
            ],
        ),
    )


def _rounded(percent: float) -> float:
    return round(percent, 2 if percent < 1 else 1)


def _people_scale() -> alt.Scale:
    return alt.Scale(type="log", domain=[5, MOST])

"""Nobody was hurt: what zero events leave open, how long to watch, and what is missed."""

from __future__ import annotations

import altair as alt

from stemcourse.charts import (
    BLUE,
    GREY,
    INK,
    VERMILION,
    Figure,
    Table,
    curve,
    dashed,
    dots,
    drawn,
    following,
    named_rows,
    says,
    slider,
    spoken,
    titled,
    told_apart,
)
from stemcourse.charts.words import listed, spelled
from stemcourse.models.zero_events import chance_to_miss, exact_limit, rule_of_three
from stemcourse.studies import cite, of_source, studies
from stemcourse.studies.entries import Harm, Series

PEOPLE = (5, 6, 7, 8, 10, 12, 15, 18, 22, 27, 33, 40, 50, 65, 80, 100, 130, 170, 200, 220, 300, 400)
MOST = 400
LONGEST = 132
START_MONTHS = 12
START_PEOPLE, START_ONE_IN = 50, 100


def upper_limit() -> Figure:
    """Return the upper limit after zero events, by the number of people; a slider for it."""
    series = studies().nobody_harmed
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
    x = _people("people treated, none with the event (n)")
    y = alt.Y("limit:Q", title="upper 95% limit (in 100)", scale=alt.Scale(domain=[0, 50]))
    lines = curve(rows).encode(
        x=x,
        y=y,
        **told_apart("which:N", which, title=None, color=[BLUE, GREY], strokeDash=[[1, 0], [5, 4]]),
    )
    real = [
        {"people": each.people, "limit": 100 * exact_limit(each.people), "name": _named(each)}
        for each in series
    ]
    marks = dots(drawn(real), 110, shape="diamond", color=VERMILION).encode(
        x=x, y=y, tooltip=["name:N"]
    )
    here = drawn().transform_calculate(people="n", limit="(1 - pow(0.05, 1 / n)) * 100")
    dot = dots(here, 160, color=INK).encode(x=x, y=y)
    line = dashed(here).encode(x=x)
    chart = alt.layer(line, lines, marks, dot, spoken()).add_params(n, sentence)
    named = {each.people: _named(each) for each in series}
    fewest, most = PEOPLE[0], PEOPLE[-1]
    quiet = [each for each in series if not each.other_events]
    eventful = [each for each in series if each.other_events]
    return Figure(
        chart.properties(
            title=titled("More people, lower limit, but never zero"),
        ),
        alt=(
            f"A curve that falls from {100 * exact_limit(fewest):.0f} in 100 at {fewest} people to "
            f"{100 * exact_limit(most):.2f} in 100 at {most}, steeply at "
            "first and then ever more slowly, and never reaches zero. "
            f"{spelled(len(series)).capitalize()} diamonds on it are real series in which no "
            "serious event was put down to the cells: at "
            f"{listed(str(each.people) for each in series)} people, with limits of "
            f"{listed(format(each['limit'], '.1f') for each in real)} in 100. A dashed curve, 3 "
            "divided by n, lies above it for small numbers and joins it from about 30 on. A black "
            "dot follows the slider."
        ),
        caption=(
            "Upper 95% limit of the true rate, one-sided, when none of n people had the event. "
            f"Diamonds: real series. At {_cited(quiet)}, nobody had a serious event of any "
            f"cause. At {_cited(eventful)}, some people had serious events, "
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
                    named.get(k, ""),
                ]
                for k in sorted({*PEOPLE, *named})
            ],
        ),
    )


def follow_up() -> Figure:
    """Return when harms were found, and what a study of a given length would have seen."""
    harms = studies().harms
    months = slider("months", START_MONTHS, (2, LONGEST), 1, "Months of follow-up")
    begun = " + ".join(f"(months >= {harm.first:g} ? 1 : 0)" for harm in harms)
    sentence = says(
        f"'After ' + months + ' months,\\n' + ({begun}) + ' of these {len(harms)} harms"
        " would have begun to show'"
    )
    rows = [
        {"name": harm.name, "first": harm.first, "last": harm.last, "who": harm.harmed}
        for harm in harms
    ]
    base = drawn(rows).transform_calculate(
        seen="months >= datum.first ? 'has begun to show' : 'not seen yet'"
    )
    y = named_rows("name:N", [harm.name for harm in harms])
    seen = told_apart(
        "seen:N",
        ["has begun to show", "not seen yet"],
        title="by the end of follow-up",
        color=[VERMILION, GREY],
        shape=["circle", "square"],
    )
    x = alt.X("first:Q", title="months after the treatment", scale=alt.Scale(domain=[0, LONGEST]))
    bars = base.mark_rule(strokeWidth=7, strokeCap="round").encode(
        x=x, x2="last:Q", y=y, color=seen["color"]
    )
    starts = dots(base, 120).encode(x=x, y=y, **seen)
    end = following("months", title="months after the treatment")
    teratoma, blood, leukaemia, brain = (
        of_source(key, harms)
        for key in ("han2021", "fda_skysona2025", "haceinbey2008", "amariglio2009")
    )
    early = [harm for harm in harms if harm.first <= 12]
    chart = alt.layer(bars, starts, end, spoken()).add_params(months, sentence)
    return Figure(
        chart.properties(
            title=titled(
                f"When {spelled(len(harms))} harms were found: {spelled(len(early))} within a year"
            ),
            width=230,
            height=190,
        ),
        alt=(
            f"{spelled(len(harms)).capitalize()} rows on a line of months. A teratoma was found "
            f"{_when(teratoma)}; blood cancers after Skysona {_when(blood)}; leukaemia after early "
            f"gene therapy {_when(leukaemia)}; a brain tumour from donors' cells "
            f"{_when(brain, about='about ')}, counted from the first treatment. A dashed line "
            "marks the end of follow-up, "
            f"at {START_MONTHS} months to begin with: only the teratoma lies before it."
        ),
        caption=(
            f"When harms were found: teratoma, {teratoma.harmed} ({cite(*teratoma.references)}, a "
            f"preprint); blood cancers after Skysona, {blood.harmed} by {blood.until} "
            f"({cite(*blood.references)}); leukaemia after early gene therapy for SCID-X1, "
            f"{leukaemia.harmed} successfully treated ({cite(*leukaemia.references)}); brain "
            f"tumour, {brain.harmed}, {spelled(round(brain.first / 12))} years after the first of "
            f"his treatments ({cite(*brain.references)}). A bar runs from "
            "the first case to the last one known. For the teratoma and the brain tumour, nobody "
            "knows out of how many."
        ),
        table=Table(
            ["harm", "first found (months)", "last found (months)", "how many"],
            [[harm.name.replace("|", " "), harm.first, harm.last, harm.harmed] for harm in harms],
        ),
    )


def _when(harm: Harm, about: str = "") -> str:
    if harm.first == harm.last:
        return f"at {about}{harm.first} months"
    return f"from {harm.first} to {harm.last} months"


def missed() -> Figure:
    """Return how likely a series of n is to miss a harm of 1 in k; a slider for each."""
    people = slider("people", START_PEOPLE, (5, MOST), 1, "People in the series")
    one_in = slider("one_in", START_ONE_IN, (5, 500), 5, "The harm hits 1 person in")
    sentence = says(
        "'A series of ' + people + ' misses a harm\\nof 1 in ' + one_in + ' with a chance of '"
        " + format(pow(1 - 1 / one_in, people) * 100, '.0f') + ' in 100'"
    )
    x = _people("people in the series")
    y = alt.Y(
        "chance:Q", title="chance that nobody is harmed (in 100)", scale=alt.Scale(domain=[0, 100])
    )
    falling = (
        curve([{"people": k} for k in PEOPLE], color=BLUE)
        .transform_calculate(chance="pow(1 - 1 / one_in, datum.people) * 100")
        .encode(x=x, y=y)
    )
    here = drawn().transform_calculate(people="people", chance="pow(1 - 1 / one_in, people) * 100")
    dot = dots(here, 160, color=INK).encode(x=x, y=y)
    line = dashed(here).encode(x=x)
    fewest, *more = (
        (k, f"{100 * chance_to_miss(k, START_ONE_IN):.0f}") for k in (PEOPLE[0], 50, 100, MOST)
    )
    told = listed(f"{chance} at {k}" for k, chance in more)
    chart = alt.layer(line, falling, dot, spoken()).add_params(people, one_in, sentence)
    return Figure(
        chart.properties(title=titled("Small series can miss harms that are not rare")),
        alt=(
            "A curve of the chance that nobody in a series is harmed, by the number of people in "
            f"it. For a harm of 1 in {START_ONE_IN} it falls from {fewest[1]} in 100 at "
            f"{fewest[0]} people to {told}. A black dot follows the sliders."
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


def _people(title: str) -> alt.X:
    """Return the axis, with numbers so far apart that none runs into the next."""
    return alt.X(
        "people:Q",
        title=title,
        scale=alt.Scale(type="log", domain=[5, MOST]),
        axis=alt.Axis(values=[5, 10, 20, 50, 100, 200, MOST]),
    )


def _named(series: Series) -> str:
    return f"{series.name} ({cite(*series.references)})"


def _cited(several: list[Series]) -> str:
    """Return how many people there were in each, and where that stands."""
    return listed(f"{each.people} ({cite(*each.references)})" for each in several)

"""Pooling made-up trials: a tick for each, and the pool moves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import altair as alt

from stemcourse.charts import (
    BLUE,
    INK,
    VERMILION,
    Figure,
    Table,
    dashed,
    dots,
    drawn,
    says,
    spoken,
    titled,
)
from stemcourse.charts.words import listed, spelled
from stemcourse.models.normal import Z
from stemcourse.models.pooling import Ratio, Study, as_ratio, pool, risk_ratio

POOLED = "Pooled"


class Trial(NamedTuple):
    """A made-up trial: deaths and people with cells, and in the control group."""

    name: str
    cells: int
    of_cells: int
    control: int
    of_control: int

    @property
    def people(self) -> int:
        """How many people took part."""
        return self.of_cells + self.of_control

    @property
    def study(self) -> Study:
        """The risk ratio of this trial, ready to be pooled."""
        return risk_ratio(self.cells, self.of_cells, self.control, self.of_control)


# Made up. Three small trials that were lucky, and three larger ones that found little.
TRIALS = (
    Trial("A", 1, 20, 5, 20),
    Trial("B", 2, 30, 7, 30),
    Trial("C", 3, 40, 9, 40),
    Trial("D", 9, 60, 14, 60),
    Trial("E", 17, 100, 20, 100),
    Trial("F", 46, 250, 44, 250),
)


def pooling() -> Figure:
    """Return a pooled risk ratio of made-up trials that moves when a trial is left out."""
    ticks = [
        alt.param(
            name=_tick(trial),
            value=True,
            bind=alt.binding_checkbox(name=f"Trial {trial.name}, {trial.people} people "),
        )
        for trial in TRIALS
    ]
    sums = [alt.param(name=name, expr=expr) for name, expr in pooled_expressions(TRIALS).items()]
    sentence = says(
        "k == 0 ? 'No trial is in,\\nso there is nothing to pool'"
        " : k + (k == 1 ? ' trial' : ' trials') + ' pooled: risk ratio '"
        " + format(exp(effect), '.2f')"
        " + ',\\ninterval ' + format(exp(low), '.2f') + ' to ' + format(exp(high), '.2f')"
        " + ': 1 lies ' + (low <= 0 && high >= 0 ? 'inside' : 'outside')"
    )
    chart = alt.layer(_no_difference(), *_trials(), *_diamond(), spoken()).add_params(
        *ticks, *sums, sentence
    )
    small, large = TRIALS[:3], TRIALS[3:]
    every = _pooled(TRIALS)
    return Figure(
        chart.properties(
            title=titled("Made-up trials: take one out, the pool moves"),
            width=220,
            height=230,
        ),
        alt=(
            f"{spelled(len(TRIALS)).capitalize()} made-up trials with risk ratios of death and "
            f"95% intervals on a logarithmic scale. The small trials {_names(small)} stand far "
            f"left, at {_ratios(small)}, with long intervals; {_names(large)}, larger, at "
            f"{_ratios(large)}. A diamond below is the pooled ratio: {every.ratio:.2f}, from "
            f"{every.low:.2f} to {every.high:.2f}, when all {spelled(len(TRIALS))} are in. A "
            "dashed line at 1 means no difference. Boxes take trials out: with "
            f"{_names(small)} alone the diamond goes to {_pooled(small).ratio:.2f}, "
            f"with {_names(large)} alone to {_pooled(large).ratio:.2f}."
        ),
        caption=(
            "Made-up trials, to learn from. Risk of death with cells, divided by the risk "
            "without. The bigger a square, the more it counts. Random effects, by the method of "
            "DerSimonian and Laird. The model takes every trial for a fair one, and knows nothing "
            "of trials that were never published."
        ),
        table=_pooling_table(),
    )


def pooled_expressions(trials: Sequence[Trial]) -> dict[str, str]:
    """Return `pool` as Vega expressions of the ticks: name and expression, in order of use.

    The sentence under the title needs the result too, and can read parameters but no transformed
    data; so it is worked out in parameters, once, for the sentence and for the drawing.
    """
    studies = [trial.study for trial in trials]

    def total(term: str) -> str:
        """Return the sum of *term* over the trials that are in; y and v stand in it."""
        return " + ".join(
            f"({_tick(trial)} ? {term.format(y=repr(study.effect), v=repr(study.variance))} : 0)"
            for trial, study in zip(trials, studies, strict=True)
        )

    return {
        "k": total("1"),
        "w": total("1 / {v}"),
        "wy": total("{y} / {v}"),
        "q": f"{total('{y} * {y} / {v}')} - (k == 0 ? 0 : wy * wy / w)",
        "tau2": (f"k < 2 ? 0 : max(0, (q - (k - 1)) / (w - ({total('1 / ({v} * {v})')}) / w))"),
        "all_weights": total("1 / ({v} + tau2)"),
        "effect": f"k == 0 ? 0 : ({total('{y} / ({v} + tau2)')}) / all_weights",
        "low": f"k == 0 ? 0 : effect - {Z} / sqrt(all_weights)",
        "high": f"k == 0 ? 0 : effect + {Z} / sqrt(all_weights)",
    }


def _pooling_table() -> Table:
    every = pool([trial.study for trial in TRIALS])
    rows: list[list[str | float]] = [
        [
            _row(trial),
            f"{trial.cells} of {trial.of_cells}",
            f"{trial.control} of {trial.of_control}",
            *(round(part, 2) for part in _pooled([trial])),
            f"{100 * weight:.0f}%",
        ]
        for trial, weight in zip(TRIALS, every.weights, strict=True)
    ]
    rows.append([POOLED, "", "", *(round(part, 2) for part in as_ratio(every)), "100%"])
    return Table(
        ["trial", "deaths with cells", "deaths without", "risk ratio", "from", "to", "weight"],
        rows,
    )


def _pooled(trials: Sequence[Trial]) -> Ratio:
    return as_ratio(pool([trial.study for trial in trials]))


def _names(trials: Sequence[Trial]) -> str:
    return listed(trial.name for trial in trials)


def _ratios(trials: Sequence[Trial]) -> str:
    return listed(f"{_pooled([trial]).ratio:.2f}" for trial in trials)


def _trials() -> list[alt.Chart]:
    rows = [
        {
            "trial": _row(trial),
            "index": index,
            "variance": trial.study.variance,
            **_pooled([trial])._asdict(),
        }
        for index, trial in enumerate(TRIALS)
    ]
    base = drawn(rows).transform_calculate(
        inside=f"[{', '.join(_tick(trial) for trial in TRIALS)}][datum.index]",
        weight="datum.inside ? 1 / (datum.variance + tau2) / all_weights : 0",
        seen="datum.inside ? 1 : 0.25",
    )
    seen = alt.Opacity("seen:Q", legend=None, scale=alt.Scale(domain=[0, 1], range=[0, 1]))
    lines = base.mark_rule(strokeWidth=2, color=BLUE).encode(
        x=_ratio("low:Q"), x2="high:Q", y=_forest(), opacity=seen
    )
    squares = base.mark_point(shape="square", filled=True, color=BLUE).encode(
        x=_ratio("ratio:Q"),
        y=_forest(),
        opacity=seen,
        size=alt.Size("weight:Q", legend=None, scale=alt.Scale(domain=[0, 1], range=[30, 700])),
    )
    return [lines, squares]


def _diamond() -> list[alt.Chart]:
    here = (
        drawn([{"trial": POOLED}])
        .transform_calculate(ratio="exp(effect)", low="exp(low)", high="exp(high)", k="k")
        .transform_filter("datum.k > 0")
    )
    line = here.mark_rule(strokeWidth=4, color=VERMILION).encode(
        x=_ratio("low:Q"), x2="high:Q", y=_forest()
    )
    diamond = dots(here, 260, shape="diamond", color=VERMILION).encode(
        x=_ratio("ratio:Q"), y=_forest()
    )
    return [line, diamond]


def _no_difference() -> alt.Chart:
    return dashed(drawn(), color=INK).encode(x=alt.XDatum(1))


def _row(trial: Trial) -> str:
    return f"{trial.name}, {trial.people} people"


def _tick(trial: Trial) -> str:
    return f"trial_{trial.name.lower()}"


def _forest() -> alt.Y:
    rows = [*(_row(trial) for trial in TRIALS), POOLED]
    return alt.Y(
        "trial:N",
        title=None,
        sort=rows,
        scale=alt.Scale(domain=rows),
        axis=alt.Axis(domain=False, ticks=False),
    )


def _ratio(field: str) -> alt.X:
    return alt.X(
        field,
        title="risk ratio of death (log scale)",
        scale=alt.Scale(type="log", domain=[0.02, 4], nice=False),
        axis=alt.Axis(values=[0.05, 0.1, 0.25, 0.5, 1, 2], format="~"),
    )

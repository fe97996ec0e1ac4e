"""What a chart with sliders says: a sentence, shown over it and heard by screen readers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import altair as alt

from stemcourse.charts.marks import drawn

SAYS = "says"


def slider(name: str, value: float, bounds: tuple[float, float], step: float, label: str) -> Any:
    """Return a parameter that a slider sets.

    bounds: the least and the greatest value. label: what stands beside it, with the unit.
    """
    low, high = bounds
    bind = alt.binding_range(min=low, max=high, step=step, name=f"{label} ")
    return alt.param(name=name, value=value, bind=bind)


def says(expression: str) -> Any:
    r"""Return the parameter that holds the sentence.

    expression: a Vega expression that gives a text; `\n` in it breaks the line on the chart.
    """
    return alt.param(name=SAYS, expr=expression)


def spoken() -> Any:
    """Return the layer that shows the sentence between title and chart."""
    return drawn().mark_text(
        align="left",
        baseline="bottom",
        fontSize=13,
        fontWeight="bold",
        lineBreak="\n",
        text=alt.ExprRef(SAYS),
        x=0,
        y=-26,
    )


def array(cells: Iterable[object]) -> str:
    """Return *cells*, Vega expressions, as a Vega expression: a list to look up in."""
    return f"[{','.join(map(str, cells))}]"


def titled(text: str) -> alt.TitleParams:
    """Return a title that stands over the sentence, which has two lines at most."""
    return alt.TitleParams(text=text, offset=14)

"""Marks that several charts draw alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt


def drawn(rows: Sequence[Mapping[str, Any]] = ({},)) -> alt.Chart:
    """Return a chart of *rows*; without rows, of one mark that hangs on no data."""
    return alt.Chart(alt.Data(values=list(rows)))


def curve(rows: Sequence[Mapping[str, Any]], **look: Any) -> alt.Chart:
    """Return a line through *rows*."""
    line: alt.Chart = drawn(rows).mark_line(strokeWidth=2.5, **look)
    return line


def dots(chart: alt.Chart, size: float, **look: Any) -> alt.Chart:
    """Return a filled dot for each row of *chart*; size: its area in pixels."""
    filled: alt.Chart = chart.mark_point(filled=True, size=size, opacity=1, **look)
    return filled


def dashed(chart: alt.Chart, **look: Any) -> alt.Chart:
    """Return a dashed rule for each row of *chart*, as it marks a limit or where a slider is."""
    rule: alt.Chart = chart.mark_rule(strokeDash=[4, 4], **look)
    return rule


def following(slider: str, **axis: Any) -> alt.Chart:
    """Return an upright dashed rule that stands where the slider does.

    slider: the name of its parameter, in the unit of the chart's x. axis: more of that channel.
    """
    here = drawn().transform_calculate(**{slider: slider})
    return dashed(here, strokeWidth=2).encode(x=alt.X(f"{slider}:Q", **axis))

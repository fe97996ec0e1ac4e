"""Channels that several charts encode alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

_CHANNELS = {
    "color": alt.Color,
    "fill": alt.Fill,
    "shape": alt.Shape,
    "stroke": alt.Stroke,
    "strokeDash": alt.StrokeDash,
}


def told_apart(
    field: str,
    names: Sequence[str],
    title: Any = alt.Undefined,
    legend: Any = alt.Undefined,
    **looks: Sequence[Any],
) -> dict[str, Any]:
    """Return channels by name that tell kinds apart, so that none needs colour alone.

    field: where the kind of a row stands, with its type. names: the kinds, in the legend's order.
    looks: channels, as `color` and `shape`, each with what it has for each of the kinds.
    """
    return {
        name: _CHANNELS[name](
            field, title=title, legend=legend, scale=alt.Scale(domain=names, range=look)
        )
        for name, look in looks.items()
    }


def named_rows(field: str, names: Sequence[str]) -> alt.Y:
    """Return a y with a name for each row, from the top down; a bar in a name breaks its line."""
    return alt.Y(
        field,
        title=None,
        sort=names,
        axis=alt.Axis(labelExpr="split(datum.label, '|')", labelLimit=170, domain=False),
    )

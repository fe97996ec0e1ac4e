"""A chart, and what readers need beside it: words, numbers, and where they come from."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from stemcourse.charts.in_browser import keep_nulls
from stemcourse.charts.theme import themed

if TYPE_CHECKING:
    import altair

MIME = "application/vnd.vegalite.v5+json"
# The version that JupyterLab ships; a newer one in the spec makes it warn.
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"

if sys.platform == "emscripten":
    keep_nulls()


class Table(NamedTuple):
    """The numbers of a chart: names of columns, with units, and rows of as many cells."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str | float]]


class Figure:
    """A chart that JupyterLab shows, and that the site makes a `<figure>` of.

    chart: an Altair chart with a title that says what it shows. Interaction lives in Vega-Lite
        parameters, so that a slider works without a kernel. A parameter called `says`, a text,
        is what a screen reader hears when a slider has moved.
    alt: what the chart shows, in words, for those who do not see it.
    caption: source, unit, and how to read it.
    table: the numbers that are drawn; with sliders, those at their starting positions.

    Raises `ValueError` when the title is missing or the table has rows of another length than
    its columns.
    """

    def __init__(
        self, chart: altair.TopLevelMixin, *, alt: str, caption: str, table: Table
    ) -> None:
        spec: dict[str, Any] = chart.to_dict()
        if not spec.get("title"):
            raise ValueError("the chart has no title; say in it what the chart shows")
        short = [row for row in table.rows if len(row) != len(table.columns)]
        if short:
            raise ValueError(f"the row {list(short[0])} has not {len(table.columns)} cells")
        self.spec = themed(
            {
                **spec,
                "$schema": SCHEMA,
                "description": alt,
                "usermeta": {
                    "embedOptions": {"actions": False, "renderer": "svg"},
                    "caption": caption,
                    "table": {
                        "columns": list(table.columns),
                        "rows": [list(row) for row in table.rows],
                    },
                },
            }
        )

    def __repr__(self) -> str:
        """Return the words for those who do not see the chart."""
        return f"Chart: {self.spec['description']}"

    def _repr_mimebundle_(self, **_options: Any) -> dict[str, Any]:
        # No text/html: JupyterLab would prefer it, and it would ask another host for Vega.
        return {MIME: self.spec, "text/plain": repr(self)}

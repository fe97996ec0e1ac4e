"""Measures all and prints the table; `python -m tools.bench pages answers` measures these alone."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.table import Table

from tools.bench.answering import answers
from tools.bench.commands import builds, checks, exports, imports
from tools.bench.judged import lighthouse
from tools.bench.lite import lite
from tools.bench.phone import slow_phone
from tools.bench.row import Row
from tools.bench.sizes import engine, notebooks, pages
from tools.bench.studying import progress
from tools.bench.wording import lint

MEASURES = (
    builds,
    engine,
    notebooks,
    imports,
    checks,
    exports,
    pages,
    slow_phone,
    answers,
    progress,
    lint,
    lite,
    lighthouse,
)


def main(*names: str) -> int:
    """Measure all, or what is named; print the table; return 1 when a budget is broken."""
    rows: list[Row] = []
    console = Console()
    for measure in MEASURES:
        if names and measure.__name__ not in names:
            continue
        console.print(f"measuring {measure.__name__} …", style="dim")
        rows += measure()
    table = Table("what", "measured", "budget", "")
    for row in rows:
        sign = {True: "ok", False: "[red]over[/red]", None: "not measured"}[row.fine]
        value = "" if row.value is None else f"{row.value:,.4g} {row.unit}"
        bound = "at least" if row.at_least else "at most"
        budget = f"{bound} {row.budget:g} {row.unit}"
        table.add_row(f"{row.what} {row.note}".strip(), value, budget, sign)
    console.print(table)
    return int(any(row.fine is False for row in rows))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

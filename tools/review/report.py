"""Writes what the schedule of reviews does for learners into docs/review.md: `make simulation`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import altair as alt
import numpy as np
import vl_convert

from tools.review.learners import DAYS, WAYS, WEEKS, Year, year

DOCS = Path(__file__).parents[2] / "docs"
LEARNERS = 10_000
SEED = 2026
# So many at once: the arrays of all would take gigabytes.
GROUP = 500
BEGIN, END = "<!-- simulation: made by `make simulation` -->", "<!-- end of simulation -->"
# Days that the tables show: the end of the course, then about every three months.
SHOWN = (WEEKS * 7 - 1, 90, 180, 270, DAYS - 1)


def simulated(learners: int = LEARNERS) -> dict[str, Year]:
    """Return what came of each way to review; say how far it is."""
    found: dict[str, Year] = {}
    for way in WAYS:
        parts = []
        for begin in range(0, learners, GROUP):
            parts.append(year(way, min(GROUP, learners - begin), SEED + begin))
            print(f"\r{way.name}: {begin + GROUP} of {learners}", end="", file=sys.stderr)
        print(file=sys.stderr)
        weights = [len(part.asked) for part in parts]
        remembered = np.average([part.remembered for part in parts], axis=0, weights=weights)
        found[way.name] = Year(remembered, np.concatenate([part.asked for part in parts]))
    return found


def tables(years: dict[str, Year]) -> str:
    """Return what is remembered, and the load, as tables in Markdown."""
    return "\n".join((*_remembered(years), "", *_load(years)))


def _remembered(years: dict[str, Year]) -> Iterator[str]:
    yield (
        "| remembered of all that was answered | "
        + " | ".join(f"day {day + 1}" for day in SHOWN)
        + " |"
    )
    yield "| --- |" + " ---: |" * len(SHOWN)
    for name, found in years.items():
        yield f"| {name} | " + " | ".join(f"{found.remembered[day]:.0%}" for day in SHOWN) + " |"


def _load(years: dict[str, Year]) -> Iterator[str]:
    """Yield how many questions a sitting has, over learners and over the days of a quarter."""
    quarters = [(0, 91), (91, 182), (182, 273), (273, DAYS)]
    yield (
        "| questions at a sitting: middle one, and nine of ten at most | "
        + " | ".join(f"days {begin + 1} to {end}" for begin, end in quarters)
        + " |"
    )
    yield "| --- |" + " ---: |" * len(quarters)
    for name, found in years.items():
        cells = []
        for begin, end in quarters:
            part = found.asked[:, begin:end]
            sittings = part[part > 0]
            cells.append(
                f"{np.median(sittings):.0f}, {np.quantile(sittings, 0.9):.0f}"
                if sittings.size
                else "0"
            )
        yield f"| {name} | " + " | ".join(cells) + " |"


def chart(years: dict[str, Year]) -> str:
    """Return a picture, as SVG, of what is remembered on each day of the year."""
    points = [
        {"day": day + 1, "way": name, "remembered": float(found.remembered[day])}
        for name, found in years.items()
        for day in range(WEEKS * 7 - 1, DAYS)
    ]
    lines = (
        alt.Chart(alt.Data(values=points), width=560, height=260, background="white")
        # Where letters are wider than those that it was measured with, the legend needs more.
        .properties(padding={"left": 5, "top": 5, "bottom": 5, "right": 45})
        .mark_line(strokeWidth=2.5)
        .encode(
            alt.X("day:Q").title("day since the course was begun").scale(domain=[0, DAYS]),
            alt.Y("remembered:Q").title("remembered").axis(format="%").scale(domain=[0, 1]),
            alt.Color("way:N").title(None).scale(range=["#0b5c6b", "#b45309", "#6b7280"]),
            alt.StrokeDash("way:N").title(None),
        )
    )
    return vl_convert.vegalite_to_svg(lines.to_json())


def main() -> None:
    """Write the chart, and the tables in their place."""
    years = simulated()
    (DOCS / "review.svg").write_text(chart(years), encoding="utf-8", newline="\n")
    path = DOCS / "review.md"
    before, _, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    text = f"{before}{BEGIN}\n{tables(years)}\n{END}{after}"
    path.write_text(text, encoding="utf-8", newline="\n")
    print(tables(years))


if __name__ == "__main__":
    main()

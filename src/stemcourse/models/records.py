"""Patient records for the survival lab, read from content/data (its README says what they are)."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache

from stemcourse.content import folder
from stemcourse.models.survival import Outcome

YEAR = 365.25
ERAS = ("1985-1989", "1990-1994", "1995-1998")
AGES = ("<=20", "20-40", ">40")
DISEASES = {"1": "ALL", "2": "AML, low risk", "3": "AML, high risk"}
# Names of events, and the columns of ebmt4 that hold them.
FIRST = {"recovery": "rec", "adverse event": "ae", "relapse": "rel", "death": "srv"}
RELAPSE_OR_DEATH = {"relapse": "rel", "death": "srv"}


def first_events(era: str | None = None, age: str | None = None) -> list[Outcome]:
    """Return what came first after the transplant: a name in FIRST, or nothing; in days.

    `ebmt4` (dewreede2011): 2,279 people, or those of one of the ERAS, or of one of the AGES.
    """
    return [_first(row, FIRST) for row in _chosen(era, age)]


def relapse_or_death(era: str | None = None, age: str | None = None) -> list[Outcome]:
    """Return which came first, "relapse" or "death" (so without a relapse), or neither; in days.

    `ebmt4` (dewreede2011): 2,279 people, or those of one of the ERAS, or of one of the AGES.
    """
    return [_first(row, RELAPSE_OR_DEATH) for row in _chosen(era, age)]


def disease_free() -> dict[str, list[Outcome]]:
    """Return days to "relapse or death" for each of the DISEASES: `bmt` (copelan1991)."""
    groups: dict[str, list[Outcome]] = {name: [] for name in DISEASES.values()}
    for row in people("bmt"):
        event = "relapse or death" if row["d3"] == "1" else None
        groups[DISEASES[row["group"]]].append(Outcome(float(row["t2"]), event))
    return groups


@cache
def people(name: str) -> tuple[dict[str, str], ...]:
    """Return a row for each person of content/data/*name*.csv, as it stands there."""
    with (folder() / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def _chosen(era: str | None, age: str | None) -> list[dict[str, str]]:
    _known(era, ERAS)
    _known(age, AGES)
    return [row for row in people("ebmt4") if era in (None, row["year"]) and _aged(row, age)]


def _aged(row: dict[str, str], age: str | None) -> bool:
    return age in (None, row["agecl"])


def _known(value: str | None, values: Sequence[str]) -> None:
    if value is not None and value not in values:
        raise ValueError(f"{value!r} is none of {', '.join(map(repr, values))}")


def _first(row: dict[str, str], columns: dict[str, str]) -> Outcome:
    """Return the earliest of the events; without one, the last day that all were looked for."""
    came = [
        (float(row[column]), name) for name, column in columns.items() if row[f"{column}.s"] == "1"
    ]
    if came:
        return Outcome(*min(came))
    return Outcome(min(float(row[column]) for column in columns.values()), None)

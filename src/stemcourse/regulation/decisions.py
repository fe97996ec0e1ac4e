"""Decisions of regulators, as content/evidence/regulation.yaml holds them."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec import Struct

import citations
from stemcourse.evidence.claims import EvidenceError

RegionName = Literal["US", "EU", "JP"]
StatusName = Literal[
    "licensed", "accelerated", "conditional", "extended", "narrowed", "withdrawn", "recommended"
]


class Status(NamedTuple):
    """What was decided, in the words that a student sees."""

    words: str
    meaning: str


# In the order in which the table has them.
REGIONS: dict[RegionName, str] = {
    "US": "United States",
    "EU": "European Union",
    "JP": "Japan",
}

STATUSES: dict[StatusName, Status] = {
    "licensed": Status("Licensed", "may be sold for this use"),
    "accelerated": Status("Licensed on early data", "the USA calls this accelerated approval"),
    "conditional": Status("Conditional", "let in for a time while proof is gathered"),
    "extended": Status("Extended", "licensed for a further use"),
    "narrowed": Status("Narrowed", "licensed for fewer people than before"),
    "withdrawn": Status("Withdrawn", "the licence has ended"),
    "recommended": Status("Recommended", "an expert opinion, before any decision"),
}


class Decision(Struct, frozen=True, kw_only=True):
    """One decision about one product; a product whose standing changed has several."""

    product: str
    maker_of_decision: str
    source_of_cells: str
    indication: str
    region: RegionName
    date: str
    """YYYY-MM-DD, YYYY-MM or YYYY: only as much of it as was confirmed."""
    status: StatusName
    references: tuple[str, ...]
    note: str = ""


class Decisions(Struct, frozen=True, kw_only=True):
    """The whole file."""

    compiled: str
    """The day on which the file was put together, as YYYY-MM-DD."""
    note: str
    """What a reader has to know before using the table."""
    products: tuple[Decision, ...]


def load(path: str | PathLike[str]) -> Decisions:
    """Return a file's decisions in file order, checked against the references.bib beside it.

    Raises `EvidenceError` with every problem of both files, each with its place.
    """
    # Imported here, because it brings a YAML reader and needs Decisions itself.
    from stemcourse.regulation.reading import read

    path = Path(path)
    problems: list[str] = []
    try:
        references = set(citations.load(path.with_name("references.bib")))
    except citations.CitationError as error:
        problems += error.problems
        references = None
    decisions, more = read(path, references)
    problems += more
    if problems or decisions is None:
        raise EvidenceError(problems)
    return decisions

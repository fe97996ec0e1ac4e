"""Decisions of regulators, as content/evidence/regulation.yaml holds them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec import Struct

RegionName = Literal["US", "EU", "JP"]
StatusName = Literal[
    "licensed", "accelerated", "conditional", "extended", "narrowed", "withdrawn", "recommended"
]


class DecisionStatus(NamedTuple):
    """What was decided, in the words that a student sees."""

    words: str
    meaning: str


# In the order in which the table has them.
REGIONS: dict[RegionName, str] = {
    "US": "United States",
    "EU": "European Union",
    "JP": "Japan",
}

STATUSES: dict[StatusName, DecisionStatus] = {
    "licensed": DecisionStatus("Licensed", "may be sold for this use"),
    "accelerated": DecisionStatus(
        "Licensed on early data", "the USA calls this accelerated approval"
    ),
    "conditional": DecisionStatus("Conditional", "let in for a time while proof is gathered"),
    "extended": DecisionStatus("Extended", "licensed for a further use"),
    "narrowed": DecisionStatus("Narrowed", "licensed for fewer people than before"),
    "withdrawn": DecisionStatus("Withdrawn", "the licence has ended"),
    "recommended": DecisionStatus("Recommended", "an expert opinion, before any decision"),
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

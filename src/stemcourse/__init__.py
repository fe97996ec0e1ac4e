"""This course's evidence cards, tables, models and charts, for its notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stemcourse.evidence.card import Card
    from stemcourse.regulation.table import RegulationTable

__all__ = ["claim", "regulation_table"]


def claim(claim_id: str) -> Card:
    """Return the evidence card of a claim, by its id in content/evidence/claims.yaml."""
    # Imported here, so that a notebook which shows no card does not wait for it.
    from stemcourse.evidence import find

    return find(claim_id)


def regulation_table() -> RegulationTable:
    """Return the table of regulators' decisions, as content/evidence/regulation.yaml holds them."""
    from stemcourse import regulation

    return regulation.table()

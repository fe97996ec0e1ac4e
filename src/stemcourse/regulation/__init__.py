"""What regulators decided about stem cell products, and the table that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import citations
from stemcourse import content
from stemcourse.regulation.decisions import REGIONS, STATUSES, Decision, Decisions
from stemcourse.regulation.reading import load
from stemcourse.regulation.table import RegulationTable

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["REGIONS", "STATUSES", "Decision", "Decisions", "RegulationTable", "load", "table"]


def table(folder: Path | None = None) -> RegulationTable:
    """Return the table of a folder like content/evidence; of this course's when none is named."""
    folder = folder or content.folder() / "evidence"
    return RegulationTable(
        load(folder / "regulation.yaml"), citations.load(folder / "references.bib")
    )

"""What regulators decided about stem cell products, and the table that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import citations
from stemcourse import content
from stemcourse.regulation.decisions import REGIONS, STATUSES, Decision, Decisions, load
from stemcourse.regulation.table import Table

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["REGIONS", "STATUSES", "Decision", "Decisions", "Table", "load", "table"]


def table(folder: Path | None = None) -> Table:
    """Return the table of a folder like content/evidence; of this course's own without one."""
    folder = folder or content.folder() / "evidence"
    return Table(load(folder / "regulation.yaml"), citations.load(folder / "references.bib"))

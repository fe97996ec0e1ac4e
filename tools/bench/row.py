"""A measured value beside its budget."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """One measured value (None: not measured, for the reason in `note`) and its budget."""

    what: str
    value: float | None
    budget: float
    unit: str
    note: str = ""
    at_least: bool = False

    @property
    def fine(self) -> bool | None:
        """Whether the value keeps to the budget."""
        if self.value is None:
            return None
        return self.value >= self.budget if self.at_least else self.value <= self.budget

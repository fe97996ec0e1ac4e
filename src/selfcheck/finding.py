"""What is wrong with a bank or a course's configuration, where it stands, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Place(NamedTuple):
    """A line and a column, both counted from 1."""

    line: int
    column: int


class Finding(NamedTuple):
    """One thing that is wrong."""

    path: Path
    place: Place
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.place.line}:{self.place.column}: {self.message}"


class BankError(Exception):
    """All that is wrong with one or more banks, or with the configuration of the course.

    `findings` holds each of them; the text lists them, one a line.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(sorted(findings))
        super().__init__("\n".join(str(finding) for finding in self.findings))

    def _render_traceback_(self) -> list[str]:
        """Show an author in a notebook the findings and no Python frames."""
        count = len(self.findings)
        return [f"{count} {'thing' if count == 1 else 'things'} to mend:", str(self)]

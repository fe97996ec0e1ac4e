"""What is wrong with a bank or a course's configuration, where it stands, and how to mend it."""

from __future__ import annotations

import re
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
        # Imported where it is used: `import selfcheck` stays quick.
        from contentfiles import one_line

        return one_line(f"{self.path}:{self.place.line}:{self.place.column}: {self.message}")


def of_problem(problem: str, otherwise: Path) -> Finding:
    """Return *problem*, which begins with the file, the line and perhaps the column, as a finding.

    otherwise: the file that it is of when it begins otherwise.
    """
    found = re.match(r"(.+?):(\d+)(?::(\d+))?: ", problem)
    if not found:
        return Finding(otherwise, Place(1, 1), problem)
    path, line, column = found.groups()
    return Finding(Path(path), Place(int(line), int(column or 1)), problem[found.end() :])


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

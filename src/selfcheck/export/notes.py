"""What a format cannot hold: it is told of each question, with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Note(NamedTuple):
    """One thing that did not go along, or went along as something else."""

    question: str
    reason: str

    def __str__(self) -> str:
        return f"{self.question}: {self.reason}"


class Notes:
    """The notes of one export, each once, in their order."""

    def __init__(self) -> None:
        self._found: dict[Note, None] = {}

    def add(self, question: str, reason: str) -> None:
        """Note *reason* of a question, named `bank/question`, or of a bank."""
        self._found.setdefault(Note(question, reason))

    def __iter__(self) -> Iterator[Note]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

"""What keeps a file from being read."""

from __future__ import annotations

from typing import NamedTuple

# A message may repeat a text of the file, which may be of any length; in characters.
LONGEST = 2000


def one_line(message: str) -> str:
    """Return *message* as one line, which every terminal can print and none obeys."""
    short = message if len(message) <= LONGEST else f"{message[:LONGEST]} …"
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in short)


class Problem(NamedTuple):
    """What is wrong, and how to mend it; line and column are counted from 1."""

    line: int
    column: int
    message: str


class UnreadableError(Exception):
    """A file that cannot be read, and the one problem that is in the way."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem

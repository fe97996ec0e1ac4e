"""What a page has told of answers that the browser keeps, for `Quiz.attempts`.

It goes with the kernel, and nothing of it is in a trait. docs/jupyter.md lists the messages; the
page's half is `frontend/src/store/telling.js`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from selfcheck.log.entry import Entry, entry
from selfcheck.log.trouble import NotHereError

NOT_YET = (
    "the browser keeps the answers, and has told this kernel of none yet: show the quiz, and ask "
    "for `attempts` in a cell that you run when it is there"
)
UNREAD = (
    "the browser keeps the answers, and cannot read all of them: load the page again, and run the "
    "cell of the quiz again"
)


class Told:
    """One widget's attempts, as its pages have told of them."""

    def __init__(self, course: str) -> None:
        self.course = course
        self._why = NOT_YET
        self._entries: dict[str, Entry] | None = None
        self._coming: list[list[Any]] = []

    def hear(self, message: object) -> None:
        """Take what a page tells; leave alone what is no message of ours."""
        if not isinstance(message, dict):
            return
        if message.get("type") == "here":
            self._here(message)
        elif message.get("type") == "attempt" and self._entries is not None:
            self._entries |= self._sound([message.get("statement")])

    def attempts(self, slots: Iterable[str]) -> list[str]:
        """Return the statements of *slots*, as JSON, the oldest first.

        Raises `NotHereError` while that would be less than the browser has.
        """
        if self._entries is None:
            raise NotHereError(self._why)
        wanted = set(slots)
        found = [each for each in self._entries.values() if each.row.slot in wanted]
        found.sort(key=lambda each: (each.row.at, each.row.id))
        return [each.statement for each in found]

    def _here(self, said: dict[str, Any]) -> None:
        """Take all that the browser has, part by part, in the place of what was told before."""
        statements = said.get("statements")
        if not isinstance(statements, list):
            self._why, self._entries = UNREAD, None
            return
        if said.get("part") == 0:
            self._coming = []
        self._coming.append(statements)
        if len(self._coming) == said.get("of"):
            self._entries = self._sound([each for part in self._coming for each in part])
            self._coming = []

    def _sound(self, statements: list[Any]) -> dict[str, Entry]:
        found = (entry(each, self.course) for each in statements)
        return {each.row.id: each for each in found if each}

"""What an author asks of a quiz beyond its questions."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from selfcheck.identity import is_id

# The sitting of what `{review}` and `review()` ask: frontend/src/review/unit.js has the same.
REVIEW = "review"


class Settings(NamedTuple):
    """The settings of a quiz; `checked` says what is wrong with them.

    draw: how many questions of each objective are asked; the page draws them for each learner.
    confidence: ask how sure the learner is, before each Check; it never changes the score.
    marks: beside the score, certainty-based marks; they need `confidence`.
    summary: show progress, and at the end the result by objective, with links to read again.
    sitting: a name for a second time that the same questions are asked; its answers are kept
        apart and compared with those of the first.
    one_at_a_time: show one question, with buttons to the next and the one before.
    """

    draw: int | None = None
    confidence: bool = False
    marks: bool = False
    summary: bool = False
    sitting: str | None = None
    one_at_a_time: bool = False

    def checked(self) -> Settings:
        """Return these settings; raise `ValueError` when they make no sense."""
        if self.draw is not None and self.draw < 1:
            raise ValueError(f"draw is {self.draw}; it must be 1 or more, or be left out")
        if self.sitting is not None and not is_id(self.sitting):
            raise ValueError(
                f"sitting is {self.sitting!r}; use lower-case letters, digits and hyphens"
            )
        if self.sitting == REVIEW:
            raise ValueError(f"sitting {REVIEW!r} is that of reviews; use another name")
        if self.marks and not self.confidence:
            raise ValueError("marks go by how sure a learner is; ask for that: confidence=True")
        return self

    @property
    def by_objective(self) -> bool:
        """Whether the page has to know which question serves which objective."""
        return self.summary or self.draw is not None

    @property
    def whole(self) -> bool:
        """Whether the page needs the scripts of a whole quiz, and not of its questions alone."""
        return self.summary or self.confidence or self.one_at_a_time

    @property
    def attributes(self) -> str:
        """The settings as attributes of the quiz's element."""
        said = {
            name.replace("_", "-"): "" if value is True else str(value)
            for name, value in self._asdict().items()
            if value is not None and value is not False
        }
        return "".join(
            f" data-{name}='{escape(value)}'" if value else f" data-{name}"
            for name, value in said.items()
        )

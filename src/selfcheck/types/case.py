"""case: a vignette, and questions about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from msgspec import Meta

from selfcheck import markdown
from selfcheck.finding import Finding
from selfcheck.questions import Asked, Question
from selfcheck.source import Here
from selfcheck.types.checks import twice
from selfcheck.types.pieces import opening
from selfcheck.types.row import Frame


class Case(Asked, kw_only=True, tag="case"):
    """A vignette, and questions about it; each has a verdict of its own.

    With `reveal` the next part shows when the one before has been checked.
    """

    parts: Annotated[list[Question], Meta(min_length=2)]
    reveal: bool = True

    def answered(self) -> Iterator[tuple[str, Question]]:
        """Yield the parts, each with the name of the case before its own."""
        return ((f"{self.id}/{part.id}", part) for part in self.parts)


def _check(case: Case, here: Here) -> Iterator[Finding]:
    return twice([part.id for part in case.parts], here.at("parts"))


def _html(case: Case, name: str, more: Mapping[str, object], parts: Iterable[str]) -> str:
    data: dict[str, object] = {"type": "case", "parts": len(case.parts)}
    if not case.reveal:
        data["reveal"] = False
    return (
        f"{opening('sc-case', name, {**data, **more})}\n"
        f"<div class='sc-vignette'>{markdown.blocks(case.prompt)}</div>\n"
        f"{''.join(parts)}</section>\n"
    )


def _answers(case: Case, parts: Iterable[str]) -> str:
    listed = "".join(f"<li>{part}</li>" for part in parts)
    return f"{markdown.blocks(case.prompt)}<ol>{listed}</ol>"


CASE = Frame(Case, _check, _html, _answers)

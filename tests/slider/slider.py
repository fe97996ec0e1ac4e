"""A question type from outside selfcheck: a whole number, set with a slider."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from msgspec import Meta

from selfcheck.finding import Finding
from selfcheck.questions import Question
from selfcheck.source import Here
from selfcheck.types import Body, Context, Row


class Slider(Question, kw_only=True, tag="slider"):
    """A whole number on a scale from `low` to `high`."""

    low: int
    high: int
    answer: int
    tolerance: Annotated[int, Meta(ge=0)] = 0


def check(question: Slider, here: Here) -> Iterator[Finding]:
    """Yield what is wrong beyond the fields' own types."""
    if not question.low <= question.answer <= question.high:
        message = f"{question.answer} is not on the scale; write a number from `low` to `high`"
        yield here.finding(message, "answer")


def body(question: Slider, _name: str, _context: Context) -> Body:
    """Return what the page's script needs, a blank for print, and the answer in words."""
    data = {"low": question.low, "high": question.high, "key": question.answer}
    if question.tolerance:
        data["tol"] = question.tolerance
    scale = f"{question.low} ________ {question.high}"
    return Body(data, f"<p class='sc-blank'>{scale}</p>", str(question.answer))


def answers(question: Slider, _language: str) -> list[str]:
    """Return the right answer, for the printable key."""
    return [str(question.answer)]


def listings(_question: Slider) -> list[Any]:
    """Return what a learner chooses among: nothing, since a number is no choice."""
    return []


ROW = Row(
    struct=Slider,
    check=check,
    body=body,
    answers=answers,
    listings=listings,
    script=Path(__file__).with_suffix(".js"),
)


def setup(engine: Any) -> None:
    """Register with selfcheck."""
    engine.add_type(ROW)

"""The question types, as typed structs: the one schema of a question bank.

Field names follow QTI 3 and H5P, so that exports can map them one to one.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

Identifier = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, Meta(min_length=1, pattern=r"\S")]
Level = Literal["remember", "understand", "apply", "analyse", "evaluate"]
Tolerance = (
    Annotated[int, Meta(ge=0)]
    | Annotated[float, Meta(ge=0)]
    | Annotated[str, Meta(pattern=r"^\d+(\.\d+)?\s*%$")]
)


class Part(Struct, forbid_unknown_fields=True):
    """Base of everything in a bank: an unknown field is an error."""


class Option(Part):
    """One option of a choice or multiple-response question."""

    text: Text
    feedback: Text
    correct: bool = False
    feedback_unchosen: Text | UnsetType = UNSET


class WrongNumber(Part):
    """A well-known wrong answer of a numeric question, and what it shows."""

    near: float
    feedback: Text
    tolerance: Tolerance | UnsetType = UNSET


class Item(Part):
    """One item of an order question."""

    text: Text
    feedback: Text | UnsetType = UNSET


class Pair(Part):
    """A left side of a match question and the right side that belongs to it."""

    left: Text
    right: Text
    feedback: Text | UnsetType = UNSET


class Question(Part, kw_only=True):
    """What every question has.

    `id` is stable for ever: a learner's history and exports hang on it.
    """

    id: Identifier
    objective: Identifier
    level: Level
    prompt: Text
    explanation: Text
    sources: list[str]
    claims: list[str] = []
    hints: list[Text] = []


class _Options(Question, kw_only=True):
    options: Annotated[list[Option], Meta(min_length=2)]
    shuffle: bool = True


class Choice(_Options, kw_only=True, tag="choice"):
    """One right option."""


class MultipleResponse(_Options, kw_only=True, tag="multiple-response"):
    """One or more right options."""


class Numeric(Question, kw_only=True, tag="numeric"):
    """A number, within a tolerance, in a unit."""

    answer: float
    tolerance: Tolerance = 0
    unit: Text | UnsetType = UNSET
    units: dict[str, Annotated[float, Meta(gt=0)]] = {}
    minimum: float | UnsetType = UNSET
    maximum: float | UnsetType = UNSET
    feedback: Text | UnsetType = UNSET
    wrong: list[WrongNumber] = []


class Order(Question, kw_only=True, tag="order"):
    """Items, written in their right order."""

    items: Annotated[list[Item], Meta(min_length=3)]


class Match(Question, kw_only=True, tag="match"):
    """Left sides, each with its right side, and right sides that belong to none."""

    pairs: Annotated[list[Pair], Meta(min_length=2)]
    distractors: list[Text] = []


class Objective(Part):
    """What a learner is to be able to do, and the section of the course that teaches it.

    `notebook` is the file's name without .ipynb, `heading` a heading in it, word for word.
    """

    text: Text
    notebook: Text
    heading: Text


AnyQuestion = Choice | MultipleResponse | Numeric | Order | Match

TYPES: dict[str, type[Choice | MultipleResponse | Numeric | Order | Match]] = {
    "choice": Choice,
    "multiple-response": MultipleResponse,
    "numeric": Numeric,
    "order": Order,
    "match": Match,
}


class Bank(Part):
    """A question bank: one YAML file."""

    schema: Literal[1]
    id: Identifier
    title: Text
    objectives: Annotated[dict[Identifier, Text | Objective], Meta(min_length=1)]
    questions: Annotated[list[AnyQuestion], Meta(min_length=1)]


def absolute(tolerance: Tolerance, value: float) -> float:
    """Return *tolerance* in the unit of *value*; "5%" is relative to *value*.

    A percentage of zero is zero, so such a question asks for the exact number.
    """
    if isinstance(tolerance, str):
        return abs(value) * float(tolerance.rstrip("% \t")) / 100
    return float(tolerance)

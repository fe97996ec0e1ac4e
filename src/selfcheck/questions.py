"""The question types, as typed structs: the one schema of a question bank.

Field names follow QTI 3 and H5P, so that exports can map them one to one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal, get_args

from msgspec import UNSET, Meta, Struct, UnsetType

Identifier = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, Meta(min_length=1, pattern=r"\S")]
# A language tag (BCP 47).
Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Level = Literal["remember", "understand", "apply", "analyse", "evaluate"]
Tolerance = (
    Annotated[int, Meta(ge=0)]
    | Annotated[float, Meta(ge=0)]
    | Annotated[str, Meta(pattern=r"^\d+(\.\d+)?\s*%$")]
)
Spelling = Annotated[int, Meta(ge=0, le=3)]
Rows = list[dict[Identifier, float | Text]]
# A Python function, as entry points name it, that returns such rows.
Function = Annotated[str, Meta(min_length=1)]


class Entry(Struct, forbid_unknown_fields=True):
    """Base of everything in a bank: an unknown field is an error."""


class Option(Entry):
    """One option of a choice or multiple-response question."""

    text: Text
    feedback: Text
    correct: bool = False
    feedback_unchosen: Text | UnsetType = UNSET


class WrongNumber(Entry):
    """A well-known wrong answer of a numeric question, and what it shows.

    `near` is a number, or the column of the variants that holds it.
    """

    near: float | Text
    feedback: Text
    tolerance: Tolerance | UnsetType = UNSET


class WrongText(Entry):
    """Well-known wrong answers of a short-text question, and what they show."""

    answers: Annotated[list[Text], Meta(min_length=1)]
    feedback: Text


class Item(Entry):
    """One item of an order or categorize question."""

    text: Text
    feedback: Text | UnsetType = UNSET


class Pair(Entry):
    """A left side of a match question and the right side that belongs to it."""

    left: Text
    right: Text
    feedback: Text | UnsetType = UNSET


class Category(Entry):
    """A group, and the items that belong to it."""

    text: Text
    items: list[Item]


class Region(Entry):
    """A region of a figure: `region` is the id of its element, `text` its name."""

    region: Text
    text: Text
    feedback: Text
    correct: bool = False


class Spelled(Entry, kw_only=True):
    """Accepted forms of something typed, and how far from them it may be.

    The first of `answers` is the one that is shown. `spelling` is how many letters may be wrong,
    missing, added or swapped with their neighbour; never more than one letter in four.
    """

    answers: Annotated[list[Text], Meta(min_length=1)]
    case_sensitive: bool = False
    accent_sensitive: bool = False
    spelling: Spelling = 0


class Gap(Spelled, kw_only=True):
    """A gap in a text: typed, or chosen from a menu when it has `distractors`."""

    distractors: list[Text] = []
    feedback: Text | UnsetType = UNSET


class Asked(Entry, kw_only=True):
    """What every question has, and every case.

    `id` is stable for ever: a learner's history and exports hang on it.
    """

    id: Identifier
    objective: Identifier
    level: Level
    prompt: Text
    sources: list[str]
    claims: list[str] = []


class Question(Asked, kw_only=True):
    """What every question has that is answered and checked as one."""

    explanation: Text
    hints: list[Text] = []


class _Options(Question, kw_only=True):
    options: Annotated[list[Option], Meta(min_length=2)]
    shuffle: bool = True


class Choice(_Options, kw_only=True, tag="choice"):
    """One right option."""


class MultipleResponse(_Options, kw_only=True, tag="multiple-response"):
    """One or more right options."""


class Numeric(Question, kw_only=True, tag="numeric"):
    """A number, within a tolerance, in a unit.

    With `variants` the question can be asked with other numbers: each row gives the columns that
    its texts name in double brackets, and `answer` names a column. `concrete` makes a question
    of each row.
    """

    answer: float | Text
    variants: Rows | Function = []
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


class ShortText(Question, kw_only=True, tag="short-text"):
    """A word or a few, typed; accepted as `Spelled` says (a struct has one base)."""

    answers: Annotated[list[Text], Meta(min_length=1)]
    case_sensitive: bool = False
    accent_sensitive: bool = False
    spelling: Spelling = 0
    feedback: Text | UnsetType = UNSET
    wrong: list[WrongText] = []


class Cloze(Question, kw_only=True, tag="cloze"):
    """A text with gaps: each name in double brackets is one."""

    text: Text
    gaps: Annotated[dict[Identifier, Gap], Meta(min_length=1)]


class Categorize(Question, kw_only=True, tag="categorize"):
    """Items to put into groups."""

    categories: Annotated[list[Category], Meta(min_length=2)]


class Hotspot(Question, kw_only=True, tag="hotspot"):
    """Regions of a figure, of which one or several are right.

    `figure` is the name of an SVG file in the content folder's `figures`, without .svg.
    """

    figure: Identifier
    alt: Text
    regions: Annotated[list[Region], Meta(min_length=2)]


AnyPart = (
    Choice | MultipleResponse | Numeric | Order | Match | ShortText | Cloze | Categorize | Hotspot
)


class Case(Asked, kw_only=True, tag="case"):
    """A vignette, and questions about it; each has a verdict of its own.

    With `reveal` the next part shows when the one before has been checked.
    """

    parts: Annotated[list[AnyPart], Meta(min_length=2)]
    reveal: bool = True


class Objective(Entry):
    """What a learner is to be able to do, and the section of the course that teaches it.

    `notebook` is the file's name without .ipynb, `heading` a heading in it, word for word.
    """

    text: Text
    notebook: Text
    heading: Text


AnyQuestion = AnyPart | Case

TYPES: dict[str, type[Asked]] = {
    str(kind.__struct_config__.tag): kind for kind in (*get_args(AnyPart), Case)
}


class Bank(Entry):
    """A question bank: one YAML file."""

    schema: Literal[1]
    id: Identifier
    title: Text
    objectives: Annotated[dict[Identifier, Text | Objective], Meta(min_length=1)]
    questions: Annotated[list[AnyQuestion], Meta(min_length=1)]
    language: Language = "en"


def absolute(tolerance: Tolerance, value: float) -> float:
    """Return *tolerance* in the unit of *value*; "5%" is relative to *value*.

    A percentage of zero is zero, so such a question asks for the exact number.
    """
    if isinstance(tolerance, str):
        return abs(value) * float(tolerance.rstrip("% \t")) / 100
    return float(tolerance)


def answered(questions: Iterable[AnyQuestion]) -> Iterator[tuple[str, AnyPart]]:
    """Yield what a learner answers in *questions*, with its name in the bank.

    A part of a case has the name of the case before its own: `case/part`.
    """
    for question in questions:
        if isinstance(question, Case):
            yield from ((f"{question.id}/{part.id}", part) for part in question.parts)
        else:
            yield question.id, question

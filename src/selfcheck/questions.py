"""What all question types share, as typed structs: the schema of a question bank.

Each type's own struct stands in its module in `selfcheck.types`. Field names follow QTI 3 and
H5P, so that exports can map them one to one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

# An id within a text, and one that is the whole of it.
ID_WITHIN = "[a-z0-9]+(?:-[a-z0-9]+)*"
ID = f"^{ID_WITHIN}$"
Identifier = Annotated[str, Meta(pattern=ID)]
# Text as it stands, without Markdown.
Plain = Annotated[
    str, Meta(min_length=1, pattern=r"\S", description="Plain text, shown as it is typed.")
]
# Text in Markdown; `selfcheck.schema` looks for the mark and checks the Markdown.
MARKDOWN = "markdown"
SAID = "Markdown. A text of one line is a line, and no list or heading."
Text = Annotated[str, Meta(min_length=1, pattern=r"\S", description=SAID, extra={MARKDOWN: "text"})]
# The same for what stands where only one paragraph can; and where besides no link can.
LINE, LABEL = "line", "label"
Line = Annotated[
    str,
    Meta(
        min_length=1,
        pattern=r"\S",
        description=f"{SAID} It is one paragraph.",
        extra={MARKDOWN: LINE},
    ),
]
Label = Annotated[
    str,
    Meta(
        min_length=1,
        pattern=r"\S",
        description=f"{SAID} It is one paragraph, without links.",
        extra={MARKDOWN: LABEL},
    ),
]
# The same for what the page shows in a menu, which has one line of plain text for each entry.
MENU = "menu"
MenuText = Annotated[
    str,
    Meta(
        min_length=1,
        pattern=r"\S",
        description="Markdown that is shown in a menu: its words, in one line, and tags as typed.",
        extra={MARKDOWN: MENU},
    ),
]
# Where a notebook or page is: names of folders and of a file, without what it ends in.
PAGE = r"^(\.\./)*[\w][\w .+()-]*(/[\w][\w .+()-]*)*$(?!\n)"
# A language tag (BCP 47).
Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
# Why a rule may be broken here.
Reason = Annotated[
    str,
    Meta(
        min_length=1,
        pattern=r"\S",
        description="Plain text, which no learner sees: why the rule does not hold here.",
    ),
]
WAIVED = (
    "By the id of an item-writing rule, why it may be broken here; `selfcheck rules` lists them."
)
Waived = Annotated[dict[Identifier, Reason], Meta(description=WAIVED)]
Level = Literal["remember", "understand", "apply", "analyse", "evaluate"]


class Entry(Struct, forbid_unknown_fields=True):
    """Base of everything in a bank: an unknown field is an error."""


class Identified(Entry, kw_only=True):
    """Something that a learner can choose, place or type; without an `id` it gets one.

    `selfcheck.identity` says which. Answers and exports hang on it.
    """

    id: Identifier | UnsetType = UNSET


class Named(Entry):
    """A text with an id, where a text alone may stand as well."""

    id: Identifier
    text: Text


class Entered(Named):
    """An entry of a menu with an id, where a text alone may stand as well."""

    text: MenuText


class Offered(Named):
    """The same, as it is typed: an entry of a gap's menu."""

    text: Plain


class Asked(Entry, kw_only=True):
    """What every question has, and every case.

    `id` is stable for ever: a learner's history and exports hang on it. A question from elsewhere
    has no `level` and no `sources`, since other formats have no place for them.
    """

    id: Identifier
    objective: Identifier
    level: Level | UnsetType = UNSET
    prompt: Text
    sources: list[str] = []
    claims: list[str] = []
    waive: Waived = {}

    def answered(self) -> Iterator[tuple[str, Question]]:
        """Yield each question that a learner answers here, with its name in the bank."""
        raise NotImplementedError


class Question(Asked, kw_only=True):
    """What every question has that is answered and checked as one."""

    explanation: Text | UnsetType = UNSET
    hints: list[Text] = []

    def answered(self) -> Iterator[tuple[str, Question]]:
        """Yield this question."""
        yield self.id, self


# What a part of a case has from the case when it does not say it itself.
INHERITED = ("objective", "level", "sources")


class Objective(Entry):
    """What a learner is to be able to do, and the section of the course that teaches it.

    `notebook` is the file's name without .ipynb, `heading` a heading in it, word for word.
    """

    text: Label
    notebook: Annotated[str, Meta(pattern=PAGE, description="A file's name without .ipynb or .md.")]
    heading: Plain


class Bank(Entry, kw_only=True):
    """A question bank: one YAML file.

    Which types a question may have says the table of `selfcheck.types`.
    """

    schema: Literal[1]
    id: Identifier
    title: Plain
    objectives: Annotated[dict[Identifier, Label | Objective], Meta(min_length=1)]
    questions: Annotated[list[Asked], Meta(min_length=1)]
    language: Language = "en"
    waive: Waived = {}


def answered(questions: Iterable[Asked]) -> Iterator[tuple[str, Question]]:
    """Yield what a learner answers in *questions*, with its name in the bank.

    A part of a case has the name of the case before its own: `case/part`.
    """
    for question in questions:
        yield from question.answered()

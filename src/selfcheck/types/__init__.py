"""The question types: one table, one row each.

What a question of a type may say, what can be wrong with it, its HTML, its entry in the printable
key and the ids of what a learner chooses stand in the type's own module. `register` adds a type
from outside.
"""

from __future__ import annotations

from typing import Any, TypeVar

from selfcheck.questions import Asked, Question
from selfcheck.types.case import CASE, Case
from selfcheck.types.categorize import CATEGORIZE
from selfcheck.types.cloze import CLOZE
from selfcheck.types.hotspot import HOTSPOT
from selfcheck.types.match import MATCH
from selfcheck.types.numeric import NUMERIC
from selfcheck.types.options import CHOICE, MULTIPLE_RESPONSE
from selfcheck.types.order import ORDER
from selfcheck.types.row import Body, Context, Frame, Row, tag
from selfcheck.types.short_text import SHORT_TEXT

__all__ = [
    "TABLE",
    "Body",
    "Case",
    "Context",
    "Frame",
    "Row",
    "frame",
    "register",
    "row",
    "structs",
    "tag",
]

AnyRow = Row[Any] | Frame[Any]
A = TypeVar("A", bound=Asked)

ROWS: tuple[AnyRow, ...] = (
    CHOICE,
    MULTIPLE_RESPONSE,
    NUMERIC,
    ORDER,
    MATCH,
    SHORT_TEXT,
    CLOZE,
    CATEGORIZE,
    HOTSPOT,
    CASE,
)
# By the type's name.
TABLE: dict[str, AnyRow] = {tag(row.struct): row for row in ROWS}


def register(row: Row[Any]) -> None:
    """Add a question type from outside.

    Raises `ValueError` when there is a type of that name already, unless it is this very one, and
    `TypeError` when a part of the row is missing.
    """
    name = tag(row.struct)
    if TABLE.get(name) == row:
        return
    if name in TABLE:
        raise ValueError(f"there is a question type `{name}` already; give this one another name")
    if row.script is None:
        raise TypeError(f"the question type `{name}` has no `script`; give it that file")
    TABLE[name] = row


def structs(base: type[A]) -> dict[str, type[A]]:
    """Return the structs of all types that are a *base*, by the type's name."""
    return {name: row.struct for name, row in TABLE.items() if issubclass(row.struct, base)}


def row(question: Question) -> Row[Any]:
    """Return the row of a question."""
    found = TABLE[tag(type(question))]
    assert isinstance(found, Row)
    return found


def frame(case: Asked) -> Frame[Any]:
    """Return the row of what holds questions."""
    found = TABLE[tag(type(case))]
    assert isinstance(found, Frame)
    return found

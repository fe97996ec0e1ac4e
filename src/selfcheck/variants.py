"""Numeric questions that can be asked again with other numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from selfcheck.numbers import short
from selfcheck.questions import Identifier, Plain

if TYPE_CHECKING:
    from selfcheck.types.numeric import Numeric

# By column: what stands in one variant. A column of this name is what the row is called.
Columns = dict[Identifier, float | Plain]
Rows = list[Columns]
ID = "id"


def columns(row: Mapping[str, float | str]) -> dict[str, float | str]:
    """Return what *row* has beside its id."""
    return {name: value for name, value in row.items() if name != ID}


def row_text(row: Mapping[str, float | str]) -> str:
    """Return what tells *row* from others, the same however its columns are ordered."""
    plain = {
        name: value if isinstance(value, str) else short(value)
        for name, value in columns(row).items()
    }
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)


def concrete(question: Numeric) -> list[Numeric]:
    """Return a question without variants for each row of *question*, in their order.

    Its well-known wrong answers keep their ids. Raises `LookupError` for a column that is not
    there, and `ValueError` for one that should hold numbers and does not.
    """
    rows = question.variants
    if not rows:
        return [_replace(question, {})]
    if isinstance(rows, str):
        raise ValueError(f"`{rows}` has not been called yet")
    return [_replace(question, columns(row)) for row in rows]


def _replace(question: Numeric, row: Mapping[str, float | str]) -> Numeric:
    return msgspec.structs.replace(
        question,
        answer=_number(question.answer, row),
        wrong=[
            msgspec.structs.replace(wrong, near=_number(wrong.near, row))
            for wrong in question.wrong
        ],
        variants=[],
    )


def _number(value: float | str, row: Mapping[str, float | str]) -> float:
    if not isinstance(value, str):
        return float(value)
    if value not in row:
        raise LookupError(f"no column of `variants` is called `{value}`")
    found = row[value]
    if isinstance(found, str):
        raise ValueError(f"the column `{value}` must hold numbers, and has {found!r}")
    return float(found)

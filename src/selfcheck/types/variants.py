"""The rows of a question that can be asked again with other numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping

from selfcheck.numbers import short
from selfcheck.questions import Identifier, Plain

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

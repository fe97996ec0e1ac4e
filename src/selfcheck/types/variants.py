"""The rows of a question that can be asked again with other numbers."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping

from selfcheck.finding import Finding
from selfcheck.numbers import is_kept, short, written
from selfcheck.questions import Identifier, Plain
from selfcheck.source import Here

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


def retyped(
    rows: Rows | str, shown: Iterable[str], numbers: Collection[object], here: Here
) -> Iterator[Finding]:
    """Yield the first number of each column that is *shown* otherwise than it is written.

    shown: the columns that stand in texts. numbers: those that must hold numbers.
    """
    for name in shown:
        for n, row in enumerate(rows if isinstance(rows, list) else ()):
            where, value = ("variants", n, name), row[name]
            typed = here.source.typed(*here.where, *where)
            if typed and not isinstance(value, str) and not is_kept(typed, value):
                mend = "put it in quotes"
                if name in numbers:
                    mend = "write it so, or give the text a column of its own, in quotes"
                yield here.finding(f"`{typed}` is shown as {written(value)}; {mend}", *where)
                break

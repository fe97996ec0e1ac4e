"""The entries of a BibTeX file, each with the lines that a message can point to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

# What may be the name of a field, in an entry.
# It begins where a word does, or a long word would be looked through from each of its letters.
_NAMED = re.compile(r"(?<![^\s=,{}\"#%()'])([^\s=,{}\"#%()']++)\s*+=")
_WITHOUT_AT = re.compile(r"^[ \t]*([A-Za-z]+)[ \t]*\{[ \t]*[\w:.+/-]+[ \t]*,[ \t]*$", re.MULTILINE)


class Field(NamedTuple):
    """One field of an entry, its value still LaTeX on one line."""

    name: str
    value: str
    line: int


class Entry(NamedTuple):
    """One entry: @type{key, fields}."""

    type: str
    key: str
    line: int
    fields: list[Field]


class EntryError(Exception):
    """An entry after which the rest of the file cannot be read."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line
        self.problem = problem


def entries(text: str) -> Iterator[Entry]:
    """Yield every entry in file order; raises EntryError at the first that is malformed."""
    # Imported here: it takes longer than everything else that this package does on import.
    from pybtex.database.input.bibtex import (
        LowLevelParser,
        month_names,
    )
    from pybtex.scanner import PybtexSyntaxError

    # A copy, because @string entries are added to it.
    parser = LowLevelParser(text, macros=dict(month_names))
    end, lines = 0, _Lines(text)
    try:
        for command, content in parser:
            _nothing_lost(text, end, parser.command_start, lines)
            end = parser.pos
            if command.lower() not in ("string", "preamble"):
                key, values = content
                start = parser.command_start
                fields = _fields(values, text, start, parser.pos, lines)
                yield Entry(command, key, lines.of(start), fields)
        _nothing_lost(text, end, len(text), lines)
    except RecursionError:
        problem = "this entry has too many braces, one in another; take some out"
        raise EntryError(lines.of(parser.command_start), problem) from None
    except PybtexSyntaxError as error:
        what = re.sub(r" in line \d+", "", str(error))
        raise EntryError(
            lines.of(parser.command_start),
            f"this entry cannot be read ({what}, line {error.lineno}); "
            "check its key, its braces and quotes, and the comma after each field",
        ) from error


def _nothing_lost(text: str, start: int, end: int, lines: _Lines) -> None:
    """Raise `EntryError` where an entry without its @ stands; BibTeX passes over it."""
    if lost := _WITHOUT_AT.search(text, start, end):
        line = lines.of(lost.start(1))
        raise EntryError(line, f"`{lost[1]}` begins an entry and has no @; write `@{lost[1]}`")


def _fields(
    values: list[tuple[str, list[str]]], text: str, start: int, end: int, lines: _Lines
) -> list[Field]:
    named = [(found[1].lower(), found.end()) for found in _NAMED.finditer(text, start, end)]
    fields: list[Field] = []
    n = 0
    for name, parts in values:
        rest = (k for k in range(n, len(named)) if named[k][0] == name.lower())
        if (k := next(rest, None)) is not None:
            n, start = k + 1, named[k][1]
        value = " ".join("".join(parts).split())
        fields.append(Field(name.lower(), value, lines.of(start)))
    return fields


class _Lines:
    """Tells the line of a position without counting from the beginning each time."""

    def __init__(self, text: str) -> None:
        self._ends = [found.start() for found in re.finditer("\n", text)]

    def of(self, position: int) -> int:
        return bisect_left(self._ends, position) + 1

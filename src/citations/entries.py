"""The entries of a BibTeX file, each with the lines that a message can point to."""

import re
from collections.abc import Iterator
from typing import NamedTuple

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
    end = 0
    try:
        for command, content in parser:
            _nothing_lost(text, end, parser.command_start)
            end = parser.pos
            if command.lower() not in ("string", "preamble"):
                key, values = content
                start = parser.command_start
                fields = _fields(values, text, start, parser.pos)
                yield Entry(command, key, _line(text, start), fields)
        _nothing_lost(text, end, len(text))
    except RecursionError:
        problem = "this entry has too many braces, one in another; take some out"
        raise EntryError(_line(text, parser.command_start), problem) from None
    except PybtexSyntaxError as error:
        what = re.sub(r" in line \d+", "", str(error))
        raise EntryError(
            _line(text, parser.command_start),
            f"this entry cannot be read ({what}, line {error.lineno}); "
            "check its key, its braces and quotes, and the comma after each field",
        ) from error


def _nothing_lost(text: str, start: int, end: int) -> None:
    """Raise `EntryError` where an entry without its @ stands; BibTeX passes over it."""
    if lost := _WITHOUT_AT.search(text, start, end):
        line = _line(text, lost.start(1))
        raise EntryError(line, f"`{lost[1]}` begins an entry and has no @; write `@{lost[1]}`")


def _fields(values: list[tuple[str, list[str]]], text: str, start: int, end: int) -> list[Field]:
    fields = []
    for name, parts in values:
        found = re.compile(rf"\b{re.escape(name)}\s*=").search(text, start, end)
        start = found.end() if found else start
        value = " ".join("".join(parts).split())
        fields.append(Field(name.lower(), value, _line(text, start)))
    return fields


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1

"""Writes a bank as YAML, as an author would: what is read of it is the same data, letter by letter.

A text of several lines stands in a block, a long line in a folded one, a short one in quotes where
it needs them. The same data give the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from contentfiles.scalars import kind

WIDTH = 100
# What a text without quotes may begin with; the rest may hold all but what YAML takes for its own.
BEGINS = re.compile(r"[^\W\d_]")
SIGNS = re.compile(r":(?:\s|$)|(?<=\s)#|[\t\n\x85\u2028\u2029\ufeff]|^\s|\s$")
# Words that other readers of YAML, or older ones, take for something else.
WORDS = re.compile(r"(?:yes|no|on|off|true|false|null|nan|inf)", re.IGNORECASE)
# In a block each character stands for itself, but for these.
ODD = re.compile(
    "[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def bank(data: Mapping[str, Any]) -> str:
    """Return the *data* of a bank as the text of its file."""
    head = {name: value for name, value in data.items() if name != "questions"}
    lines = [*_mapping(head, 0), "questions:"]
    for n, question in enumerate(data["questions"]):
        if n:
            lines.append("")
        lines += _entry(question, 2)
    return "\n".join(lines) + "\n"


def _mapping(data: Mapping[str, Any], indent: int) -> Iterator[str]:
    for name, value in data.items():
        yield from _pair(f"{' ' * indent}{_scalar(name)}:", value, indent)


def _pair(begins: str, value: Any, indent: int) -> Iterator[str]:
    """Yield a value after what *begins* its line, which ends in a colon or a hyphen."""
    inside = indent + 2
    if isinstance(value, Mapping):
        if value:
            yield begins
            yield from _mapping(value, inside)
        else:
            yield f"{begins} {{}}"
    elif isinstance(value, Sequence) and not isinstance(value, str):
        if flow := _in_a_row(value, WIDTH - len(begins)):
            yield f"{begins} {flow}"
            return
        yield begins
        for each in value:
            yield from _entry(each, inside)
    else:
        yield from _text(begins, value, inside)


def _in_a_row(value: Sequence[Any], room: int) -> str:
    """Return a list of short texts and numbers in one line; nothing where it is no such list."""
    if not all(isinstance(each, str | int | float) for each in value):
        return ""
    said = [_scalar(each) for each in value]
    # In brackets these part entries.
    if any(re.search(r"[,\[\]{}:?#]", each) and each[0] != '"' for each in said):
        return ""
    row = f"[{', '.join(said)}]"
    return row if len(row) < room - 1 and "\\" not in row else ""


def _entry(value: Any, indent: int) -> Iterator[str]:
    space = " " * indent
    if isinstance(value, Mapping) and value and not _is_row(value):
        lines = _mapping(value, indent + 2)
        yield f"{space}- {next(lines).lstrip()}"
        yield from lines
    elif isinstance(value, Mapping):
        inside = ", ".join(f"{_scalar(name)}: {_flow(each)}" for name, each in value.items())
        yield f"{space}- {{{inside}}}"
    else:
        yield from _text(f"{space}-", value, indent + 2)


def _is_row(value: Mapping[str, Any]) -> bool:
    """Return whether *value* is a row of numbers, which stands in one line."""
    return len(value) > 1 and all(
        isinstance(each, int | float) and not isinstance(each, bool)
        for name, each in value.items()
        if name != "id"
    )


def _flow(value: Any) -> str:
    return _quoted(value) if isinstance(value, str) else _scalar(value)


def _text(begins: str, value: Any, indent: int) -> Iterator[str]:
    said = _scalar(value)
    if not isinstance(value, str) or ODD.search(value) or not value:
        yield f"{begins} {said}"
    elif "\n" in value:
        yield from _block(begins, value, indent)
    elif len(begins) + 1 + len(said) > WIDTH and (lines := _folded(value, WIDTH - indent)):
        yield f"{begins} >-"
        yield from (f"{' ' * indent}{line}" for line in lines)
    else:
        yield f"{begins} {said}"


def _block(begins: str, value: str, indent: int) -> Iterator[str]:
    """Yield a text of several lines; in quotes where a block would lose a space or a line."""
    lines = value.split("\n")
    ends = "" if value.endswith("\n") else "-"
    if value.endswith("\n"):
        lines.pop()
    lost = not lines[0] or lines[0].startswith(" ") or not lines[-1]
    if lost or any(line.endswith(" ") and not line.strip() for line in lines):
        yield f"{begins} {_quoted(value)}"
        return
    yield f"{begins} |{ends}"
    yield from (f"{' ' * indent}{line}" if line else "" for line in lines)


def _folded(value: str, width: int) -> list[str]:
    """Return the lines of a long text; none where a break would change a space."""
    if "  " in value or value != value.strip() or not BEGINS.match(value):
        return []
    lines, rest = [], value
    while len(rest) > width:
        at = rest.rfind(" ", 0, width + 1)
        at = at if at > 0 else rest.find(" ")
        if at < 0:
            break
        lines.append(rest[:at])
        rest = rest[at + 1 :]
    return [*lines, rest]


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _number(value)
    plain = BEGINS.match(value) and not SIGNS.search(value) and not ODD.search(value)
    if plain and not WORDS.fullmatch(value) and kind(value) == "str":
        return str(value)
    return _quoted(value)


def _number(value: float) -> str:
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    said = repr(value)
    if "e" not in said:
        return said
    digits, exponent = said.split("e")
    # YAML 1.2 wants a point before an exponent, and YAML 1.1 a sign after it.
    return f"{digits if '.' in digits else f'{digits}.0'}e{int(exponent):+03d}"


def _quoted(value: str) -> str:
    said = json.dumps(value, ensure_ascii=False)
    return ODD.sub(lambda found: f"\\u{ord(found[0]):04x}", said)

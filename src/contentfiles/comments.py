"""What of a text a `#` may have taken for a comment, so that it is lost without a word.

A comment that is meant as one is let be: behind a text without quotes, as yamllint has it, with
two blanks before its sign and one after it; on a line of its own no further right than the keys.
"""

from __future__ import annotations

import re
from typing import Any

CUT = (
    "text after ` #` is a comment; put the text in quotes "
    "(or write a comment with two spaces before its # and one after it)"
)
LINE = (
    "line {line} begins with `#`, so it is a comment and no part of this text; put the text in "
    "quotes, or into the block (or begin a comment no further right than the keys, with a space "
    "after its #)"
)
# Of a text that is no YAML, for which a `#` may be why.
WHY = "; in line {line} `#` begins a comment, so put that text in quotes"
BEGINS = re.compile(r"(?<=[ \t\[{,])#|^#+(?![#\s-])", re.MULTILINE)

BLANKS = re.compile(r"[ \t]*")
# What may stand between a text and a comment, and a comment on the line where a text ends.
BEFORE = re.compile(r"[ \t\n]*#")
AFTER_VALUE = re.compile(r"(?<=\S)[ \t\n]+#")
# Where the last line has no end, too, a `#` in a comment is not tried as another.
BEFORE_VALUE = re.compile(r"#[^\n]*(?:\n[ \t\n]*|\Z)")
BEHIND = re.compile(r"(?P<before>[ \t]+)#+(?P<after>[^\n]?)")
# On the line of a key or a hyphen, whose text begins further down or is a block.
KEY = re.compile(r"[ \t]*:(?P<before>[ \t]+)#+(?P<after>[^\n]?)")
HYPHEN = re.compile(r"[ \t]*(?:-[ \t]+)*-(?P<before>[ \t]+)#+(?P<after>[^\n]?)")
BLOCK = re.compile(r"[|>][-+0-9]*[ \t]+#+[0-9]")
# A line of its own that rules off, and one that was YAML before somebody put `#` before it.
RULE = re.compile(r"#+\s*(?:[-=*~_#]{3}|$)")
PUT_OUT = re.compile(r"#+(?:[\w-]+:(?:\s|$)|-\s)")


class Comments:
    """The comments of a YAML text."""

    def __init__(self, text: str) -> None:
        """Look for them once, so that of most values it is known that none is beside them."""
        self._text = text
        self._beside = {found.start() for found in AFTER_VALUE.finditer(text)}
        self._beside |= {found.end() for found in BEFORE_VALUE.finditer(text)}

    def lost(self, event: Any, indent: int | None, key_end: int = -1) -> str:
        """Return what a comment may have taken of the scalar *event*; nothing for none.

        indent: the column, from 0, of the mapping or list in which it stands; None in brackets.
        key_end: where its key ends, when it has one.
        """
        text, style = self._text, event.style
        start, end = event.start_mark.index, event.end_mark.index
        if style in ("|", ">"):
            if BLOCK.match(text, start):
                return CUT
            return _behind(text, event, indent, end) if BEFORE.match(text, end) else ""
        if end in self._beside and (found := _behind(text, event, indent, end)):
            return found
        # A text in quotes is whole from its first to its last.
        ahead = start in self._beside and not style
        return _ahead(text, event, indent, key_end) if ahead else ""


def why(text: str, start: int, end: int) -> str:
    """Return which comment between *start* and *end* may be why *text* is no YAML; or nothing."""
    found = BEGINS.search(text, start, end)
    return WHY.format(line=text.count("\n", 0, found.start()) + 1) if found else ""


def _behind(text: str, event: Any, indent: int | None, end: int) -> str:
    """Return what a comment may have taken behind the value that ends at *end*."""
    # A block ends where the next line begins.
    begins = text[end - 1 : end] == "\n"
    if not begins and (found := BEHIND.match(text, end)):
        apart = len(found["before"]) > 1 and found["after"].strip() == ""
        if found["after"].isdigit() if event.style else not apart:
            return CUT
    start = end if begins else text.find("\n", end) + 1
    near = True
    while 0 < start < len(text):
        stop = text.find("\n", start) + 1 or len(text)
        line = text[start:stop]
        if said := line.strip():
            if said[0] != "#":
                break
            if _meant(line, _column(text, event, indent), event.style, near=near):
                return LINE.format(line=_line(text, event, start))
        else:
            near = False
        start = stop
    return ""


def _ahead(text: str, event: Any, indent: int | None, key_end: int) -> str:
    """Return what one may have taken before a value that begins on a line of its own."""
    start: int = event.start_mark.index - event.start_mark.column
    if start < 1 or text[start : event.start_mark.index].strip():
        return ""
    while start > 0:
        stop = start - 1
        start = text.rfind("\n", 0, stop) + 1
        line = text[start:stop]
        said = line.strip()
        if not said:
            continue
        if said[0] != "#":
            on_key = start <= key_end <= stop
            found = KEY.match(text, key_end) if on_key else HYPHEN.match(line)
            apart = found and len(found["before"]) > 1 and found["after"].strip() == ""
            return CUT if found and not apart else ""
        if _meant(line, _column(text, event, indent), "", near=True):
            return LINE.format(line=_line(text, event, start))
    return ""


def _column(text: str, event: Any, indent: int | None) -> int:
    """Return the column of what a text stands in; in brackets, that where its line begins."""
    if indent is not None:
        return indent
    found = BLANKS.match(text, event.start_mark.index - event.start_mark.column)
    return len(found[0]) if found else 0


def _meant(line: str, column: int, style: str | None, *, near: bool) -> bool:
    """Return whether a *line* that is a comment may be meant as text.

    column: of what the text before it stands in. style: how that is quoted. near: whether no line
    is free between.
    """
    comment = line.lstrip()
    if RULE.match(comment) or PUT_OUT.match(comment):
        return False
    after = comment.lstrip("#")[:1]
    if len(line) - len(comment) <= column:
        return near and after.isdigit()
    return not after.isspace() if style in ("'", '"') else True


def _line(text: str, event: Any, index: int) -> int:
    """Return the line of *index*, counted from the *event* beside it: from the top takes long."""
    known: int = event.start_mark.index
    between = text.count("\n", min(known, index), max(known, index))
    return int(event.start_mark.line) + 1 + (between if index > known else -between)

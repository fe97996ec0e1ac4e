"""What YAML takes of a text without a word: a comment, a name, a tag, or a sign by a backslash."""

from __future__ import annotations

import re
from typing import Any

from contentfiles.comments import Comments

NAME = (
    "`&{name}` before a text names it for a `*{name}`, which does not follow, and is not shown; "
    "put the text in quotes"
)
TAG = "`!` before a text is a tag of YAML, and is not shown; put the text in quotes"

BACKSLASH = re.compile(r"\\(.)", re.DOTALL)
ODD = re.compile(r"\\[_LPtn]")
SPACES = {"_": "a space without a break", "L": "the end of a line", "P": "the end of a paragraph"}
# No text that is shown has more characters; of a longer one that is told.
MOST = 20_000
# What is before a tab in code, and before a new line that is a folder or a sign to be read.
INDENTED = re.compile(r"(?:\\[nt]|[\n\t ]|\")$")
DRIVE = re.compile(r"(?<![^\W\d_])[A-Za-z]:$")
# What stands before and behind one: a quote, or what begins code, unless that has several lines.
QUOTED = re.compile(r"([^`]?`)(`[^`]?)|([^']?')('[^']?)", re.DOTALL)


class Lost:
    """What is lost of the texts of a YAML file."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._comments = Comments(text)
        # Most files have none of these signs, and no text is looked through for them.
        self._odd = bool(ODD.search(text))

    def of(self, event: Any, indent: int | None, key_end: int = -1) -> str:
        """Return what is lost of the scalar *event*, in words; the rest is as `Comments` has it."""
        if said := self._comments.lost(event, indent, key_end):
            return said
        if self._odd and event.style == '"':
            start = event.start_mark.index
            return _by_backslash(self._text[start : min(event.end_mark.index, start + MOST)])
        return ""


def _by_backslash(written: str) -> str:
    """Return which sign of *written*, in double quotes, a reader does not see as it is typed."""
    # In code a tab may be meant, and of formulas is told elsewhere which command it was.
    tabs = "```" not in written and "$" not in written
    for found in BACKSLASH.finditer(written):
        start, end = found.span()
        sign, before, after = found[1], written[max(start - 3, 0) : start], written[end : end + 2]
        if (
            sign in SPACES
            or (sign == "t" and tabs and not INDENTED.search(before))
            or (sign == "n" and (DRIVE.search(before) or QUOTED.fullmatch(before[-2:] + after)))
        ):
            what = SPACES.get(sign, "a tab" if sign == "t" else "a new line")
            return (
                f"in double quotes `\\{sign}` is {what}; write `\\\\{sign}` to show it as typed, "
                "or use single quotes"
            )
    return ""

"""What a scalar is in YAML 1.2, and whether a comment has cut it short."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

TAG = "tag:yaml.org,2002:"
# A comment that is meant as one, as yamllint has it: two blanks before its sign and one after it.
COMMENT = re.compile(r"(?P<before>[ \t]+)#+(?P<after>[^\n]?)")

CUT = (
    "text after ` #` is a comment; put the text in quotes "
    "(or write a comment with two spaces before its # and one after it)"
)


def kind(value: str) -> str:
    """Return what a *value* without quotes and tag is: `str`, `int`, `float`, `null` and so on."""
    known = resolvers().get(value[:1], ())
    found = next((tag for tag, pattern in known if pattern.match(value)), "str")
    # A sign that YAML 1.1 had a meaning for.
    return "str" if found == "value" else found


def is_cut(text: str, end: int) -> bool:
    """Return whether a value without quotes that ends at *end* may go on behind a ` #`.

    A comment that stands apart, with two blanks before it and one behind its sign, is a comment.
    """
    if text[end : end + 1] not in (" ", "\t"):
        return False
    found = COMMENT.match(text, end)
    if not found:
        return False
    return len(found["before"]) < 2 or found["after"] not in ("", " ", "\t")


@cache
def resolvers() -> dict[str, list[tuple[str, Any]]]:
    """Return ruamel's own: by first character, what a text may be and how that is written."""
    from ruamel.yaml.resolver import implicit_resolvers

    found: dict[str, list[tuple[str, Any]]] = {}
    for versions, tag, pattern, first in implicit_resolvers:
        if (1, 2) in versions:
            for sign in first:
                found.setdefault(sign, []).append((tag.removeprefix(TAG), pattern))
    return found

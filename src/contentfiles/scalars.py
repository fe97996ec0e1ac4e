"""What a scalar is in YAML 1.2."""

from __future__ import annotations

from functools import cache
from typing import Any

TAG = "tag:yaml.org,2002:"


def kind(value: str) -> str:
    """Return what a *value* without quotes and tag is: `str`, `int`, `float`, `null` and so on."""
    known = resolvers().get(value[:1], ())
    found = next((tag for tag, pattern in known if pattern.match(value)), "str")
    # A sign that YAML 1.1 had a meaning for.
    return "str" if found == "value" else found


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

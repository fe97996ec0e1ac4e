"""Ids of options, items and gaps from the identifiers of QTI."""

from __future__ import annotations

import re

from selfcheck.identity import derive, is_id
from selfcheck.imports.names import Ids, slug

# Identifiers that only count, or that a program made up: what stands there says more.
COUNTED = re.compile(
    r"(?:_?(?:simple|inline)?[-_]?(?:choice|answer|ans|option|opt|alternative|alt|response|resp|item|"
    r"id|label|gap|text|hotspot|[a-z])?[-_.]*(?:\d+|[a-z]))|[0-9a-f-]{12,}|\d+",
    re.IGNORECASE,
)


def kept(identifier: str, text: str, taken: Ids, *, ours: bool) -> str:
    """Return the id of what has *text*; nothing where its text gives the same, or a better one.

    ours: whether `selfcheck export` has written it, so that every identifier is an id.
    """
    name = identifier.removeprefix("_") if ours else identifier
    if ours and is_id(name):
        taken.taken.add(name)
        return "" if name == derive(text) else name
    if ours or COUNTED.fullmatch(name):
        return ""
    made = slug(name)
    if made == derive(text) or made in taken.taken:
        return ""
    taken.taken.add(made)
    return made

"""What a question says of itself that only a bank has a field for, as tags of other formats.

`selfcheck export` writes them so, and a question that goes out and comes back is the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, get_args

from selfcheck.imports.words import Words
from selfcheck.questions import Level

LEVELS = get_args(Level)


def told(tags: Iterable[str], sources: Collection[str], words: Words) -> dict[str, Any]:
    """Return the fields that *tags* such as `level:apply` and `source:key` say; note the others.

    sources: those of the course's bibliography, for no other may be cited.
    """
    found: dict[str, Any] = {"sources": []}
    others = []
    for tag in tags:
        name, _, value = (part.strip() for part in tag.partition(":"))
        if name == "level" and value in LEVELS:
            found["level"] = value
        elif name == "source" and value in sources:
            found["sources"].append(value)
        elif name == "source" and value:
            words.lose(f"the source `{value}`, which is not in references.bib")
        elif name not in ("type", "case") and tag.strip():
            others.append(tag.strip())
    if others:
        words.lose(f"its tags ({', '.join(others)})")
    return found


def kind(tags: Iterable[str]) -> str:
    """Return the type that a tag `type:categorize` names; nothing where there is none."""
    return next((tag.partition(":")[2].strip() for tag in tags if tag.startswith("type:")), "")

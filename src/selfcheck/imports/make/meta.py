"""What a question says of itself that only a bank has a field for, by its labels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from selfcheck.imports.labels import Labels
from selfcheck.imports.target import Target
from selfcheck.imports.words import Words
from selfcheck.questions import Level

LEVELS = get_args(Level)


def told(labels: Labels, target: Target, words: Words) -> dict[str, Any]:
    """Return the fields that *labels* say.

    No source may be cited that is not in the course's bibliography, and no claim that none of its
    plugins knows.
    """
    found: dict[str, Any] = {}
    level = labels.one("level")
    if level in LEVELS:
        found["level"] = level
    for name, known, where in (
        ("source", target.sources, "which is not in references.bib"),
        ("claim", target.claims, "which no plugin of the course knows"),
    ):
        given = labels.found.get(name, [])
        found[f"{name}s"] = [each for each in given if known is None or each in known]
        for each in given:
            if known is not None and each not in known:
                words.lose(f"the {name} `{each}`, {where}")
    return found


def lose(tags: Iterable[str], words: Words) -> None:
    """Note tags that say nothing to a bank."""
    if others := ", ".join(tags):
        words.lose(f"its tags ({others})")

"""Checks that several question types share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfcheck.finding import Finding
from selfcheck.source import Here, Where


def all_or_none(
    here: Here, feedback: Sequence[object], places: Sequence[Where]
) -> Iterator[Finding]:
    """Yield a finding when some of *feedback*, which stand at *places*, are missing."""
    missing = [n for n, words in enumerate(feedback) if not isinstance(words, str)]
    if 0 < len(missing) < len(feedback):
        message = "`feedback` is missing here and not elsewhere; give it to all or to none"
        yield here.finding(message, *places[missing[0]])


def twice(ids: Sequence[object], here: Here) -> Iterator[Finding]:
    """Yield a finding for each of the *ids* of questions, which stand *here*, that is not new.

    What is no text is no id, and is passed over.
    """
    first: dict[str, int] = {}
    for n, name in enumerate(ids):
        if isinstance(name, str) and first.setdefault(name, n) != n:
            line = here.place(first[name], "id").line
            message = f"`{name}` is already the id of the question at line {line}; rename one"
            yield here.finding(message, n, "id")

"""What several question types must not do with their texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfcheck.finding import Finding
from selfcheck.source import Source, Where


def twice(source: Source, texts: Sequence[str], where: Where) -> Iterator[Finding]:
    """Yield a finding for each of *texts* that has stood before."""
    for n, text in enumerate(texts):
        if text in texts[:n]:
            yield source.finding(f"{text!r} stands twice; change one", *where, n)


def all_or_none(
    source: Source, feedback: Sequence[object], places: Sequence[Where]
) -> Iterator[Finding]:
    """Yield a finding when some of *feedback*, which stand at *places*, are missing."""
    missing = [n for n, words in enumerate(feedback) if not isinstance(words, str)]
    if 0 < len(missing) < len(feedback):
        message = "`feedback` is missing here and not elsewhere; give it to all or to none"
        yield source.finding(message, *places[missing[0]])

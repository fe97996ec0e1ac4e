"""The keys of choice and multiple-response."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.finding import Finding
from selfcheck.keys.texts import twice
from selfcheck.questions import Choice, MultipleResponse
from selfcheck.source import Source, Where


def check(source: Source, question: Choice | MultipleResponse, where: Where) -> Iterator[Finding]:
    """Yield what is wrong with the options."""
    right = [n for n, option in enumerate(question.options) if option.correct]
    if not right:
        message = "no option is correct; give the right one `correct: true`"
        yield source.finding(message, *where, "options")
    if isinstance(question, Choice) and len(right) > 1:
        message = f"{len(right)} options are correct; keep one, or use `multiple-response`"
        yield source.finding(message, *where, "options", right[1])
    texts = [option.text for option in question.options]
    yield from twice(source, texts, (*where, "options"))

"""Names in double brackets: the gaps of a cloze text, the columns of a numeric question."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck import markdown
from selfcheck.finding import Finding
from selfcheck.keys import spelling
from selfcheck.keys.texts import all_or_none, twice
from selfcheck.questions import Cloze, Numeric
from selfcheck.source import Source, Where
from selfcheck.variants import PLACE


def gaps(source: Source, question: Cloze, where: Where) -> Iterator[Finding]:
    """Yield what is wrong with a cloze text and its gaps."""
    here = (*where, "gaps")
    named = PLACE.findall(question.text)
    for name in dict.fromkeys(named):
        if name not in question.gaps:
            message = f"`gaps` has no `{name}`, which stands in the text; add it"
            yield source.finding(message, *where, "text")
        if named.count(name) > 1:
            message = f"the gap `{name}` stands in the text twice; give each its own name"
            yield source.finding(message, *where, "text")
    yield from _rendered(source, question.text, (*where, "text"))
    for name, gap in question.gaps.items():
        if name not in named:
            message = f"the gap `{name}` is not in the text; write [[{name}]] where it belongs"
            yield source.finding(message, *here, name)
        if not gap.distractors:
            yield from spelling.forms(source, gap, (*here, name))
            continue
        if len(gap.answers) > 1:
            message = "a gap with distractors is a menu and has one right answer; keep one"
            yield source.finding(message, *here, name, "answers")
        offered = [gap.answers[0], *gap.distractors]
        for finding in twice(source, offered, (*here, name, "distractors")):
            yield finding._replace(place=source.place(*here, name, "distractors"))
    feedback = [gap.feedback for gap in question.gaps.values()]
    yield from all_or_none(source, feedback, [(*here, name) for name in question.gaps])


def columns(source: Source, question: Numeric, where: Where) -> Iterator[Finding]:
    """Yield the names in the texts of a numeric question that no column of its variants has."""
    if not question.variants or isinstance(question.variants, str):
        return
    known = question.variants[0]
    for text, place in _texts(question, where):
        for name in PLACE.findall(text):
            if name not in known:
                message = f"no column of `variants` is called `{name}`; there are "
                yield source.finding(f"{message}{', '.join(known)}", *place)
        yield from _rendered(source, text, place)


def _texts(question: Numeric, where: Where) -> Iterator[tuple[str, Where]]:
    yield question.prompt, (*where, "prompt")
    yield question.explanation, (*where, "explanation")
    if isinstance(question.feedback, str):
        yield question.feedback, (*where, "feedback")
    for n, hint in enumerate(question.hints):
        yield hint, (*where, "hints", n)
    for n, wrong in enumerate(question.wrong):
        yield wrong.feedback, (*where, "wrong", n, "feedback")


def _rendered(source: Source, text: str, where: Where) -> Iterator[Finding]:
    """Yield a finding when Markdown or a formula takes a name in brackets apart."""
    written, left = PLACE.findall(text), PLACE.findall(markdown.blocks(text))
    for name in dict.fromkeys(written):
        if written.count(name) != left.count(name):
            message = f"[[{name}]] cannot stand in a formula or a link; write it as plain text"
            yield source.finding(message, *where)

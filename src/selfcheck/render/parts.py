"""Pieces of HTML that several question types share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from selfcheck import markdown
from selfcheck.questions import Asked, Question
from selfcheck.words import say

if TYPE_CHECKING:
    from citations import Reference


class Context(NamedTuple):
    """Where a question stands: the bank's language, and the folder of its figures."""

    language: str
    figures: Path


class Body(NamedTuple):
    """What is particular to a question type.

    `key` goes into `data-q`; `response` is the HTML under the prompt; `answer` says the key to
    people; `feedback` is the HTML of the feedback, or nothing.
    """

    key: Mapping[str, object]
    response: str
    answer: str
    feedback: str = ""


def letter(index: int) -> str:
    """Return A, B, …, Z, AA, … as a browser numbers `<ol type="A">`."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def letters(indices: Iterable[int]) -> str:
    """Return the letters of *indices*, with commas."""
    return ", ".join(letter(index) for index in indices)


def items(texts: Iterable[str], name: str, *, lettered: bool = True) -> str:
    """Return an ordered list of Markdown *texts* with the class *name*."""
    kind = ' type="A"' if lettered else ""
    body = "".join(f"<li>{markdown.inline(text)}</li>" for text in texts)
    return f'<ol class="{name}"{kind}>{body}</ol>'


def feedback(texts: Iterable[object], *, lettered: bool = True) -> str:
    """Return the feedback list, or nothing when no text is given."""
    given = [text for text in texts if isinstance(text, str)]
    return items(given, "sc-feedback", lettered=lettered) if given else ""


def verdicts(right: object, wrong: Iterable[tuple[str, str]]) -> str:
    """Return the feedback of what is typed.

    right: that of a right answer, if there is any. wrong: for each well-known wrong answer the
    HTML that shows it, for print, and its feedback.
    """
    html = f'<p class="sc-right">{markdown.inline(right)}</p>' if isinstance(right, str) else ""
    rows = "".join(f"<li>{near} {markdown.inline(feedback)}</li>" for near, feedback in wrong)
    return f'{html}<ul class="sc-feedback">{rows}</ul>' if rows else html


def hints(question: Question, language: str) -> list[str]:
    """Return a closed hint for each hint of *question*."""
    summary = f"<summary>{say(language, 'hint')}</summary>"
    return [
        f'<details class="sc-hint">{summary}{markdown.blocks(hint)}</details>'
        for hint in question.hints
    ]


def sources(question: Asked, references: Mapping[str, Reference], language: str) -> str:
    """Return the paragraph of *question*'s sources, as links where they have one.

    Those that are not confirmed come last, after words that say so.
    """
    cited = [references[key] for key in question.sources]
    said = [_source(reference) for reference in cited if reference.status == "confirmed"]
    for status in ("partly-confirmed", "unconfirmed"):
        group = [_source(reference) for reference in cited if reference.status == status]
        if group:
            group[0] = f"<small>{say(language, status)}:</small> {group[0]}"
        said += group
    return f"<p class='sc-sources'>{'; '.join(said)}</p>" if said else ""


def _source(reference: Reference) -> str:
    label = escape(reference.label)
    return f"<a href='{escape(reference.link)}'>{label}</a>" if reference.link else label

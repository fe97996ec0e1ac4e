"""HTML that every question may have: its hints, its explanation and its sources."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from selfcheck import markdown
from selfcheck.questions import Asked, Question
from selfcheck.words import say

if TYPE_CHECKING:
    from citations import Reference


def hints(question: Question, language: str) -> list[str]:
    """Return a closed hint for each hint of *question*."""
    summary = f"<summary>{say(language, 'hint')}</summary>"
    return [
        f"<details class='sc-hint'>{summary}{markdown.blocks(hint)}</details>"
        for hint in question.hints
    ]


def explanation(question: Question) -> str:
    """Return the explanation of *question* as HTML blocks; nothing when it has none."""
    said = question.explanation
    return markdown.blocks(said) if isinstance(said, str) else ""


def sources(question: Asked, references: Mapping[str, Reference], language: str) -> str:
    """Return the paragraph of *question*'s sources, as links where they have one.

    Behind one that is not confirmed, a word says so.
    """
    said = [_source(references[key], language) for key in question.sources]
    return f"<p class='sc-sources'>{'; '.join(said)}</p>" if said else ""


def _source(reference: Reference, language: str) -> str:
    label = escape(reference.label)
    link = f"<a href='{escape(reference.link)}'>{label}</a>" if reference.link else label
    confirmed = reference.status == "confirmed"
    return link if confirmed else f"{link} {escape(say(language, 'unconfirmed'))}"

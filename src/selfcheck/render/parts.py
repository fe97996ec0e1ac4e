"""Pieces of HTML that every question has."""

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


def sources(question: Asked, references: Mapping[str, Reference]) -> str:
    """Return the paragraph of *question*'s sources, as links where they have one."""
    if not question.sources:
        return ""
    links = []
    for key in question.sources:
        reference = references[key]
        label = escape(reference.label)
        link = reference.link
        links.append(f'<a href="{escape(link)}">{label}</a>' if link else label)
    return f'<p class="sc-sources">{"; ".join(links)}</p>'

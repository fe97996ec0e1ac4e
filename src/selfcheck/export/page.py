"""What stands before and behind an answer where a system has one text for each: HTML.

Its parts have classes, by which they are found again: docs/export.md lists them.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from selfcheck.export import spoken
from selfcheck.export.rich import Rich, sources
from selfcheck.render.direction import is_rtl
from selfcheck.types.hotspot import Hotspot
from selfcheck.types.options import Choice, MultipleResponse
from selfcheck.words import say

if TYPE_CHECKING:
    from selfcheck.export.material import Sheet


def before(sheet: Sheet, rich: Rich, more: str = "") -> str:
    """Return the vignette of a question's case, its prompt, and *more*."""
    html = rich.blocks(sheet.question.prompt, sheet.places) + more
    if sheet.case:
        vignette = rich.blocks(sheet.case.prompt)
        html = f'<div class="selfcheck-vignette">{vignette}</div>{html}'
    return turned(html, sheet.bank.language)


def after(
    sheet: Sheet, rich: Rich, *, parts: bool = False, unchosen: bool = True, wrong: bool = False
) -> str:
    """Return the explanation of a question, and its sources.

    And what has no other place. parts: the feedback of its parts. unchosen: that of options that
    should have been chosen. wrong: that of well-known wrong answers that are typed.
    """
    said = sheet.question.explanation
    html = rich.blocks(said, sheet.places) if isinstance(said, str) else ""
    if parts:
        html += spoken.listed(spoken.parts(sheet, rich))
    if unchosen:
        html += _unchosen(sheet, rich)
    if wrong:
        html += spoken.listed(spoken.wrong(sheet, rich), "wrong")
    if found := sources(sheet):
        html += f'<p class="selfcheck-sources">{found}</p>'
    return turned(html, sheet.bank.language)


def figure(question: Hotspot, rich: Rich) -> str:
    """Return the figure of a hotspot as a picture."""
    return f'<p class="selfcheck-figure">{rich.figure(question.figure, question.alt)}</p>'


def unit(said: str, language: str) -> str:
    """Return a line that says in which unit a number is asked for."""
    word = escape(say(language, "in-unit"), quote=False)
    return f'<p class="selfcheck-unit">{word} <span>{escape(said, quote=False)}</span></p>'


def turned(html: str, language: str) -> str:
    """Return *html* in an element that says its direction, where it reads from right to left."""
    if not html or not is_rtl(language):
        return html
    return f'<div dir="rtl" lang="{escape(language)}">{html}</div>'


def _unchosen(sheet: Sheet, rich: Rich) -> str:
    question = sheet.question
    if not isinstance(question, Choice | MultipleResponse):
        return ""
    rows = [
        (rich.inline(option.text), rich.inline(option.feedback_unchosen))
        for option in question.options
        if isinstance(option.feedback_unchosen, str)
    ]
    return spoken.listed(rows, "unchosen")

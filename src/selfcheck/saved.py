"""Reads in a quiz's HTML what the page around it needs: all that a saved notebook has of a quiz."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import NamedTuple

from selfcheck.questions import ID_WITHIN

# Our attributes stand in single quotes: `selfcheck.types.pieces` says why.
_QUIZ = re.compile(r"<div class='selfcheck'[^>]*>")
_TYPE = re.compile(rf" data-q='\{{\"type\":\"({ID_WITHIN})\"")
_WHOLE = re.compile(r" data-(?:summary|confidence|one-at-a-time)\b")
_RTL = " dir='rtl'"
_SECTION = re.compile(
    rf"(?P<before><li data-objective='{ID_WITHIN}'><a) href='"
    r"(?P<notebook>[^'#]+)\.ipynb#(?P<heading>[^']+)'"
)
_QUIZ_OR_SECTION = re.compile(rf" data-quiz='(?P<quiz>{ID_WITHIN})'|{_SECTION.pattern}")


class Needs(NamedTuple):
    """What a page has to load for its quizzes.

    types: of their questions. whole: for more than questions. rtl: to read from right to left.
    """

    types: frozenset[str]
    whole: bool
    rtl: bool = False


def needs(html: str) -> Needs | None:
    """Return what the quizzes in *html* need; None when there is no quiz in it."""
    quizzes = _QUIZ.findall(html)
    if not quizzes:
        return None
    whole = any(_WHOLE.search(quiz) for quiz in quizzes)
    return Needs(frozenset(_TYPE.findall(html)), whole, any(_RTL in quiz for quiz in quizzes))


def links(html: str) -> Iterator[tuple[str, str, str]]:
    """Yield the quiz, the notebook and the heading of each link of an objective in *html*."""
    quiz = ""
    for found in _QUIZ_OR_SECTION.finditer(html):
        quiz = found["quiz"] or quiz
        if found["notebook"]:
            yield quiz, unescape(found["notebook"]), _heading(found)


def linked(html: str, address: Callable[[str, str], str]) -> str:
    """Return *html* with each objective's link to a section of a notebook led elsewhere.

    address: takes the notebook's name without .ipynb and the heading, and returns the address as
    it stands in HTML; nothing where the words are to be no link.
    """

    def link(found: re.Match[str]) -> str:
        led = address(unescape(found["notebook"]), _heading(found))
        return f"{found['before']} href='{led}'" if led else found["before"]

    return _SECTION.sub(link, html)


def _heading(found: re.Match[str]) -> str:
    return unescape(found["heading"]).replace("-", " ")

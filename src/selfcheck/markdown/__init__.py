"""Renders an author's Markdown to safe HTML, and says what of it no reader would see as typed.

CommonMark with tables and `$math$`, like the notebooks; math becomes MathML, which needs no
script. HTML in the Markdown is an error and is shown as text, and what is rendered is sanitised
all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from selfcheck.markdown.clean import clean
from selfcheck.markdown.parsing import CODE, page, parsed
from selfcheck.markdown.problems import problems

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["blocks", "headings", "inline", "inline_tokens", "plain", "problems"]


def blocks(text: str) -> str:
    """Return *text* as HTML blocks."""
    html = _html(text)
    return f"<p>{html}</p>" if parsed(text).line else html


def inline(text: str) -> str:
    """Return *text* as HTML for inside a line; a text of several blocks keeps its blocks."""
    html = _html(text)
    if html.count("<p>") == 1 and html.startswith("<p>") and html.endswith("</p>"):
        return html[3:-4]
    return html


def plain(text: str) -> str:
    """Return the words and the code of *text*, without formulas, links and pictures."""
    said, depth = [], 0
    for token in parsed(text).flat:
        depth += (token.type == "link_open") - (token.type == "link_close")
        if not depth and token.type in ("text", *CODE):
            said.append(token.content)
    return "\n".join(said)


def inline_tokens(text: str) -> Sequence[Token]:
    """Return the tokens of a line of Markdown, such as a heading."""
    return parsed(" ".join(text.split())).flat


def headings(text: str) -> Iterator[str]:
    """Yield the headings of a page in Markdown, as they are written.

    Those in a list or a quotation are none: Sphinx makes no section of them.
    """
    for opened, inside in pairwise(page(text)):
        if opened.type == "heading_open" and opened.level == 0:
            yield inside.content


@lru_cache(maxsize=4096)
def _html(text: str) -> str:
    return clean(parsed(text).html)

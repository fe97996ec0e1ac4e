"""Renders an author's Markdown to safe HTML, and says what of it no reader would see as typed.

CommonMark with tables and `$math$`, like the notebooks; math becomes MathML, which needs no
script. HTML in the Markdown is an error and is shown as text, and what is rendered is sanitised
all the same.
"""

from __future__ import annotations

from functools import lru_cache

from selfcheck.markdown.clean import clean
from selfcheck.markdown.parsing import CODE, parsed
from selfcheck.markdown.problems import problems

__all__ = ["blocks", "inline", "plain", "problems"]


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
    for token in parsed(text).flat():
        depth += (token.type == "link_open") - (token.type == "link_close")
        if not depth and token.type in ("text", *CODE):
            said.append(token.content)
    return "\n".join(said)


@lru_cache(maxsize=4096)
def _html(text: str) -> str:
    return clean(parsed(text).html)

"""Renders an author's Markdown to safe HTML.

CommonMark with tables and `$math$`, like the notebooks; math becomes MathML, which needs no
script. HTML in the Markdown is an error, and what is rendered is sanitised all the same.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

PROSE = "a b blockquote br code em h4 hr i img li ol p pre s strong sub sup ul"
TABLE = "table tbody td th thead tr"
MATHML = (
    "math mfrac mi mn mo mover mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr "
    "munder munderover"
)
TAGS = {*PROSE.split(), *TABLE.split(), *MATHML.split()}
ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "math": {"display"},
    "mo": {"stretchy", "fence"},
    "mspace": {"width"},
    "mi": {"mathvariant"},
    "mstyle": {"displaystyle", "scriptlevel"},
}
SCHEMES = {"http", "https", "mailto"}


def problems(text: str) -> list[str]:
    """Return what in *text* may not stand in a bank."""
    found = []
    # Parsed only where there is a sign with which HTML begins.
    for token in _parser(html=True).parse(text) if "<" in text else ():
        for part in (token, *(token.children or ())):
            if part.type in ("html_block", "html_inline") and not part.content.startswith("</"):
                tag = part.content.strip().splitlines()[0][:40]
                found.append(f"HTML is not allowed in Markdown: {tag}; write `\\<` for a sign <")
    for target in re.findall(r"\]\(\s*([a-zA-Z][a-zA-Z0-9+.-]*):", text):
        if target.lower() not in SCHEMES:
            found.append(f"a link may not begin with `{target}:`; use https")
    return found


def blocks(text: str) -> str:
    """Return *text* as HTML blocks."""
    return _clean(_parser().render(text))


def inline(text: str) -> str:
    """Return *text* as HTML for inside a line; a text of several blocks keeps its blocks."""
    html = blocks(text)
    if html.count("<p>") == 1 and html.startswith("<p>") and html.endswith("</p>"):
        return html[3:-4]
    return html


def _clean(html: str) -> str:
    import nh3

    return nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None
    ).strip()


@cache
def _parser(html: bool = False) -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    parser = MarkdownIt("commonmark", {"html": html}).enable("table")
    parser.use(dollarmath_plugin, allow_space=False, allow_digits=False, renderer=_math)
    # A space says the same, and is one sign in a notebook's JSON.
    parser.add_render_rule("softbreak", lambda *_: " ")
    parser.add_render_rule("math_inline", lambda _, tokens, i, *__: _math(tokens[i].content, {}))
    parser.add_render_rule(
        "math_block",
        lambda _, tokens, i, *__: _math(tokens[i].content, {"display_mode": True}),
    )
    return parser


def _math(formula: str, options: dict[str, bool]) -> str:
    """Return *formula* as MathML, without what HTML takes for granted."""
    from latex2mathml.converter import convert

    if options.get("display_mode"):
        made = convert(formula, display="block")
    else:
        made = convert(formula).replace(' display="inline"', "", 1)
    # A formula is a row by itself, and the converter makes one in it.
    return re.sub(r"^(<math[^>]*>)<mrow>(.*)</mrow></math>$", r"\1\2</math>", made, flags=re.S)

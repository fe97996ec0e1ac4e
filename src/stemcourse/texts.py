"""What is wrong with a text of content/ that a page shows as Markdown: the glossary's.

Claims, decisions, studies and titles of sources are plain text, which is escaped where it is
shown; so nothing in them can be wrong.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from stemcourse.formula import mathml

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# Where a link may lead: to the web, and to what stands on the same page.
ADDRESS = re.compile(r"https?://[^\s/?#]+\S*|#[\w-]+")
# What MyST takes for a role, and what it takes at a line's beginning for a comment, a name, a
# break or a directive.
ROLE = re.compile(r"\{[^{}\s]+\}`")
DIRECTIVE = re.compile(r"%|\+\+\+|:::|\([^()\s]+\)=")
PARAGRAPH = ["paragraph_open", "inline", "paragraph_close"]


def problems(text: str) -> Iterator[str]:
    """Yield what in *text* may not stand in a paragraph of a page, each with its mend."""
    tokens = _parser().parse(text)
    inside = [token for block in tokens for token in (block, *(block.children or ()))]
    html = [token.content.strip() for token in inside if token.type.startswith("html_")]
    for tag in html[:1]:
        yield f"HTML is not allowed in it: {tag.splitlines()[0][:40]}; write `\\<` for a sign <"
    if [token.type for token in tokens] != PARAGRAPH and not html:
        yield "it must be one paragraph; take out what makes a list, a heading or code of it"
    elif DIRECTIVE.match(text):
        yield f"a page takes the `{text.split()[0][:20]}` at its beginning for a command; reword it"
    if ROLE.search(text):
        yield "`{…}` before code is a command to the page; put a space between"
    if not any(unicodedata.category(sign)[0] in "LNPS" for sign in unescape(text)):
        yield "nobody sees anything of it; write what it is to say"
    yield from _addresses(inside)
    yield from _formulas(text)


def _formulas(text: str) -> Iterator[str]:
    # Looked for apart: where a page is read without formulas, what is in them may be HTML.
    tokens = _parser(formulas=True).parse(text)
    for token in (token for block in tokens for token in (block, *(block.children or ()))):
        if token.type.startswith("math_"):
            try:
                mathml(token.content)
            except ValueError as error:
                yield f"the formula {token.content[:40]} cannot be shown ({error}); write it anew"


def _addresses(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "image":
            yield "a picture cannot stand in it; say it in words"
        address = str(token.attrs.get("href", "#x"))
        if not ADDRESS.fullmatch(address):
            yield f"a link cannot lead to `{address[:60]}`; write an address that begins with https://"


@cache
def _parser(*, formulas: bool = False) -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    parser = MarkdownIt("commonmark", {"html": True})
    if formulas:
        parser.use(dollarmath_plugin)
    # All are links here, so that those are found that may not be.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser

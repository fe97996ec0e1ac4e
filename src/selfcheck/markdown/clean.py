"""Sanitises HTML: what is not on these lists does not reach a page.

docs/quiz-html.md says the same to those who read the HTML.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from selfcheck.markdown import addresses, mathml
from selfcheck.markdown.canonical import canonical

if TYPE_CHECKING:
    import nh3

PROSE = "a b blockquote br code em h4 hr i img li ol p pre s strong sub sup ul"
TABLE = "table tbody td th thead tr"
TAGS = {*PROSE.split(), *TABLE.split(), *mathml.ELEMENTS}
ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align"},
    **{name: {*mathml.ATTRIBUTES.get(name, {}), *mathml.ANYWHERE} for name in mathml.ELEMENTS},
}
# Of such tags alone nothing can be lost, and most texts have no others: it need not be tried.
BARE = re.compile(rf"</?(?:{PROSE.replace(' ', '|')})>")
# What language a piece of code is in, which nobody sees.
UNSEEN = {("code", "class")}


def clean(html: str) -> str:
    """Return *html* without what is not allowed."""
    cleaner = _cleaner()
    made = cleaner.clean(html) if cleaner else canonical(html, ATTRIBUTES, TAGS)
    return made.strip()


@cache
def _cleaner() -> nh3.Cleaner | None:
    """Return what cleans; None in a browser, for which there is no nh3."""
    # To read the lists takes ten times as long as to clean a text.
    try:
        import nh3
    except ModuleNotFoundError:
        if sys.platform != "emscripten":
            raise
        return None

    return nh3.Cleaner(
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=set(addresses.SCHEMES),
        link_rel=None,
    )


def lost(html: str) -> Iterator[str]:
    """Yield what of *html* does not come through as it is, each as words for an author."""
    if "<" not in BARE.sub("", html) and html.replace("\n", "").isprintable():
        return
    made, kept = _Pieces(html).found, _Pieces(clean(html)).found
    if made == kept:
        return
    left = list(kept)
    for piece in made:
        if piece in left:
            left.remove(piece)
        else:
            yield piece
    if not all(piece in kept for piece in made):
        return
    yield "the order of its parts"


class _Pieces(HTMLParser):
    """The tags, attributes and texts of a piece of HTML, in their order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._text = ""
        self.feed(html)
        self.close()
        self._end()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end()
        self.found.append(f"<{tag}>")
        for name, value in sorted(attrs, key=lambda each: each[0]):
            if (tag, name) not in UNSEEN:
                self.found.append(f"`{name}` of <{tag}>, which is {value!r}")

    def handle_data(self, data: str) -> None:
        self._text += data

    def _end(self) -> None:
        if said := " ".join(self._text.split()):
            self.found.append(f"the text {said!r}")
        self._text = ""

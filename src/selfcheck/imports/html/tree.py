"""HTML as a tree, parsed as a browser does, whatever is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from selfcheck.imports.text import within

# Deeper, nobody has written it by hand.
DEEPEST = 100

MATHML = (
    "math semantics annotation mi mn mo mtext ms mspace mrow mfrac msqrt mroot mstyle merror "
    "mpadded mphantom mfenced menclose msub msup msubsup munder mover munderover mmultiscripts "
    "mtable mtr mtd maction"
)
PROSE = (
    "a abbr acronym address article aside b big blockquote br caption center cite code col "
    "colgroup dd del details dfn div dl dt em figcaption figure font footer form h1 h2 h3 h4 h5 h6 "
    "header hr i img ins kbd label legend li main mark nav nobr nolink ol p pre q rp rt ruby s "
    "samp section small span strike strong sub summary sup table tbody td tex tfoot th thead time "
    "tr tt u ul var wbr"
)
# Elements that a bank has no place for; what a browser shows where it cannot show them is no text.
MEDIA = (
    "applet audio canvas embed fieldset iframe map noscript object script select style svg "
    "template textarea video"
)
BARE = "area base body button head html input link meta option param picture source title track"
# An element by its name, with attributes as such; all other `<` of a text are typed signs.
VALUE = r"""\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)"""
TAG = re.compile(
    rf"<(/?)(?:(?P<name>{'|'.join(f'{PROSE} {MATHML} {MEDIA} {BARE} h1'.split())})(?![\w:-])"
    rf"|(?:o|v|w|m|st1):(?P<prefixed>\w+))(?P<attributes>(?:\s+[\w:@.-]+(?:{VALUE})?)*)\s*/?>"
    r"|<!--.*?-->|<!\[.*?\]>|<!doctype[^<>]*>|<\?xml[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
# MathML within XML.
PREFIX = re.compile(r"(</?)(?:m|mml):(?=[a-z])")
ATTRIBUTES = {
    "*": {"style", "class"},
    "a": {"href"},
    "annotation": {"encoding"},
    "img": {"src", "alt", "title", "data-equation-content", "data-latex", "data-mathml"},
    "math": {"display", "alttext"},
    "mfenced": {"open", "close", "separators"},
    "mi": {"mathvariant"},
    "mo": {"mathvariant"},
    "mover": {"accent"},
    "mstyle": {"displaystyle"},
    "mfrac": {"linethickness"},
    "mtable": {"columnalign"},
    "ol": {"start", "type"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan"},
}
# What a reader of the page would have seen or heard, in words.
SAID = {
    **{"applet": "a program", "audio": "a sound", "button": "a button", "canvas": "a drawing"},
    **{"embed": "an embedded page", "iframe": "an embedded page", "input": "a field"},
    **{"object": "an embedded object", "script": "a script", "select": "a menu"},
    **{"svg": "a drawing (SVG)", "textarea": "a field", "video": "a video"},
}
VOID = frozenset(["br", "col", "hr", "img", "wbr"])


@dataclass
class Element:
    """An element: its name, its attributes, and what stands in it, elements and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """Yield this element and all in it, in their order."""
        left: list[Element] = [self]
        while left:
            each = left.pop()
            yield each
            left += [child for child in reversed(each.children) if isinstance(child, Element)]

    @property
    def text(self) -> str:
        """All text in it."""
        return within(self.children)


def parse(html: str) -> Element:
    """Return *html* as a tree, whose root has no name."""
    # Imported where it is used: the command starts quickly.
    import nh3

    sound = nh3.clean(
        typed(html),
        tags=set(f"{PROSE} {MATHML}".split()),
        clean_content_tags=set(MEDIA.split()) - {"fieldset"} | {"title"},
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto", "data"},
        link_rel=None,
    )
    reader = _Reader()
    reader.feed(sound)
    reader.close()
    return reader.root


def media(html: str) -> list[str]:
    """Return in words what *html* shows beside text and pictures."""
    names = [(each["name"] or "").lower() for each in TAG.finditer(html) if not each[1]]
    return list(dict.fromkeys(SAID[name] for name in names if name in SAID))


def typed(html: str) -> str:
    """Return *html* in which each `<` begins a tag, or is written as a sign."""
    html = PREFIX.sub(r"\1", html)
    pieces, end = [], 0
    while (start := html.find("<", end)) >= 0:
        found = TAG.match(html, start)
        pieces.append(html[end:start])
        if found and not _words(found):
            pieces.append(found[0])
            end = found.end()
        else:
            pieces.append("&lt;")
            end = start + 1
    return "".join([*pieces, html[end:]])


def _words(found: re.Match[str]) -> bool:
    """Return whether a tag of one letter is none, but a sign before words: `a <b and c> d`."""
    name, attributes = found["name"] or "", found["attributes"] or ""
    return len(name) == 1 and bool(attributes.strip()) and "=" not in attributes


class _Reader(HTMLParser):
    """Makes the tree of HTML that is sound."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]
        # Elements that stand too deep: what is in them counts as of those around.
        self._deep = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self._open[-1].children.append(element)
        elif len(self._open) > DEEPEST:
            self._deep += 1
        else:
            self._open[-1].children.append(element)
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self._deep:
            self._deep -= 1
        elif len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

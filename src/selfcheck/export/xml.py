"""Writes XML as text, piece by piece, so that a file of any size needs no tree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
# What XML 1.0 has no way to write.
UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
VOID = frozenset(("br", "hr", "img"))


def text(said: str) -> str:
    """Return *said* as the text of an element."""
    return escape(UNFIT.sub("", said))


def cdata(said: str) -> str:
    """Return *said* as text that a reader of the file sees as it is."""
    if not re.search("[<&]", said):
        return text(said)
    return f"<![CDATA[{UNFIT.sub('', said).replace(']]>', ']]]]><![CDATA[>')}]]>"


def start(name: str, attributes: Mapping[str, object] | None = None) -> str:
    """Return a start tag; attributes that are None are left out."""
    said = "".join(
        f" {key}={quoteattr(UNFIT.sub('', _value(value)))}"
        for key, value in (attributes or {}).items()
        if value is not None
    )
    return f"<{name}{said}>"


def element(name: str, attributes: Mapping[str, object] | None = None, *inside: str) -> str:
    """Return an element; *inside* is XML already."""
    opened, content = start(name, attributes), "".join(inside)
    return f"{opened}{content}</{name}>" if content else f"{opened[:-1]}/>"


def lines(name: str, attributes: Mapping[str, object] | None, *inside: str) -> str:
    """Return an element with each of *inside* on a line of its own, but for empty ones."""
    content = "".join(f"{each}\n" for each in inside if each)
    return f"{start(name, attributes)}\n{content}</{name}>"


def _value(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def xhtml(html: str) -> str:
    """Return *html*, which is sound, as XML: all tags closed, and no entity of HTML."""
    parser = _Xhtml()
    parser.feed(html)
    parser.close()
    return "".join(parser.made)


class _Xhtml(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.made: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        opened = start(tag, {name: value or "" for name, value in attrs})
        self.made.append(f"{opened[:-1]}/>" if tag in VOID else opened)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.made.append(f"{start(tag, {name: value or '' for name, value in attrs})[:-1]}/>")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.made.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.made.append(text(data))

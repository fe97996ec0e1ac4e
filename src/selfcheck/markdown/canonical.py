"""Lets HTML through whole or as words alone: where nh3 is not to be had, as in a browser.

nh3 mends what it does not allow; to do the same safely would take a whole parser of HTML. This
only recognises what needs no mending, HTML of the allowed elements, attributes and addresses, every
element closed, and writes that anew in one way. Whatever comes out, nh3 would return unchanged.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Mapping
from html.parser import HTMLParser

from selfcheck.markdown import mathml
from selfcheck.markdown.addresses import SCHEME, SCHEMES

_INLINE = {"a", "b", "br", "code", "em", "i", "img", "math", "s", "strong", "sub", "sup"}
_BLOCKS = {"blockquote", "h4", "hr", "ol", "p", "pre", "table", "ul"}
_MATH = frozenset(mathml.ELEMENTS) - {"math"}
# What a parser of HTML would not have to move elsewhere; the key "" is the whole text.
_CHILDREN: dict[str, Collection[str]] = {
    **dict.fromkeys(("", "blockquote", "li"), _INLINE | _BLOCKS),
    **dict.fromkeys(("h4", "p", "td", "th", *(_INLINE - {"a", "math"})), _INLINE),
    "a": _INLINE - {"a"},
    "pre": {"code"},
    **dict.fromkeys(("ol", "ul"), ("li",)),
    "table": {"thead", "tbody"},
    **dict.fromkeys(("thead", "tbody"), ("tr",)),
    "tr": {"td", "th"},
    "math": _MATH,
    **{name: () if name in mathml.TOKENS else _MATH for name in _MATH},
}
_WORDLESS = frozenset(("pre", "ol", "ul", "table", "thead", "tbody", "tr"))
_VOID = frozenset(("br", "hr", "img"))
_ADDRESSES = frozenset(("href", "src"))
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def canonical(
    written: str, attributes: Mapping[str, Collection[str]], tags: Collection[str]
) -> str:
    """Return HTML of the *tags* with their *attributes* alone; of other HTML its words."""
    reader = _Reader(attributes, tags)
    reader.feed(written)
    reader.close()
    sound = reader.sound and not reader.open
    return "".join(reader.again if sound else reader.words)


class _Reader(HTMLParser):
    """Writes `again` what it reads; what is not allowed is not `sound`."""

    def __init__(self, attributes: Mapping[str, Collection[str]], tags: Collection[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._attributes = attributes
        self._tags = tags
        self.again: list[str] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.sound = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.again.append(f"<{tag}")
        for name, value in attrs:
            self.sound &= name in self._attributes.get(tag, ())
            self.sound &= value is not None and not _CONTROL.search(value)
            self.sound &= name not in _ADDRESSES or _leads(value or "")
            self.again.append(f' {name}="{_in_quotes(value or "")}"')
        self.again.append(">")
        parent = self.open[-1] if self.open else ""
        self.sound &= tag in self._tags and tag in _CHILDREN[parent]
        self.sound &= tag != "a" or "a" not in self.open
        self.sound &= len({name for name, _ in attrs}) == len(attrs)
        if tag not in _VOID:
            # Of what is no element here nothing is known, and all is lost already.
            self.open.append(tag if tag in _CHILDREN else "")

    def handle_endtag(self, tag: str) -> None:
        self.again.append(f"</{tag}>")
        self.sound &= bool(self.open) and self.open.pop() in (tag, "")

    def handle_data(self, data: str) -> None:
        wordless = bool(self.open) and self.open[-1] in _WORDLESS
        self.sound &= not _CONTROL.search(data) and not (wordless and data.strip(" \n"))
        text = html.escape(data, quote=False).replace("\xa0", "&nbsp;")
        self.again.append(text)
        self.words.append(_CONTROL.sub("", text))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.sound = False

    def handle_comment(self, data: str) -> None:
        self.sound = False

    def handle_decl(self, decl: str) -> None:
        self.sound = False

    def handle_pi(self, data: str) -> None:
        self.sound = False

    def unknown_decl(self, data: str) -> None:
        self.sound = False


def _in_quotes(value: str) -> str:
    """Return *value* as nh3 writes it between quotes."""
    return value.replace("&", "&amp;").replace("\xa0", "&nbsp;").replace('"', "&quot;")


def _leads(address: str) -> bool:
    """Return whether a link or a picture may have this *address*: one of the web, or none."""
    scheme = SCHEME.match(address)
    return bool(scheme) and scheme[1].lower() in SCHEMES  # type: ignore[index]

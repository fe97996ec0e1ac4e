"""Reads XML safely, so that each element knows its line.

No document type may declare an entity, and nothing outside of the file is asked for: neither a
bomb nor a foreign file comes in that way. Names are known without their prefixes, since exports
differ in these alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from html.entities import html5
from pathlib import Path
from typing import Any
from xml.parsers import expat

from selfcheck.finding import BankError
from selfcheck.imports.file import unreadable
from selfcheck.imports.text import within

DEEPEST = 200
# HTML's names for characters, which XML does not know.
NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([a-zA-Z][a-zA-Z0-9]*;)")
DECLARED = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']""")
# What ends no element in HTML.
VOID = frozenset(["br", "col", "hr", "img", "wbr"])


@dataclass
class Element:
    """An element: its name and its attributes' without prefixes, its line, and what is in it."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Element | str] = field(default_factory=list)

    @property
    def elements(self) -> list[Element]:
        """The elements directly in it."""
        return [each for each in self.children if isinstance(each, Element)]

    def all(self, *tags: str) -> list[Element]:
        """Return the elements directly in it that have one of these names."""
        return [each for each in self.elements if each.tag in tags]

    def first(self, *tags: str) -> Element | None:
        """Return the first element directly in it that has one of these names."""
        return next((each for each in self.elements if each.tag in tags), None)

    def path(self, *tags: str) -> Element | None:
        """Return the element to which these names lead, one in another."""
        found: Element | None = self
        for tag in tags:
            found = found.first(tag) if found else None
        return found

    def walk(self, *tags: str) -> Iterator[Element]:
        """Yield it and all elements in it, in their order; those that have one of these names."""
        left = [self]
        while left:
            each = left.pop()
            if not tags or each.tag in tags:
                yield each
            left += reversed(each.elements)

    def get(self, name: str, otherwise: str = "") -> str:
        """Return an attribute."""
        return self.attributes.get(name, otherwise)

    @property
    def text(self) -> str:
        """All text in it."""
        return within(self.children)

    def said(self, *tags: str) -> str:
        """Return the text of the element to which these names lead, without spaces around it."""
        found = self.path(*tags)
        return found.text.strip() if found else ""

    @property
    def inside(self) -> str:
        """What is in it, as HTML."""
        return "".join(_html(each) for each in self.children)


def _html(node: Element | str) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    if node.tag in VOID:
        return f"<{node.tag}{attributes}>"
    return f"<{node.tag}{attributes}>{node.inside}</{node.tag}>"


def parse(data: bytes, path: Path) -> Element:
    """Return the root of the XML *data*; raise `BankError` with the place where it is none."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return _Reader(path).read(_encoded(data, path))
    except _UnknownEntityError:
        # Many programs write HTML's names into XML. As characters they mean the same.
        text = _encoded(data, path).decode("utf-8")
        plain = NAMED.sub(lambda found: html5.get(found[1], found[0]), text)
        try:
            return _Reader(path).read(plain.encode())
        except _UnknownEntityError as error:
            message = f"no XML knows the entity `&{error.name};`; write the character itself"
            raise unreadable(path, message, error.line, error.column) from None


class _UnknownEntityError(Exception):
    def __init__(self, name: str, line: int, column: int) -> None:
        super().__init__(name)
        self.name, self.line, self.column = name, line, column


def _encoded(data: bytes, path: Path) -> bytes:
    """Return *data* as UTF-8 without a declaration; raise `BankError` where it is not as it says.

    expat knows four encodings, and counts lines in all; Python knows the others.
    """
    from contentfiles.text import CONTROL, place

    declared = DECLARED.match(data)
    name = declared[1].decode() if declared else "utf-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        name = "utf-16"
    try:
        text = data.decode(name).removeprefix("\ufeff")
    except LookupError:
        message = f"no encoding is called `{name[:40]}`; save the file as UTF-8"
        raise unreadable(path, message) from None
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode(name, "replace")
        line, column = place(before, len(before))
        message = f"this is not {name.upper()}, as it says; save the file as UTF-8"
        raise unreadable(path, message, line, column) from None
    except ValueError:
        raise unreadable(path, "this is no text; save the file as UTF-8") from None
    if odd := CONTROL.search(text):
        line, column = place(text, odd.start())
        message = f"XML takes no character U+{ord(odd[0]):04X}; take it out"
        raise unreadable(path, message, line, column)
    return re.sub(
        r"^\s*<\?xml[^>]*\?>", lambda found: re.sub(r"[^\n]", " ", found[0]), text
    ).encode()


class _Reader:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._open: list[Element] = []
        self._root: Element | None = None

    def read(self, data: bytes) -> Element:
        parser = self._parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped
        parser.ExternalEntityRefHandler = lambda *_: 0
        # A declaration that is put out left blanks.
        body = data.lstrip()
        self._above = data[: len(data) - len(body)].count(b"\n")
        try:
            parser.Parse(body, True)
        except expat.ExpatError as error:
            if error.code == expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]:
                raise self._unknown(body, parser.ErrorByteIndex) from None
            raise self._wrong(error) from None
        except RecursionError:
            raise self._error("elements stand too deep in each other; take some out") from None
        if self._root is None:
            raise self._error("this has no element; export it anew")
        return self._root

    def _wrong(self, error: Any) -> BankError:
        said = expat.ErrorString(error.code) or "it cannot be read"
        line, column = error.lineno + self._above, error.offset + 1
        if error.code == expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS] or (
            self._open and "unclosed" in said
        ):
            inside = f" in <{self._open[-1].tag}>" if self._open else ""
            message = f"this ends{inside}, before all that it begins has ended; export it anew"
        else:
            message = f"this is no XML: {said}; export it anew, or mend it here"
        return unreadable(self._path, message, line, column)

    def _unknown(self, body: bytes, index: int) -> _UnknownEntityError:
        found = re.match(rb"&([\w.:-]+);", body[index : index + 200])
        name = found[1].decode("utf-8", "replace") if found else ""
        parser = self._parser
        line = parser.ErrorLineNumber + self._above
        return _UnknownEntityError(name, line, parser.ErrorColumnNumber + 1)

    def _error(self, message: str) -> BankError:
        parser = self._parser
        line, column = parser.CurrentLineNumber + self._above, parser.CurrentColumnNumber + 1
        return unreadable(self._path, message, line, column)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line = self._parser.CurrentLineNumber + self._above
        bare = {_bare(key): value for key, value in attributes.items() if key[:5] != "xmlns"}
        element = Element(_bare(name), bare, line)
        if len(self._open) >= DEEPEST:
            raise self._error(f"elements stand more than {DEEPEST} deep in each other; mend that")
        if self._open:
            self._open[-1].children.append(element)
        else:
            self._root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        if self._open:
            self._open[-1].children.append(text)

    def _entity(self, name: str, *_: object) -> None:
        message = f"the document type declares the entity `{name[:40]}`; take the declaration out"
        raise self._error(message)

    def _skipped(self, name: str, parameter: bool) -> None:
        if parameter:
            return
        if f"{name};" not in html5:
            parser = self._parser
            line = parser.CurrentLineNumber + self._above
            raise _UnknownEntityError(name, line, parser.CurrentColumnNumber + 1)
        self._text(html5[f"{name};"])


def _bare(name: str) -> str:
    return name.rpartition(":")[2]

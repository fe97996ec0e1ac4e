"""The texts of one question, turned into those of a bank; what is lost of them is noted."""

from __future__ import annotations

import re
from html import unescape

from selfcheck.imports.html import latex
from selfcheck.imports.html.blocks import (
    Block,
    Break,
    Code,
    Image,
    Inline,
    Math,
    Name,
    Paragraph,
    Text,
)
from selfcheck.imports.html.convert import from_markdown, html_blocks, markdown_blocks
from selfcheck.imports.html.lines import line, plain, tidied
from selfcheck.imports.html.read import UNSEEN
from selfcheck.imports.html.write import written
from selfcheck.imports.items import NotHeldError
from selfcheck.imports.pictures import Finder

# A bank takes a fortieth of it; pictures within are not counted.
LONGEST = 200_000
PICTURE = re.compile(r"data:[\w/+.-]*;base64,[A-Za-z0-9+/=\s%]*")
READING = re.compile(r"<r[tp]\b[^<>]*>[^<>]*</r[tp]>", re.IGNORECASE)
# A text that no reader takes for HTML.
BARE = re.compile(r"[^<&\\$\[]*")


class Words:
    """Turns texts, with pictures that *finder* finds; *lost* says what does not come along."""

    def __init__(self, finder: Finder, lost: list[str]) -> None:
        self.finder = finder
        self._lost = lost

    def lose(self, what: str) -> None:
        """Note that something is lost."""
        if what not in self._lost:
            self._lost.append(what)

    def html(self, html: str, place: str = "text") -> str:
        """Return *html* as Markdown for a *place* as `markdown.problems` names it.

        Raises `NotHeldError` for more than anybody has written.
        """
        if len(html) > LONGEST and len(PICTURE.sub("", html)) > LONGEST:
            raise NotHeldError(f"a text of it has more than {LONGEST:,} characters")
        blocks, lost = html_blocks(html, self.finder)
        if place == "menu":
            return self._menu(blocks, lost)
        made = written(blocks, place)
        for each in [*lost, *made.lost]:
            self.lose(each)
        return made.text

    def markdown(self, text: str, place: str = "text") -> str:
        """Return *text*, the Markdown of another program, as that of a bank."""
        if place == "menu":
            return self._menu(*markdown_blocks(text, self.finder))
        made = from_markdown(text, place, self.finder)
        for each in made.lost:
            self.lose(each)
        return made.text

    def _menu(self, blocks: list[Block], lost: list[str]) -> str:
        made = written([Paragraph(_worded(line(blocks)))] if blocks else [], "menu")
        for each in [*lost, *made.lost]:
            self.lose(each)
        return made.text

    def typed(self, text: str, place: str = "text") -> str:
        """Return *text*, in which nothing is markup but formulas, as Markdown."""
        return self.html(_escaped_lines(text), place)

    def plain(self, html: str) -> str:
        """Return *html* as plain text, as somebody would type it."""
        if BARE.fullmatch(html):
            return " ".join(UNSEEN.sub("", html).split())
        # Nobody types how a sign is read.
        blocks, lost = html_blocks(READING.sub("", html), self.finder)
        for each in lost:
            self.lose(each)
        return _said(plain(line(blocks)))


def _escaped_lines(text: str) -> str:
    """Return *text*, in which nothing is markup, as HTML."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    paragraphs = re.split(r"\n[ \t]*\n\s*", escaped.strip("\n"))
    return "".join(f"<p>{'<br>'.join(each.splitlines())}</p>" for each in paragraphs)


def _worded(inside: list[Inline]) -> list[Inline]:
    """Return the same with formulas in plain signs, as far as there are such."""
    found: list[Inline] = []
    for each in plain(inside):
        said = latex.said(each.latex) if isinstance(each, Math) else None
        found.append(Text(said) if said else each)
    return tidied(found)


def _said(inside: list[Inline]) -> str:
    found = ""
    for each in inside:
        if isinstance(each, Text | Code):
            found += each.text
        elif isinstance(each, Math):
            found += latex.said(each.latex) or each.latex
        elif isinstance(each, Break):
            found += " "
        elif isinstance(each, Name):
            found += f"[[{each.name}]]"
        elif isinstance(each, Image):
            found += each.alt
    return " ".join(found.split())


def bare(html: str) -> str:
    """Return *html* as one line without tags: for names, not for texts."""
    joined = re.sub(r"</?(?:a|b|code|em|font|i|small|span|strong|su[bp]|tt|u)\b[^<>]*>", "", html)
    return " ".join(UNSEEN.sub("", unescape(re.sub(r"<[^<>]*>", " ", joined))).split())

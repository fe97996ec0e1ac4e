"""HTML, and the Markdown of others, as the Markdown of a bank."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from selfcheck import markdown
from selfcheck.imports.html import marks
from selfcheck.imports.html.blocks import Block, Image, seen
from selfcheck.imports.html.read import Reader
from selfcheck.imports.html.tree import media, parse
from selfcheck.imports.html.write import Written, read_back, written

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# Finds a picture by its address and its description; None where there is none to bring along.
Find = Callable[[str, str], Image | None]


def no_pictures(_source: str, _alt: str) -> None:
    """Find no picture."""


def from_html(html: str, place: str = "text", picture: Find = no_pictures) -> Written:
    """Return *html* as Markdown for a *place* as `markdown.problems` names it."""
    blocks, lost = html_blocks(html, picture)
    made = written(blocks, place)
    return Written(made.text, [*lost, *made.lost])


def html_blocks(html: str, picture: Find = no_pictures) -> tuple[list[Block], list[str]]:
    """Return *html* as blocks, and what of it they do not hold."""
    return _read(marks.formulas(html, marks.HTML_CODE), picture)


def from_markdown(text: str, place: str = "text", picture: Find = no_pictures) -> Written:
    """Return *text*, the Markdown of another program, as that of a bank.

    What says the same in both stays as it is, letter by letter.
    """
    blocks, lost = markdown_blocks(text, picture)
    bare = text.strip()
    if bare and not lost and "](" not in bare and not markdown.problems(bare, None, place):
        again, _ = html_blocks(markdown.blocks(bare))
        if read_back(bare) == seen(blocks) and _shapes(again) == _shapes(blocks):
            return Written(bare, [])
    made = written(blocks, place)
    return Written(made.text, [*lost, *made.lost])


def markdown_blocks(text: str, picture: Find = no_pictures) -> tuple[list[Block], list[str]]:
    """Return *text*, Markdown, as blocks, and what of it they do not hold."""
    marked = marks.formulas(text, marks.MARKDOWN_CODE)
    marked.text = _parser().render(marked.text)
    return _read(marked, picture)


def _read(marked: marks.Marked, picture: Find) -> tuple[list[Block], list[str]]:
    reader = Reader(marked.formulas, picture)
    blocks = reader.blocks(parse(marked.text).children)
    said = [f"{each}" for each in media(marked.text)]
    return blocks, [*reader.lost, *said]


def _shapes(blocks: Sequence[Block]) -> list[str]:
    return [type(block).__name__ for block in blocks]


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

"""A text as blocks and what stands in them, between the HTML it was and the Markdown it becomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True)
class Text:
    """Words, as they are to be seen."""

    text: str


@dataclass(frozen=True)
class Code:
    """Code within a line."""

    text: str


@dataclass(frozen=True)
class Math:
    """A formula; *display*: on a line of its own, or None where that hangs on the place."""

    latex: str
    display: bool | None = False


@dataclass(frozen=True)
class Name:
    """The name of a gap or a column, in double brackets."""

    name: str


@dataclass(frozen=True)
class Image:
    """A picture: the address at which the bank has it, and what it shows."""

    address: str
    alt: str


@dataclass(frozen=True)
class Break:
    """A new line within a paragraph."""


@dataclass(frozen=True)
class Script:
    """Text that stands higher, or lower; it becomes a formula with what stands before it."""

    text: str
    high: bool


@dataclass(frozen=True)
class Span:
    """What is emphasised, by `*` or `**`, or is a link, and then has an address."""

    mark: str
    inside: tuple[Inline, ...]
    address: str = ""


Inline: TypeAlias = Text | Code | Math | Name | Image | Break | Script | Span


@dataclass
class Paragraph:
    """A paragraph, or with *heading* the one kind of heading that a question has."""

    inside: list[Inline]
    heading: bool = False


@dataclass
class CodeBlock:
    """Lines of code."""

    text: str
    language: str = ""


@dataclass
class Listing:
    """A list; with *start*, of numbers from there on."""

    items: list[list[Block]]
    start: int | None = None


@dataclass
class Quote:
    """A quotation."""

    blocks: list[Block]


@dataclass
class Table:
    """Rows of cells, of which the first is the head; *align* says it for each column."""

    rows: list[list[list[Inline]]]
    align: list[str] = field(default_factory=list)


@dataclass
class Rule:
    """A line across."""


Block: TypeAlias = Paragraph | CodeBlock | Listing | Quote | Table | Rule


def inlines(blocks: Iterable[Block]) -> Iterator[Inline]:
    """Yield all that stands within lines of *blocks*, what holds others before what it holds."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _flat(block.inside)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from inlines(item)
        elif isinstance(block, Quote):
            yield from inlines(block.blocks)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from _flat(cell)


def _flat(inside: Iterable[Inline]) -> Iterator[Inline]:
    for each in inside:
        yield each
        if isinstance(each, Span):
            yield from _flat(each.inside)


def seen(blocks: Iterable[Block]) -> str:
    """Return what a reader sees of *blocks*, without spaces and without how it is set."""
    found = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(seen_in_line(block.inside))
        elif isinstance(block, CodeBlock):
            found.append(block.text)
        elif isinstance(block, Listing):
            found += [seen(item) for item in block.items]
        elif isinstance(block, Quote):
            found.append(seen(block.blocks))
        elif isinstance(block, Table):
            found += [seen_in_line(cell) for row in block.rows for cell in row]
    return "".join("".join(found).split())


def seen_in_line(inside: Sequence[Inline]) -> str:
    """Return the same of what stands in a line."""
    return "".join(
        seen_in_line(each.inside)
        if isinstance(each, Span)
        else each.text
        if isinstance(each, Text | Code | Script)
        else each.latex
        if isinstance(each, Math)
        else f"[[{each.name}]]"
        if isinstance(each, Name)
        else each.alt
        if isinstance(each, Image)
        else " "
        for each in inside
    )

"""Ways to say what a text holds in simpler Markdown, where a place takes less than all of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from selfcheck.imports.html import latex
from selfcheck.imports.html.blocks import (
    Block,
    Break,
    Code,
    Inline,
    Listing,
    Math,
    Paragraph,
    Quote,
    Span,
    Table,
    Text,
    inlines,
)
from selfcheck.imports.html.lines import line, plain, tidied


def _as_it_is(blocks: list[Block]) -> list[Block]:
    return blocks


def _unstressed(blocks: list[Block]) -> list[Block]:
    """Return *blocks* without bold and italics."""
    return _changed(blocks, _without_stress)


def _less_stressed(blocks: list[Block]) -> list[Block]:
    """Return *blocks* without bold and italics of a part of a word."""
    return _changed(blocks, _without_stress_in_words)


def _in_lines(blocks: list[Block]) -> list[Block]:
    """Return *blocks* as one paragraph of lines."""
    inside = tidied(line(blocks))
    return [Paragraph(inside)] if inside else []


def _in_plain_lines(blocks: list[Block]) -> list[Block]:
    return _unstressed(_in_lines(blocks))


def _in_words(blocks: list[Block]) -> list[Block]:
    """Return *blocks* as one line of words, in which nothing is set."""
    inside: list[Inline] = []
    for each in plain(line(blocks)):
        if isinstance(each, Break):
            inside.append(Text(" "))
        else:
            inside.append(Text(each.text) if isinstance(each, Code) else each)
    return [Paragraph(made)] if (made := tidied(inside)) else []


def _unlinked(blocks: list[Block]) -> list[Block]:
    return _changed(_in_lines(blocks), _without_links)


def _in_code(blocks: list[Block]) -> list[Block]:
    """Return *blocks* as lines in which formulas are code."""
    inside: list[Inline] = []
    for each in plain(line(blocks)):
        inside.append(Code(each.latex) if isinstance(each, Math) else each)
    return [Paragraph(made)] if (made := tidied(inside)) else []


Way = tuple[Callable[[list[Block]], list[Block]], str]
STRESS = "bold and italics of a part"
SHAPE = "lists, tables or lines of code, whose text stands there in lines"
FORMULAS = "its formulas, which stand there as code, and lists and tables"
WAYS: dict[str, tuple[Way, ...]] = {
    "text": (
        *((_as_it_is, ""), (_less_stressed, STRESS), (_unstressed, STRESS)),
        *((_in_lines, SHAPE), (_in_plain_lines, SHAPE), (_in_code, FORMULAS)),
    ),
    "line": ((_in_lines, ""), (_in_plain_lines, STRESS), (_in_words, SHAPE)),
    "label": ((_unlinked, ""), (_in_words, STRESS)),
    "menu": ((_in_words, ""),),
}


def _changed(
    blocks: Iterable[Block], change: Callable[[Sequence[Inline]], list[Inline]]
) -> list[Block]:
    """Return *blocks* with all that stands in their lines changed."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(Paragraph(change(block.inside), block.heading))
        elif isinstance(block, Listing):
            found.append(Listing([_changed(item, change) for item in block.items], block.start))
        elif isinstance(block, Quote):
            found.append(Quote(_changed(block.blocks, change)))
        elif isinstance(block, Table):
            rows = [[change(cell) for cell in row] for row in block.rows]
            found.append(Table(rows, block.align))
        else:
            found.append(block)
    return found


def _without_stress(inside: Sequence[Inline]) -> list[Inline]:
    found: list[Inline] = []
    for each in inside:
        if isinstance(each, Span) and each.mark:
            found += _without_stress(each.inside)
        elif isinstance(each, Span):
            found.append(Span("", tuple(_without_stress(each.inside)), each.address))
        else:
            found.append(each)
    return tidied(found)


def _without_stress_in_words(inside: Sequence[Inline]) -> list[Inline]:
    found: list[Inline] = []
    for n, each in enumerate(inside):
        before, after = inside[n - 1] if n else None, inside[n + 1] if n + 1 < len(inside) else None
        joins = (isinstance(before, Text) and before.text[-1:].strip()) or (
            isinstance(after, Text) and after.text[:1].isalnum()
        )
        found += _without_stress([each]) if joins else [each]
    return tidied(found)


def _without_links(inside: Sequence[Inline]) -> list[Inline]:
    found: list[Inline] = []
    for each in inside:
        if isinstance(each, Span) and each.address:
            found += _without_links(each.inside)
        elif isinstance(each, Span):
            found.append(Span(each.mark, tuple(_without_links(each.inside))))
        else:
            found.append(each)
    return tidied(found)


def sound_formulas(blocks: Sequence[Block], lost: list[str]) -> list[Block]:
    """Return *blocks* with formulas that a page can draw, and code for the others."""
    if not any(isinstance(each, Math) for each in inlines(blocks)):
        return list(blocks)

    def change(inside: Sequence[Inline]) -> list[Inline]:
        found: list[Inline] = []
        for each in inside:
            if isinstance(each, Span):
                found.append(Span(each.mark, tuple(change(each.inside)), each.address))
            elif isinstance(each, Math):
                made = latex.mended(each.latex, bool(each.display))
                if made is None:
                    lost.append(f"the formula `{each.latex[:60]}`, which stands there as code")
                    found.append(Code(each.latex))
                else:
                    found.append(Math(made, each.display))
            else:
                found.append(each)
        return _with_digits(found)

    return _changed(blocks, change)


def _with_digits(inside: list[Inline]) -> list[Inline]:
    """Return the same with digits beside a formula in it: Markdown takes it for none else."""
    found: list[Inline] = []
    for each in inside:
        last = found[-1] if found else None
        if isinstance(each, Math) and isinstance(last, Text):
            if digits := re.search(r"\d[\d.,]*$", last.text):
                found[-1] = Text(last.text[: digits.start()])
                each = Math(digits[0] + each.latex, each.display)
        elif isinstance(each, Text) and isinstance(last, Math):
            if digits := re.match(r"\d+", each.text):
                found[-1] = Math(f"{last.latex}{digits[0]}", last.display)
                each = Text(each.text[digits.end() :])
        elif isinstance(each, Math) and isinstance(last, Math):
            # `$a$$b$` would be one formula.
            found.append(Text(" "))
        # Other signs that count as digits, such as `²`, and a formula after a formula.
        if found and (_is_digit(found[-1], -1, each) or _is_digit(each, 0, found[-1])):
            found.append(Text(" "))
        found.append(each)
    return [each for each in found if not (isinstance(each, Text) and not each.text)]


def _is_digit(text: Inline, at: int, other: Inline) -> bool:
    """Return whether *text* has a digit at its end or beginning, beside the formula *other*."""
    signs = isinstance(text, Text) and text.text[at : at + 1 or None]
    return isinstance(other, Math) and bool(signs) and str(signs).isdigit()

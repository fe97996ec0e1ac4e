"""What stands within lines: spaces, breaks and raised signs, put in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from selfcheck.imports.html import scripts
from selfcheck.imports.html.blocks import (
    Block,
    Break,
    Code,
    CodeBlock,
    Inline,
    Listing,
    Math,
    Paragraph,
    Quote,
    Script,
    Span,
    Table,
    Text,
)


def paragraphs(inside: Sequence[Inline]) -> list[Paragraph]:
    """Return what stands in lines as paragraphs; two breaks, one after the other, part them."""
    groups: list[list[Inline]] = [[]]
    breaks = 0
    for each in inside:
        if isinstance(each, Break):
            breaks += 1
            continue
        if isinstance(each, Text) and not each.text.strip() and (breaks or not groups[-1]):
            continue
        if breaks == 1 and groups[-1]:
            groups[-1].append(Break())
        elif breaks > 1 and groups[-1]:
            groups.append([])
        breaks = 0
        groups[-1].append(each)
    made = [tidied(group) for group in groups]
    return [Paragraph(_placed(each)) for each in made if each]


def _placed(inside: list[Inline]) -> list[Inline]:
    """Return the same, in which it is said of each formula whether it has the line to itself."""
    alone = len(inside) == 1
    return [
        Math(each.latex, alone) if isinstance(each, Math) and each.display is None else each
        for each in inside
    ]


def tidied(inside: Sequence[Inline]) -> list[Inline]:
    """Return the same with texts joined, and with one space where there were several."""
    found: list[Inline] = []
    space = True
    for each in _scripted(inside):
        if isinstance(each, Span):
            made = tidied(each.inside)
            if not made:
                continue
            first, last = made[0], made[-1]
            before = isinstance(first, Text) and first.text.startswith(" ")
            after = isinstance(last, Text) and last.text.endswith(" ")
            each = Span(each.mark, tuple(_stripped(made)), each.address)
            parts: list[Inline] = [Text(" ")] if before else []
            parts += [each] if each.inside else []
            parts += [Text(" ")] if after else []
        else:
            parts = [each]
        for part in parts:
            if isinstance(part, Text):
                text = part.text.lstrip(" ") if space else part.text
                if not text:
                    continue
                space = text.endswith(" ")
                if found and isinstance(found[-1], Text):
                    found[-1] = Text(found[-1].text + text)
                else:
                    found.append(Text(text))
            else:
                if isinstance(part, Break) and found and isinstance(found[-1], Text):
                    found[-1] = Text(found[-1].text.rstrip(" "))
                found.append(part)
                space = isinstance(part, Break)
    return _stripped(found, inner=False)


def _stripped(inside: list[Inline], inner: bool = True) -> list[Inline]:
    """Return the same without spaces and breaks at its end, with *inner* at its beginning too."""
    found = list(inside)
    while found and (isinstance(found[-1], Break) or _blank(found[-1])):
        found.pop()
    while inner and found and (isinstance(found[0], Break) or _blank(found[0])):
        found.pop(0)
    if found and isinstance(found[-1], Text):
        found[-1] = Text(found[-1].text.rstrip(" "))
    if inner and found and isinstance(found[0], Text):
        found[0] = Text(found[0].text.lstrip(" "))
    return found


def _blank(each: Inline) -> bool:
    return isinstance(each, Text) and not each.text.strip()


def _scripted(inside: Sequence[Inline]) -> list[Inline]:
    """Return the same with a formula for what stands higher or lower, and for its base."""
    found: list[Inline] = []
    for each in inside:
        if not isinstance(each, Script):
            found.append(each)
            continue
        base, sign = "", "^" if each.high else "_"
        if found and isinstance(found[-1], Text) and (ends := scripts.BASE.search(found[-1].text)):
            base = ends[0]
            found[-1] = Text(found[-1].text[: ends.start()])
        elif found and isinstance(found[-1], Math):
            found[-1] = Math(f"{found[-1].latex}{scripts.latex('x', sign, each.text)[1:]}")
            continue
        found.append(Math(scripts.latex(base, sign, each.text)))
    return found


def line(blocks: Iterable[Block]) -> list[Inline]:
    """Return *blocks* as what stands in one line, with a break between them."""
    found: list[Inline] = []
    for block in blocks:
        if found:
            found.append(Break())
        if isinstance(block, Paragraph):
            found += block.inside
        elif isinstance(block, CodeBlock):
            found.append(Code(" ".join(block.text.split())))
        elif isinstance(block, Listing):
            for item in block.items:
                found += [*line(item), Break()]
        elif isinstance(block, Quote):
            found += line(block.blocks)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    found += [*cell, Text(" ")]
                found.append(Break())
    while found and isinstance(found[-1], Break):
        found.pop()
    return found


def plain(inside: Iterable[Inline]) -> list[Inline]:
    """Return what stands in a line without emphasis and links."""
    found: list[Inline] = []
    for each in inside:
        found += plain(each.inside) if isinstance(each, Span) else [each]
    return found

"""Writes blocks as the Markdown of a bank: what is read of it is what stood in them.

Which signs need a backslash is not worked out but tried: one that is shown the same without it has
none, as the rules of a bank want it. In the end the text is read back. Where it does not say the
same, or breaks a rule, the next plainer way of writing is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from selfcheck import markdown
from selfcheck.imports.html import latex
from selfcheck.imports.html.blocks import (
    Block,
    Break,
    Code,
    CodeBlock,
    Image,
    Inline,
    Listing,
    Math,
    Name,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    Text,
    inlines,
    seen,
)
from selfcheck.imports.html.lines import line, plain, tidied
from selfcheck.markdown.parsing import parsed

# Before a sign that may need a backslash.
MAYBE = "\ue003"
PLAINLY = re.compile(r"[^\\`*_\[\]<>&$|~\n]+")
SIGNS = re.compile(r"[\\`*_\[\]<$|]|&(?=#?\w+;)|!(?=\[|$)")
# What begins a list, a heading, a quotation, a rule or a fence, at the beginning of a line.
FIRST = re.compile(r"\d{1,9}[.)](?=\s|$)|[-+=>#:]|~~~")
# Beyond, backslashes before the same sign are tried together.
MOST_TRIED = 60
# Which of them mean something or nothing that is shown the same: these always have a backslash.
ALWAYS = re.compile(f"{MAYBE}(<(?=[A-Za-z/!?]))")
BACKSLASH = re.compile(rf"{MAYBE}\\((?=[^\W_]| |\Z))?")
PUNCTUATION = ".,;:!?%"


class Written(NamedTuple):
    """A text, and what it does not say that the blocks did."""

    text: str
    lost: list[str]


def written(blocks: Sequence[Block], place: str = "text") -> Written:
    """Return *blocks* as Markdown for a *place* as `markdown.problems` names it."""
    lost: list[str] = []
    made = _sound_formulas(blocks, lost)
    if len(made) == 1 and isinstance(made[0], Paragraph):
        inside = made[0].inside
        if len(inside) == 1 and isinstance(inside[0], Text) and PLAINLY.fullmatch(inside[0].text):
            return Written(inside[0].text, lost)
    first: Written | None = None
    for change, what in WAYS[place]:
        changed = change(made)
        text = _settled(_blocks(changed))
        found = Written(text, [*lost, what] if what and changed != made else lost)
        if not _told(text, place) and read_back(text) == seen(changed):
            return found
        first = first or found
    return first or Written("", lost)


def _told(text: str, place: str) -> list[str]:
    return markdown.problems(text, None, place) if text.strip() else []


def read_back(text: str) -> str:
    """Return what a reader sees of *text*, as `blocks.seen` says it."""
    found = []
    for token in parsed(text).flat:
        if token.type == "image":
            found.append("".join(child.content for child in token.children or ()))
        elif token.type != "inline":
            found.append(token.content)
    return "".join("".join(found).split())


# Ways to write, each plainer than the one before.


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


def _sound_formulas(blocks: Sequence[Block], lost: list[str]) -> list[Block]:
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


# Blocks.


def _blocks(blocks: Sequence[Block]) -> str:
    if len(blocks) == 1:
        return _alone(blocks[0])
    found: list[str] = []
    other = False
    for n, block in enumerate(blocks):
        if isinstance(block, Listing):
            before = blocks[n - 1] if n else None
            alike = isinstance(before, Listing) and (before.start is None) == (block.start is None)
            other = alike and not other
        text = _listing(block, other) if isinstance(block, Listing) else _block(block)
        if text:
            found.append(text)
    return "\n\n".join(found)


def _alone(block: Block) -> str:
    """Return a block that is all of a text: a line is a line, and neither heading nor quotation."""
    if isinstance(block, Paragraph):
        return _line(block.inside)
    if isinstance(block, Quote) or (isinstance(block, Listing) and len(block.items) == 1):
        return _blocks(block.blocks if isinstance(block, Quote) else block.items[0])
    return "" if isinstance(block, Rule) else _block(block)


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        if block.heading:
            words = [Text(" ") if isinstance(each, Break) else each for each in block.inside]
            return f"#### {_line(tidied(words))}"
        return _line(block.inside)
    if isinstance(block, CodeBlock):
        return _fence(block)
    if isinstance(block, Listing):
        return _listing(block, False)
    if isinstance(block, Quote):
        text = _blocks(block.blocks)
        # A rule of a bank takes `> 5` for a sign.
        if not text or text[0].isdigit() or text[0] in f"={MAYBE}":
            return text
        return "\n".join(f"> {each}".rstrip() for each in text.split("\n"))
    if isinstance(block, Table):
        return _table(block)
    return "---"


def _fence(block: CodeBlock) -> str:
    runs = re.findall(r"`{3,}", block.text)
    fence = "`" * (max(map(len, runs), default=2) + 1)
    return f"{fence}{block.language}\n{block.text}\n{fence}"


def _listing(block: Listing, other: bool) -> str:
    """Return a list; *other*: with other marks than the list before it, which it is not to join."""
    if len(block.items) == 1:
        return _blocks(block.items[0])
    loose = any(
        not isinstance(each, Paragraph | Listing) or (n and isinstance(each, Paragraph))
        for item in block.items
        for n, each in enumerate(item)
    )
    rows = []
    for n, item in enumerate(block.items):
        mark = ("* " if other else "- ") if block.start is None else ""
        mark = mark or f"{block.start + n}{')' if other else '.'} "  # type: ignore[operator]
        text = _blocks(item) if loose else "\n".join(map(_block, item))
        rows.append(mark + text.replace("\n", f"\n{' ' * len(mark)}"))
    text = ("\n\n" if loose else "\n").join(rows)
    return re.sub(r"\n +(?=\n|$)", "\n", text)


def _table(block: Table) -> str:
    marks = {"left": ":--", "right": "--:", "center": ":-:"}
    head, *body = ([_line(cell, cell=True) for cell in row] for row in block.rows)
    under = [marks.get(each, "---") for each in block.align] or ["---"] * len(head)
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, under, *body])


# Lines.


def _line(inside: Sequence[Inline], cell: bool = False) -> str:
    """Return what stands in a line; *cell*: of a table."""
    found = ""
    parts = _flanked(_joined(inside))
    for each, follows in zip_longest(parts, parts[1:]):
        assert each
        if isinstance(each, Text):
            found += _escaped(each.text, not found or found.endswith("\n"))
        elif isinstance(each, Code):
            found += _code(each.text.replace("|", "\\|") if cell else each.text)
        elif isinstance(each, Math):
            mark = "$$" if each.display else "$"
            found += f"{mark}{each.latex.replace('|', BAR) if cell else each.latex}{mark}"
        elif isinstance(each, Name):
            found += f"[[{each.name}]]"
        elif isinstance(each, Image):
            found += f"![{_escaped(each.alt, False)}]({each.address})"
        elif isinstance(each, Break):
            # A line of `=` would make a heading of the one above.
            heading = isinstance(follows, Text) and follows.text.startswith("=")
            found += " " if cell or heading else "\\\n"
        elif isinstance(each, Span):
            text = _line(each.inside, cell)
            found += f"[{text}]({_address(each.address)})" if each.address else text
            if each.mark:
                found = f"{found[: len(found) - len(text)]}{each.mark}{text}{each.mark}"
    return found


# What a formula in a cell has in place of `|`, which would end the cell.
BAR = r"\vert "


def _escaped(text: str, first: bool) -> str:
    """Return *text* with a mark before each sign that may mean something to Markdown."""
    marked = SIGNS.sub(lambda found: MAYBE + found[0], text)
    if first and (begins := FIRST.match(text)):
        if begins[0][0].isdigit():
            marked = marked[: len(begins[0]) - 1] + MAYBE + marked[len(begins[0]) - 1 :]
        else:
            marked = MAYBE + marked
    return marked


def _code(text: str) -> str:
    runs = {len(each) for each in re.findall("`+", text)}
    fence = "`" * next(n for n in range(1, len(runs) + 2) if n not in runs)
    space = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{space}{text}{space}{fence}"


def _address(address: str) -> str:
    return address.replace("(", "%28").replace(")", "%29")


def _joined(inside: Iterable[Inline]) -> list[Inline]:
    """Return the same without emphasis in the same emphasis, or beside it, and code beside code."""
    found: list[Inline] = []
    for each in inside:
        if isinstance(each, Code) and found and isinstance(last := found[-1], Code):
            found[-1] = Code(last.text + each.text)
            continue
        if isinstance(each, Span) and each.mark:
            inner: list[Inline] = []
            for part in each.inside:
                alike = isinstance(part, Span) and part.mark == each.mark
                inner += part.inside if alike else [part]  # type: ignore[union-attr]
            before = found[-1] if found else None
            if isinstance(before, Span) and before.mark == each.mark:
                found[-1] = Span(each.mark, (*before.inside, *inner))
                continue
            each = Span(each.mark, tuple(inner))
        found.append(each)
    return found


def _flanked(inside: list[Inline]) -> list[Inline]:
    """Return the same with signs at the end of emphasis behind it, where a letter follows.

    Markdown takes `**note:**this` for none.
    """
    found: list[Inline] = []
    for n, each in enumerate(inside):
        follows = inside[n + 1] if n + 1 < len(inside) else None
        last = each.inside[-1] if isinstance(each, Span) and each.mark and each.inside else None
        if isinstance(last, Text) and isinstance(follows, Text) and follows.text[:1].isalnum():
            assert isinstance(each, Span)
            bare = last.text.rstrip(PUNCTUATION)
            if bare and bare != last.text:
                found.append(Span(each.mark, (*each.inside[:-1], Text(bare))))
                found.append(Text(last.text[len(bare) :]))
                continue
        found.append(each)
    return found


# Backslashes.


def _settled(text: str) -> str:
    """Return *text* with backslashes where they are needed, and nowhere else."""
    count = text.count(MAYBE)
    if not count:
        return text
    wanted = parsed(text.replace(MAYBE, "\\")).html
    money = text.count(f"{MAYBE}$") > 1 or "$" in text.replace(f"{MAYBE}$", "")
    fixed = ALWAYS.sub(r"\\\1", text.replace(f"{MAYBE}$", "\\$") if money else text)
    # A backslash means itself before a letter, and nowhere else for certain.
    fixed = BACKSLASH.sub(lambda found: "\\\\" if found[1] is None else "\\", fixed)
    bare = fixed.replace(MAYBE, "")
    if parsed(bare).html == wanted:
        return bare
    fixed = _by_sign(fixed, wanted)
    if fixed.count(MAYBE) > MOST_TRIED:
        return fixed.replace(MAYBE, "\\")
    return _one_by_one(fixed, wanted)


def _one_by_one(text: str, wanted: str) -> str:
    before = ""
    # Without one, another may be needed no more.
    while before != text:
        before, at = text, -1
        while (at := text.find(MAYBE, at + 1)) >= 0:
            without = text[:at] + text[at + 1 :]
            if parsed(without.replace(MAYBE, "\\")).html == wanted:
                text, at = without, at - 1
        # Two of a sign may be needless together, and neither alone.
        text = _by_sign(text, wanted)
    return text.replace(MAYBE, "\\")


def _by_sign(text: str, wanted: str) -> str:
    for sign in dict.fromkeys(re.findall(f"{MAYBE}(.)", text)):
        without = text.replace(f"{MAYBE}{sign}", sign)
        if parsed(without.replace(MAYBE, "\\")).html == wanted:
            text = without
    return text

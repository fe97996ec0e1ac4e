"""Writes blocks as the Markdown of a bank: what is read of it is what stood in them.

Which signs need a backslash is not worked out but tried: one that is shown the same without it has
none, as the rules of a bank want it. In the end the text is read back. Where it does not say the
same, or breaks a rule, the next plainer way of writing is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from selfcheck import markdown
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
    seen,
)
from selfcheck.imports.html.lines import tidied
from selfcheck.imports.html.simpler import WAYS, sound_formulas
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
    made = sound_formulas(blocks, lost)
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

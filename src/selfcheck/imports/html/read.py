"""Reads a tree of HTML as blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from selfcheck.imports.html import drawn, latex, marks, mathml, scripts
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
    Script,
    Span,
    Table,
    Text,
)
from selfcheck.imports.html.lines import line, paragraphs, plain
from selfcheck.imports.html.marks import Formula
from selfcheck.imports.html.tree import Element
from selfcheck.markdown import addresses

BOLD, ITALIC = "**", "*"
MARKS = {
    **dict.fromkeys(("b", "strong"), BOLD),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), ITALIC),
}
CODES = frozenset(("code", "tt", "kbd", "samp"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "caption", "legend", "summary", "dt"))
OTHERS = (
    "address article aside blockquote center dd details div dl fieldset figcaption figure footer "
    "form header hr li main nav ol p pre section table ul"
)
BLOCKS = HEADINGS | {*OTHERS.split()}
# What says something that Markdown cannot.
UNSAID = {
    **dict.fromkeys(("u", "ins"), "underlining"),
    **dict.fromkeys(("s", "strike", "del"), "striking out"),
    "mark": "highlighting",
}
STYLES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"font-weight\s*:\s*(bold|[6-9]00)"), BOLD),
    (re.compile(r"font-style\s*:\s*(italic|oblique)"), ITALIC),
)
# What editors write of themselves for plain text.
DARK = (
    r"black|inherit|initial|windowtext|#[0-3]|rgb\((?:[1-5]?\d),\s*(?:[1-5]?\d),\s*(?:[1-6]?\d)\)"
)
STYLED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"text-decoration[\w-]*\s*:[^;]*underline"), "underlining"),
    (re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through"), "striking out"),
    (re.compile(rf"(?<![-\w])color\s*:(?!\s*(?:{DARK}))"), "colours"),
)
ALIGNED = re.compile(r"(?:qti-align-|text-align\s*:\s*)(left|right|center)")
VERTICAL = re.compile(r"vertical-align\s*:\s*(sub|super)")
LANGUAGE = re.compile(r"(?:lang(?:uage)?-|brush:\s*)([\w+#-]+)")
# Spaces of all widths are one; what nobody sees is nothing.
SPACES = re.compile("[\\s\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff]"
)
Pictures = Callable[[str, str], Image | None]


class Reader:
    """Reads a tree: *formulas* are those that it has marks for, *picture* finds a picture.

    `lost` says what of it no Markdown holds.
    """

    def __init__(self, formulas: Sequence[Formula], picture: Pictures) -> None:
        self.formulas = formulas
        self.picture = picture
        self.lost: list[str] = []

    def blocks(self, children: Iterable[Element | str]) -> list[Block]:
        """Return what stands in an element as blocks."""
        found: list[Block] = []
        run: list[Inline] = []

        def flush() -> None:
            found.extend(paragraphs(run))
            run.clear()

        for each in children:
            if isinstance(each, Element) and _is_block(each):
                flush()
                found += self._block(each)
            else:
                run += self.inline(each)
        flush()
        return found

    def _block(self, element: Element) -> list[Block]:
        tag = element.tag
        self._styled(element)
        if tag == "pre":
            return [CodeBlock(_code(element), _language(element))]
        if tag == "hr":
            return [Rule()]
        if tag in ("ul", "ol"):
            return self._list(element)
        if tag == "table":
            return self._table(element)
        inside = self.blocks(element.children)
        if tag == "blockquote":
            return [Quote(inside)] if inside else []
        if tag in HEADINGS:
            return [
                Paragraph(each.inside, heading=True) if isinstance(each, Paragraph) else each
                for each in inside
            ]
        return inside

    def _list(self, element: Element) -> list[Block]:
        items: list[list[Block]] = []
        for each in element.children:
            if isinstance(each, Element) and each.tag == "li":
                items.append(self.blocks(each.children))
            elif isinstance(each, Element) and items and each.tag in ("ul", "ol"):
                # A list in a list, beside the entry that it belongs to.
                items[-1] += self._list(each)
            else:
                items += [[block] for block in self.blocks([each])]
        items = [item for item in items if item]
        start = element.attributes.get("start", "1")
        if element.attributes.get("type", "1") not in ("1", "") and element.tag == "ol":
            self._lose("letters before the entries of a list, which are numbers here")
        if not items:
            return []
        number = int(start) if re.fullmatch(r"\d{1,6}", start) else 1
        return [Listing(items, number if element.tag == "ol" else None)]

    def _table(self, element: Element) -> list[Block]:
        rows: list[list[list[Inline]]] = []
        align: list[str] = []
        for row in _rows(element):
            cells: list[list[Inline]] = []
            for cell in row.children:
                if isinstance(cell, Element) and cell.tag in ("td", "th"):
                    cells.append(self._cell(cell))
                    align += [] if rows else [_aligned(cell)]
                    over = cell.attributes.get("colspan", "1")
                    if {over, cell.attributes.get("rowspan", "1")} - {"1", "", "0"}:
                        self._lose("cells over several columns or rows of a table")
                    cells += [[]] * (min(int(over), 50) - 1 if over.isdecimal() else 0)
            if cells:
                rows.append(cells)
        found: list[Block] = []
        for each in element.children:
            if isinstance(each, Element) and each.tag == "caption":
                found += self._block(each)
        width = max(map(len, rows), default=0)
        headed = any(each.tag == "th" for each in element.walk())
        if width == 1 or (len(rows) == 1 and width <= 2 and not headed):
            # A frame, or columns side by side: no table.
            for row in _rows(element):
                for cell in row.children:
                    found += self.blocks(cell.children if isinstance(cell, Element) else [])
            return found
        if any(any(row) for row in rows):
            even = [row + [[]] * (width - len(row)) for row in rows]
            found.append(Table(even, (align + [""] * width)[:width]))
        return found

    def _cell(self, cell: Element) -> list[Inline]:
        found: list[Inline] = []
        for block in self.blocks(cell.children):
            if found:
                found.append(Text(" "))
            if isinstance(block, Paragraph):
                found += [Text(" ") if isinstance(each, Break) else each for each in block.inside]
            elif isinstance(block, CodeBlock):
                found.append(Code(" ".join(block.text.split())))
            else:
                self._lose("a list or a table in a cell of a table: its text is in a line there")
                found += line([block])
        return [Math(each.latex) if isinstance(each, Math) else each for each in found]

    def inline(self, node: Element | str) -> list[Inline]:
        """Return what a node within a line is."""
        if isinstance(node, str):
            return self._text(node)
        tag = node.tag
        self._styled(node)
        if tag == "br":
            return [Break()]
        if tag == "img":
            return self._image(node)
        if tag == "math":
            return _math(node)
        if tag in CODES:
            return self._code(node)
        high = VERTICAL.search(node.attributes.get("style", ""))
        if tag in ("sub", "sup") or high:
            raised = high[1] == "super" if high and tag not in ("sub", "sup") else tag == "sup"
            return self._script(node, raised)
        if tag in UNSAID:
            self._lose(UNSAID[tag])
        if tag == "rp":
            return []
        inside = [each for child in node.children for each in self.inline(child)]
        if tag == "q":
            return [Text("“"), *inside, Text("”")]
        if tag == "rt":
            # How a sign is read, which stands above it there.
            return [Text(" ("), *inside, Text(")")] if inside else []
        if tag == "a":
            return self._link(node, inside)
        for mark in _emphasis(node):
            inside = [Span(mark, tuple(inside))]
        return inside

    def _text(self, text: str) -> list[Inline]:
        found: list[Inline] = []
        end = 0
        for each in marks.MARK.finditer(text):
            found.append(Text(text[end : each.start()]))
            end = each.end()
            if each[1] == marks.NAME:
                found.append(Name(each[2]))
            elif each[2].isdecimal() and int(each[2]) < len(self.formulas):
                formula = self.formulas[int(each[2])]
                found.append(Math(formula.latex, formula.display))
        found.append(Text(text[end:]))
        return [
            Text(SPACES.sub(" ", UNSEEN.sub("", each.text))) if isinstance(each, Text) else each
            for each in found
        ]

    def _code(self, node: Element) -> list[Inline]:
        text = SPACES.sub(" ", UNSEEN.sub("", _with_breaks(node)))
        if marks.OURS.search(text) or any(each.tag == "img" for each in node.walk()):
            # A gap in code, or a picture, stands beside it.
            inside = [each for child in node.children for each in self.inline(child)]
            return [
                Code(each.text.strip()) if isinstance(each, Text) and each.text.strip() else each
                for each in inside
            ]
        bare = text.strip()
        around = (" " if text[:1] == " " else "", " " if text[-1:] == " " else "")
        return [Text(around[0]), Code(bare), Text(around[1])] if bare else [Text(text)]

    def _script(self, node: Element, high: bool) -> list[Inline]:
        """Return raised or lowered text."""
        inside = [each for child in node.children for each in self.inline(child)]
        bare = plain(inside)
        text = "".join(each.text if isinstance(each, Text) else "" for each in bare).strip()
        if not text or any(not isinstance(each, Text) for each in bare):
            return inside
        made = scripts.raised(text) if high else scripts.lowered(text)
        return [Text(made)] if made is not None else [Script(text, high)]

    def _link(self, node: Element, inside: list[Inline]) -> list[Inline]:
        address = node.attributes.get("href", "").strip()
        if not any(not isinstance(each, Text) or each.text.strip() for each in plain(inside)):
            return inside
        if not address or address.startswith("#"):
            return inside
        if addresses.problem(address):
            self._lose(f"the link to `{address[:60]}`, which is no whole address")
            return inside
        return [Span("", tuple(inside), address)]

    def _image(self, node: Element) -> list[Inline]:
        given = node.attributes
        source, alt = given.get("src", ""), " ".join(given.get("alt", "").split())
        if latex := drawn.latex(given, source, alt):
            return [Math(marks.tidy(latex))]
        title = " ".join(given.get("title", "").split())
        if not source:
            self._lose("a picture without an address")
            return [Text(f" {alt} ")] if alt else []
        found = self.picture(source, alt or title)
        return [found] if found else [Text(f" {alt or title} ")]

    def _styled(self, node: Element) -> None:
        style = node.attributes.get("style", "")
        if style:
            for pattern, what in STYLED:
                if pattern.search(style):
                    self._lose(what)

    def _lose(self, what: str) -> None:
        if what not in self.lost:
            self.lost.append(what)


def _is_block(element: Element) -> bool:
    return element.tag in BLOCKS or (
        element.tag not in CODES
        and any(each.tag in BLOCKS for each in element.walk() if each is not element)
    )


def _aligned(cell: Element) -> str:
    """Return on which side the text of a cell stands; nothing where that is not said."""
    given = cell.attributes
    said = ALIGNED.search(f"{given.get('class', '')} {given.get('style', '')}")
    return given.get("align", "").lower() or (said[1] if said else "")


def _emphasis(node: Element) -> list[str]:
    style = node.attributes.get("style", "")
    found = [mark for pattern, mark in STYLES if style and pattern.search(style)]
    # `<b style="font-weight:normal">` is how some editors write plain text.
    off = re.search(r"font-weight\s*:\s*(normal|[1-5]00)", style)
    if (mark := MARKS.get(node.tag)) and mark not in found and not (mark == BOLD and off):
        found.append(mark)
    return found


def _rows(table: Element) -> Iterable[Element]:
    """Yield the rows of a table, and not those of one in a cell of it."""
    for each in table.children:
        if isinstance(each, Element):
            if each.tag == "tr":
                yield each
            elif each.tag in ("thead", "tbody", "tfoot"):
                yield from _rows(each)


def _with_breaks(element: Element) -> str:
    """Return the text of *element*, in which `<br>` and the end of a `<div>` are new lines."""
    found = []
    for each in element.children:
        if isinstance(each, str):
            found.append(each)
        elif each.tag == "br":
            found.append("\n")
        else:
            found.append(_with_breaks(each) + ("\n" if each.tag in ("div", "p", "li") else ""))
    return "".join(found)


def _code(element: Element) -> str:
    lines = _with_breaks(element).replace("\xa0", " ").split("\n")
    kept = [UNSEEN.sub("", each).rstrip() for each in lines]
    while kept and not kept[0]:
        kept.pop(0)
    return "\n".join(kept).rstrip()


def _language(element: Element) -> str:
    for each in element.walk():
        if found := LANGUAGE.search(each.attributes.get("class", "")):
            return found[1].lower()
    return ""


def _math(node: Element) -> list[Inline]:
    """Return a formula: as it was typed, where it carries that along and a page draws it."""
    display = node.attributes.get("display") == "block"
    noted, shown = mathml.noted(node), mathml.latex(node)
    # Some lose the backslashes of the brackets around it.
    lost = noted.startswith("[") and noted.endswith("]")
    if noted and (not shown or (not lost and latex.mended(noted, display) is not None)):
        shown = noted
    return [Math(shown, display)] if shown else []

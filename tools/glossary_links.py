"""Links terms in a notebook's Markdown to the glossary, each where it first stands.

A link is tried out: it stays if it adds a link to what the Markdown shows, and nothing else. So
code, formulas, pictures and the texts of other links need no rules of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin

from stemcourse.glossary import Term

PAGE = "../book/glossary.md"
MOST_LINKS = 25
PARTS_WITHOUT = ("What you will be able to do", "Time needed", "What to remember", "Sources")

_MARKDOWN = MarkdownIt("commonmark").enable("table").use(dollarmath_plugin)
_LINK = re.compile(rf"\]\({re.escape(PAGE)}#([^)\s]+)\)")
# "**A randomised trial**" and "**graft-versus-host disease (GVHD)**" are bold terms as well.
_BOLD = re.compile(r"\*\*(?:(?:An?|The) )?(?P<words>[^*]+?)(?: \([^()]*\))?[.:?,]?\*\*")
_BOLD_RUN = re.compile(r"\*\*[^*]+\*\*")
# "(EMA & HMA 2025)" names a source.
_SOURCE = re.compile(r"(?: & \w+)? (?:19|20)\d\d")
_PART = re.compile(r"^## (.+)$", re.M)
_CAPTION = re.compile(r"\*(?!\*)[^*].*\*", re.S)
_INLINE = re.compile(r"</?(?:strong|em|code|span)\b[^>]*>")
_BLOCK = re.compile(r"<(?!/?a\b)[^>]*>")


class _Block(NamedTuple):
    """A paragraph, an item of a list or a row of a table."""

    start: int
    end: int
    part: str
    """The last `##` heading before it in its cell."""


class _Use(NamedTuple):
    term: str
    start: int
    end: int
    bold: bool
    part: str


class _Place(NamedTuple):
    cell: int
    use: _Use


def linked(cells: Sequence[str], terms: Sequence[Term]) -> list[str]:
    """Return the Markdown *cells* of a notebook with links to *terms*, MOST_LINKS at most.

    What is linked already stays. When there are too many terms, those with the smallest priority
    win, less one where the notebook has the term in bold; then those that come first in *terms*.
    """
    cells, terms = list(cells), tuple(terms)
    there = anchors(cells)
    room = MOST_LINKS - len(there)
    found = _places(cells, terms)
    waiting = [term for term in terms if term.term in found and term.anchor not in there]
    waiting.sort(key=lambda term: term.priority - found[term.term][0].use.bold)
    for term in waiting:
        if room <= 0:
            break
        # Links that were put in since have moved the places.
        for place in _places(cells, terms).get(term.term, ()):
            if source := _with_link(cells[place.cell], place.use, f"{PAGE}#{term.anchor}"):
                cells[place.cell] = source
                room -= 1
                break
    return cells


def anchors(cells: Sequence[str]) -> list[str]:
    """Return the anchors of the glossary to which the *cells* link."""
    return [anchor for cell in cells for anchor in _LINK.findall(cell)]


def _places(cells: Sequence[str], terms: tuple[Term, ...]) -> dict[str, list[_Place]]:
    """Return where each term stands that stands somewhere, the bold places first."""
    found: dict[str, list[_Place]] = {}
    part = ""
    for number, cell in enumerate(cells):
        for use in _uses(cell, terms):
            if (use.part or part) not in PARTS_WITHOUT:
                found.setdefault(use.term, []).append(_Place(number, use))
        headings = _PART.findall(cell)
        part = headings[-1] if headings else part
    for places in found.values():
        places.sort(key=lambda place: not place.use.bold)
    return found


@lru_cache(maxsize=4096)
def _uses(cell: str, terms: tuple[Term, ...]) -> tuple[_Use, ...]:
    """Return where the terms stand in the prose of a cell, from top to bottom."""
    pattern, names = _spellings(terms)
    bold = {match.span("words") for match in _BOLD.finditer(cell)}
    runs = [match.span() for match in _BOLD_RUN.finditer(cell)]
    uses = []
    for block in _blocks(cell):
        for match in pattern.finditer(cell, block.start, block.end):
            name = names.get(_key(match[0]))
            use = _Use(name or "", *match.span(), match.span() in bold, block.part)
            inside = any(start < use.start < end for start, end in runs)
            if name and use.bold >= inside and not _SOURCE.match(cell, use.end):
                uses.append(use)
    return tuple(uses)


@lru_cache
def _spellings(terms: tuple[Term, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what finds any spelling, the longest that fits, and whose spelling it is."""
    names = {spelling: term.term for term in terms for spelling in term.spellings}
    longest_first = sorted(names, key=len, reverse=True)
    words = "|".join(r"\s+".join(map(re.escape, each.split())) for each in longest_first)
    pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.I)
    return pattern, {_key(spelling): name for spelling, name in names.items()}


def _key(spelling: str) -> str:
    """Return an abbreviation as it is written; other words may begin a sentence."""
    spelling = " ".join(spelling.split())
    abbreviation = sum(letter.isupper() for letter in spelling) > 1 and " " not in spelling
    return spelling if abbreviation else spelling.casefold()


def _blocks(cell: str) -> Iterator[_Block]:
    """Yield the blocks of prose: no headings, heads of tables, captions."""
    starts = [0, *(match.end() for match in re.finditer("\n", cell)), len(cell)]
    part = ""
    inside: list[str] = []
    row = -1
    for token in _MARKDOWN.parse(cell):
        if token.nesting == 1:
            inside.append(token.tag)
        elif token.nesting == -1:
            inside.pop()
        elif token.type == "inline" and token.map:
            first, last = token.map
            if "h2" in inside:
                part = token.content
            elif {"h1", "h3", "h4", "thead"}.isdisjoint(inside) and first != row:
                row = first
                if not _CAPTION.fullmatch(token.content):
                    yield _Block(starts[first], starts[min(last, len(starts) - 1)], part)


def _with_link(cell: str, use: _Use, target: str) -> str | None:
    """Return the cell with a link in that place; None if no link can stand there."""
    words = cell[use.start : use.end]
    after = f"{cell[: use.start]}[{words}]({target}){cell[use.end :]}"
    html = _MARKDOWN.render(after)
    opening = f'<a href="{target}">'
    if html.count(opening) != 1:
        return None
    left, _, rest = html.partition(opening)
    shown, _, right = rest.partition("</a>")
    if left + shown + right != _MARKDOWN.render(cell) or _touches(left, right):
        return None
    return after


def _touches(left: str, right: str) -> bool:
    """Return whether no word stands between a link and the one before or after it."""
    left, right = (_BLOCK.sub(" block ", _INLINE.sub("", html)) for html in (left, right))
    return bool(re.search(r"</a>\W*$", left) or re.match(r"\W*<a\b", right))

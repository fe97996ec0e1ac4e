"""What is wrong with a text in Markdown, and what of it is not shown as it was typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from selfcheck.markdown import backslashes, dialects, limits, pictures, structure
from selfcheck.markdown.clean import lost
from selfcheck.markdown.parsing import CODE, FORMULAS, HTML, Parsed, of, parsed

if TYPE_CHECKING:
    from markdown_it.token import Token

# Signs that mean something to Markdown, so that a backslash before them is no mistake.
MARKED = frozenset("\\`*_[]<>#+-.)!|$~&")
# How TeX begins and ends a formula, and what is in one: brackets are written so as well.
TEX = (("\\(", "\\)", re.compile(r".")), ("\\[", "\\]", re.compile(r"[\\^_]")))
# What is left of a formula that Markdown takes for none: a space or a digit beside a `$`, or a `$`
# within it.
INSIDE = r"(?! )(?:[^$]*[\\^_][^$]*|[a-zA-Z] ?)"
DOLLARS = re.compile(
    rf"\$\s*\\[a-zA-Z]{{2,}}[^$]*\$?|(?<!\w)\$ +{INSIDE}\$|\$(?!\d){INSIDE}(?<= )\$(?!\w)"
    rf"|(?<=\d)\${INSIDE}(?<! )\$|\${INSIDE}(?<! )\$(?=\d)"
)
# What double quotes in YAML leave of commands such as `\theta` and `\neq`: a tab or a new line.
QUOTED = re.compile(
    r"(?:(\t)(heta|au|o|ext|imes|anh?|ilde|frac|herefore|riangle|op)"
    r"|(\n)((?<=\$\n)u|abla|eq|otin|mid))(?![a-zA-Z])"
)
# What is left of a picture or a link that Markdown takes for none: mostly a space in the address.
LEFT = re.compile(r"!\[[^\]]*\] ?\([^)]*\)?|\[[^\]]*\] ?\((?:https?:|mailto:|www\.)[^)]*\)?")
EATEN = "the backslash before `{}` is not shown; take it out, or write two to show one"
MOST_SHOWN = 40


def problems(text: str, questions: Path | None = None, place: str = "text") -> list[str]:
    """Return what in *text* may not stand in a bank, each with its mend.

    questions: the folder from which addresses of pictures are seen; without one, whether a picture
    is there is not looked at. place: where the page shows *text*: "text" for anywhere, "line" for
    one paragraph, "label" for one without links, "menu" for a menu, which shows plain text.
    """
    if found := list(limits.exceeded(text)):
        return found
    read = parsed(text)
    # In most texts there is nothing to look for.
    looked = () if _is_words(read, text) else _looked(read, text, questions, place)
    found = list(dict.fromkeys(each for part in looked for each in part))
    # The last net: whatever it may be, sanitising is not to take it away in silence.
    return found or [f"{each} is not shown; write it in another way" for each in lost(read.html)]


def _looked(
    read: Parsed, text: str, questions: Path | None, place: str
) -> tuple[Iterator[str], ...]:
    return (
        # A menu shows tags as they are typed, as everything else in it.
        iter(()) if place == "menu" else _html(read),
        iter(read.refused),
        _specials(read, text),
        _formulas(read),
        _dollars(read),
        _quoted(text),
        _pictures(read, questions),
        _links(read),
        structure.problems(read, text),
        dialects.problems(read, text),
        *(each(read) for each in PLACES[place]),
    )


def _is_words(read: Parsed, text: str) -> bool:
    """Return whether *text* is one line, in which no sign means anything, nor seems to."""
    signs = any(sign in text for sign in ("$", "[", "\\begin{"))
    alone = read.line and not (read.specials or read.refused or signs)
    return alone and all(token.type in ("inline", "text") for token in read.flat)


def _html(read: Parsed) -> Iterator[str]:
    tags = [token.content.strip() for token in read.flat if token.type in HTML]
    begun = [tag for tag in tags if not tag.startswith("</")]
    for tag in begun or tags[:1]:
        shown = tag.splitlines()[0][:MOST_SHOWN]
        yield f"HTML is not allowed in Markdown: {shown}; write `\\<` for a sign <"


def _specials(read: Parsed, text: str) -> Iterator[str]:
    written = {special.written for special in read.specials}
    for begin, end, holds in TEX:
        first, last = text.find(begin), text.rfind(end)
        if {begin, end} <= written and holds.search(text, first + 2, max(last, 0)):
            shown = _short(text[first : last + 2])
            yield f"`{shown}` is no formula in Markdown; write it between two `$`"
            return
    for kind, as_written, shown in dict.fromkeys(read.specials):
        if kind == "entity" and unicodedata.category(shown[0])[0] not in "ZC":
            yield (
                f"`{as_written}` is shown as `{shown}`; write that sign itself (`\\<` for <), or "
                f"`\\{as_written}` to show it as typed"
            )
        elif kind == "escape" and shown != as_written and shown not in MARKED:
            yield EATEN.format(shown)
    yield from map(EATEN.format, backslashes.needless(read, text))


def _formulas(read: Parsed) -> Iterator[str]:
    for token in read.flat:
        if token.type in FORMULAS:
            yield from of(token).problems


def _dollars(read: Parsed) -> Iterator[str]:
    if any(special.written == "\\$" for special in read.specials):
        return
    for token in read.flat:
        if token.type == "text" and (found := DOLLARS.search(token.content)):
            yield (
                f"`{_short(found[0])}` is no formula in Markdown; write it between two `$` with no "
                "space within, no digit beside and no `$` between them, and a dollar sign as `\\$`"
            )


def _quoted(text: str) -> Iterator[str]:
    if "$" in text and (found := QUOTED.search(text)):
        command = f"t{found[2]}" if found[1] else f"n{found[4]}"
        what = "a tab" if found[1] else "a new line"
        yield (
            f"in double quotes `\\{command[0]}` is {what}; for the command write "
            f"`\\\\{command}`, or use single quotes"
        )


def _pictures(read: Parsed, questions: Path | None) -> Iterator[str]:
    for token in read.flat:
        if token.type != "image":
            continue
        source = str(token.attrs.get("src", ""))
        if not token.content.strip():
            yield f"a picture has no alternative text; write what it shows: ![…]({source})"
        for part in token.children or ():
            if part.type in (*FORMULAS, *CODE, *HTML):
                yield f"an alternative text is plain text; write `{_short(part.content)}` in words"
        if token.attrs.get("title"):
            yield "the title of a picture is shown under a mouse alone; write it beside the picture"
        if questions:
            try:
                pictures.data(source, questions)
            except pictures.PictureError as error:
                yield str(error)


def _links(read: Parsed) -> Iterator[str]:
    empty = False
    for token in read.flat:
        if token.type == "text" and (found := LEFT.search(token.content)):
            yield (
                f"`{_short(found[0])}` is no picture or link in Markdown; write its address "
                "without spaces (%20 for one), directly after the brackets"
            )
        if token.type == "link_close" and empty:
            yield "a link has no words, and nobody sees it; write what it leads to: [words](…)"
        empty = token.type == "link_open" or (empty and not token.content.strip())


def _menu(read: Parsed) -> Iterator[str]:
    """Yield what a menu cannot show: it has one line of plain text for each entry."""
    tests: list[tuple[Callable[[Token], bool], str]] = [
        (lambda token: token.type == "image", "no picture"),
        (lambda token: token.type == "link_open", "no link"),
        (lambda token: token.type in ("em_open", "strong_open"), "no bold and no italics"),
        (lambda token: token.type == "code_inline", "no code"),
        (
            lambda token: token.type in FORMULAS and not of(token).flat,
            "no fraction, power or index",
        ),
    ]
    if _is_long(read):
        yield "this text stands in a menu, which shows one line of text; write it as plain text"
    for token in read.flat:
        for holds, what in tests:
            if holds(token):
                yield f"this text stands in a menu, which shows {what}; write it as plain text"


def _line(read: Parsed) -> Iterator[str]:
    """Yield what does not fit into one paragraph."""
    if _is_long(read):
        yield "this text can only be one paragraph; take out lists, tables and empty lines"


def _is_long(read: Parsed) -> bool:
    kinds = [token.type for token in read.tokens]
    return not read.line and kinds != ["paragraph_open", "inline", "paragraph_close"]


def _linkless(read: Parsed) -> Iterator[str]:
    """Yield links in what may be a link itself."""
    if any(token.type == "link_open" for token in read.flat):
        yield "this text may be a link itself, so none can stand in it; take it out"


# What is looked for in a text, by the place where the page shows it.
PLACES: dict[str, tuple[Callable[[Parsed], Iterator[str]], ...]] = {
    "text": (),
    "line": (_line,),
    "label": (_line, _linkless),
    "menu": (_menu,),
}


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= MOST_SHOWN else f"{shown[: MOST_SHOWN - 1]}…"

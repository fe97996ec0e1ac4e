"""What Markdown makes of a text without a word: lists, headings, emphasis, definitions of links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from selfcheck.markdown.parsing import Parsed

if TYPE_CHECKING:
    from markdown_it.token import Token

HEADING = "h4"
# From here on markdown-it leaves out what stands in lists and quotations in each other.
DEEPEST = 18
OPERAND = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]")
BEFORE, AFTER = re.compile(r"\w+$"), re.compile(r"^\w+")
SIGN = re.compile(r"\W$")
QUOTES = ("'", '"')
NAME = re.compile(r"[^\W\d]\w*")


def problems(read: Parsed, text: str) -> Iterator[str]:
    """Yield what is shown otherwise than it was typed in *text*, which *read* was made of."""
    # As Markdown has them: not at all that Python takes for the end of a line.
    lines = text.replace("\r\n", "\n").split("\n")
    if any(token.level >= DEEPEST for token in read.tokens):
        yield "lists and quotations stand too deep in each other; take some out"
    yield from _lists(read.tokens, lines)
    yield from _headings(read.tokens, lines)
    yield from _tables(read.tokens, lines)
    yield from _definitions(read)
    for token in read.tokens:
        if token.type == "inline":
            yield from _emphasis(token.children or ())
            yield from _titles(token.children or ())


def _lists(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[str]:
    """Yield lists that are none, such as a year with a full stop at the beginning of a line."""
    for n, token in enumerate(tokens):
        if _is_list(token):
            rows = list(_entries(tokens[n + 1 :], token.level + 1))
            nested = tokens[n + 4 : n + 6]
            if len(rows) == 1 and token.level == 0 and not any(map(_is_list, nested)):
                yield _literal("a list", lines, rows[0], rows[0].markup)
            elif token.type == "ordered_list_open":
                yield from _counted(rows, lines)
            if len(rows) > 1:
                yield from _empty(rows, tokens, lines)
        elif token.type == "blockquote_open" and token.level == 0 and token.map:
            line = lines[token.map[0]]
            if re.match(r"\s*>\s*[=\d]", line):
                yield _literal("a quotation", lines, token, ">")


def _is_list(token: Token) -> bool:
    return token.type in ("bullet_list_open", "ordered_list_open")


def _entries(tokens: Sequence[Token], level: int) -> Iterator[Token]:
    for token in tokens:
        if token.level < level:
            return
        if token.type == "list_item_open" and token.level == level:
            yield token


def _empty(rows: Sequence[Token], tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[str]:
    """Yield the first entry in which nothing stands: a sign that was meant as one."""
    ends = {id(one) for one, other in pairwise(tokens) if other.type == "list_item_close"}
    for row in rows:
        if id(row) in ends:
            yield _literal("an empty entry of a list", lines, row, row.markup)
            return


def _counted(rows: Sequence[Token], lines: Sequence[str]) -> Iterator[str]:
    """Yield numbers that are not shown: a list counts by itself, from its first number on."""
    if rows[0].markup == ")":
        first = rows[0].info
        yield (
            f"Markdown shows `{first})` of a list as `{first}.`; write that, or `{first}\\)` at "
            "the beginning of each line to show it as typed"
        )
        return
    for row in rows:
        if row.info != str(int(row.info)):
            yield _literal(f"number {int(row.info)} of a list", lines, row, row.markup)
            return
    numbers = [int(row.info) for row in rows]
    # Those who leave counting to Markdown write 1 each time.
    if set(numbers) == {1}:
        return
    for (before, number), row in zip(pairwise(numbers), rows[1:], strict=True):
        if number != before + 1:
            yield _literal(f"number {before + 1} of a list", lines, row, row.markup)
            return


def _headings(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[str]:
    for token in tokens:
        if token.type != "heading_open" or token.tag == HEADING:
            continue
        if token.markup.startswith("#"):
            message = _literal("a heading", lines, token, "#")
            yield f"{message}, or `####`, the one kind of heading that a question has"
        else:
            yield (
                f"the line of `{token.markup}` under a text makes a heading of it; "
                "leave a line free above it, or take it out"
            )


def _literal(what: str, lines: Sequence[str], token: Token, sign: str) -> str:
    """Return that Markdown makes *what* of a line, and how it is shown as typed."""
    line = lines[token.map[0]].strip() if token.map else ""
    shown = line if len(line) <= 40 else f"{line[:39]}…"
    typed = line.replace(sign, f"\\{sign}", 1)
    return (
        f"Markdown makes {what} of the line `{shown}`; to show it as typed begin it with "
        f"`{typed.split(' ')[0]}`"
    )


def _tables(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[str]:
    """Yield rows with more cells than the table's head, which are not shown."""
    from markdown_it.rules_block.table import escapedSplit

    columns, body = 0, False
    for token in tokens:
        if token.type == "table_open":
            columns = 0
        columns += token.type == "th_open"
        body = token.type == "tbody_open" or (body and token.type != "tbody_close")
        if body and token.type == "tr_open" and token.map:
            line = lines[token.map[0]].strip()
            cells = escapedSplit(line.removeprefix("|"))
            count = len(cells) - (cells[-1:] == [""])
            if count > columns:
                yield f"a row of a table has {count} cells and the head {columns}; add to the head"


def _definitions(read: Parsed) -> Iterator[str]:
    used = {token.meta.get("label") for token in read.flat}
    for label in read.environment.get("references", {}):
        if label not in used:
            yield (
                f"the line that begins with `[{label.lower()}]:` says where a link leads, is not "
                f"shown, and no link uses it; take it out, or begin it with `\\[`"
            )


def _emphasis(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield products, names and comments whose `*` or `_` Markdown takes for emphasis."""
    for n, token in enumerate(tokens):
        if token.type not in ("em_open", "strong_open"):
            continue
        end = _closing(tokens, n)
        mark, said = token.markup, "".join(part.content for part in tokens[n + 1 : end])
        if mark == "__" and NAME.fullmatch(said) and not _word(tokens, n - 1, BEFORE):
            yield f"`__{said}__` is shown without its `_`; write `` `__{said}__` `` or **{said}**"
        before, after = _word(tokens, n - 1, BEFORE), _word(tokens, end + 1, AFTER)
        words = (before, said, after)
        plain = [bool(OPERAND.fullmatch(word)) for word in words]
        number = [bool(re.fullmatch(r"[\d.,]+", word)) for word in words]
        product = before and after and (all(plain) or any(number) or " " in said)
        # Of single letters that touch, as in `p*q*`, none is meant to be in italics.
        letters = (before or after) and mark == "*" and all(map(_is_sign, words))
        lost = product or letters or _cut(said, before, _word(tokens, n - 1, SIGN))
        if lost if "*" in mark else _is_code(said) or _is_open(said):
            typed = f"{before}{mark}{said}{mark}{after}"
            escaped = typed.replace(mark[0], f"\\{mark[0]}")
            yield f"`{typed}` is shown without its `{mark[0]}`; write `{escaped}`"


def _closing(tokens: Sequence[Token], opened: int) -> int:
    """Return the index of the token that ends the emphasis which begins at *opened*."""
    token = tokens[opened]
    kind = token.type.replace("_open", "_close")
    inside = range(opened + 1, len(tokens))
    return next(n for n in inside if tokens[n].type == kind and tokens[n].level == token.level)


def _cut(said: str, word: str, sign: str) -> bool:
    """Return whether *said* begins in a bracket, a comment or quotes; *word*, *sign*: before it."""
    comment = said[:1] == said[-1:] == "/" and " " in said
    quotes = sign in QUOTES and said[:1] == sign
    return bool(word and _is_open(said)) or comment or quotes or _is_code(said)


def _is_code(said: str) -> bool:
    """Return whether *said* is a piece of a path, or a sign of Markdown."""
    return (said.endswith("/") and not said.startswith("/")) or set(said) <= {"*", "_"}


def _is_open(said: str) -> bool:
    return any(said.count(one) != said.count(other) for one, other in ("()", "[]", "{}"))


def _is_sign(word: str) -> bool:
    return not word or bool(OPERAND.fullmatch(word))


def _word(tokens: Sequence[Token], index: int, where: re.Pattern[str]) -> str:
    """Return the word with which the text at *index* ends or begins; nothing when there is none."""
    if not 0 <= index < len(tokens) or tokens[index].type != "text":
        return ""
    found = where.search(tokens[index].content)
    return found[0] if found else ""


def _titles(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "link_open" and token.attrs.get("title"):
            title = token.attrs["title"]
            yield f"the title of a link, {title!r}, is shown under a mouse alone; write it in words"

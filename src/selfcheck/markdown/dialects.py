"""What other kinds of Markdown know and this does not, so that its signs are shown or left out.

MyST's roles and directives, formulas of TeX's own, footnotes, variables that begin with a dollar
sign; code and tables that seem to be meant and are none, or have no end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from selfcheck.markdown.parsing import Parsed

if TYPE_CHECKING:
    from markdown_it.token import Token

ROLE = re.compile(r"\{([a-z][a-z0-9:+._-]+)\}$")
DIRECTIVE = re.compile(r"\{([A-Za-z][\w:+.-]*)\}")
COLONS = re.compile(r"^:{3,} ?\{[A-Za-z][\w:+.-]*\}", re.MULTILINE)
# Of formulas that need no `$` in TeX, and in a notebook.
ENVIRONMENT = re.compile(
    r"\\begin\{(align|aligned|alignat|array|[bBpvV]?matrix|cases|eqnarray|equation|gather|gathered"
    r"|multline|smallmatrix|split)\b"
)
# What is no formula between two dollar signs where letters follow: it ends with a sign that wants
# another operand, or has a word, or is in braces alone.
VARIABLE = re.compile(r".*[-+*/.:,;=<>&|]|.*(?<![\\A-Za-z])[A-Za-z]{3,}.*|\{\w+\}", re.DOTALL)
NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)
ROW = re.compile(r"\|[^|]*\|.*\|")
# The line under the head of a table.
RULE = re.compile(r"(?=.*\|)\|? *:?-+:? *(?:\| *:?-+:? *)*\|?")


def problems(read: Parsed, text: str) -> Iterator[str]:
    """Yield what in *text*, which *read* was made of, is of another kind of Markdown."""
    yield from _code(read.tokens, text)
    yield from _notes(text)
    for token in read.flat:
        if token.type == "inline":
            yield from _roles(token.children or ())
            yield from _variables(token.children or ())
            yield from _lines(token)
        elif token.type == "text" and (found := ENVIRONMENT.search(token.content)):
            yield (
                f"`\\begin{{{found[1]}}}` begins no formula in Markdown; write `$$` before it, and "
                "after its `\\end`"
            )


def _code(tokens: Sequence[Token], text: str) -> Iterator[str]:
    """Yield directives, of which only the code would be shown, and code that has no end."""
    lines = text.split("\n")
    for token in tokens:
        if token.type != "fence" or not token.map:
            continue
        if found := DIRECTIVE.match(token.info.strip()):
            yield _no_directive(found[0])
        first, end = token.map
        if end - first < 2 or not _ends(lines[end - 1], token.markup):
            begins = f"{token.markup}{token.info.strip()[:20]}"
            yield (
                f"the code that begins with {begins} has no end; write a line of {token.markup} "
                "behind it"
            )


def _ends(line: str, markup: str) -> bool:
    last = line.strip("> \t\r")
    return set(last) == {markup[0]} and len(last) >= len(markup)


def _no_directive(name: str) -> str:
    return (
        f"`{name}` is a directive of MyST, and a question knows none; write its text alone, as a "
        "quotation or a paragraph"
    )


def _notes(text: str) -> Iterator[str]:
    for name in dict.fromkeys(NOTE.findall(text)):
        if text.count(f"[^{name}]") > text.count(f"[^{name}]:"):
            yield (
                f"a question has no footnotes, and shows `[^{name}]`; write the note into the text"
            )


def _roles(tokens: Sequence[Token]) -> Iterator[str]:
    for before, token in pairwise(tokens):
        if (
            token.type == "code_inline"
            and before.type == "text"
            and (found := ROLE.search(before.content))
        ):
            yield (
                f"`{found[0]}` is a role of MyST, and is shown before code; write words, or a "
                "formula between two `$`, or a space between the two"
            )


def _variables(tokens: Sequence[Token]) -> Iterator[str]:
    for n, token in enumerate(tokens):
        if token.type != "math_inline" or n + 1 == len(tokens):
            continue
        before, after = tokens[n - 1].content[-1:] if n else "", tokens[n + 1].content
        if re.match(r"[A-Za-z_{(]", after) and (
            VARIABLE.fullmatch(token.content) or (before.isalpha() and after[0].isalpha())
        ):
            yield (
                f"`${token.content[:30]}${after[:10]}` is taken for a formula; write each dollar "
                "sign as `\\$`, or all of it as code"
            )


def _lines(token: Token) -> Iterator[str]:
    """Yield what a paragraph shows in one line, one after another, and was no paragraph."""
    if found := COLONS.search(token.content):
        yield _no_directive(found[0].lstrip(": "))
    lines = [line.strip() for line in token.content.split("\n")]
    if any(map(RULE.fullmatch, lines[1:])):
        yield (
            "a line such as `|---|` makes a table only directly under a head with as many cells; "
            "give both the same"
        )
    elif any(ROW.fullmatch(one) and ROW.fullmatch(other) for one, other in pairwise(lines)):
        yield "lines of cells are no table; write a line such as `|---|---|` under the first"

r"""Formulas and names in a text, set aside before it is read as HTML or Markdown.

What stands in a formula is no markup, and what stands in brackets for a gap or a column is not
typed: each becomes a sign of its own, which nothing else takes for anything, and comes back as a
formula or a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

# Private-use signs around the number of a formula, and around the name of a gap or a column.
FORMULA, NAME, END = "\ue000", "\ue001", "\ue002"
MARK = re.compile(f"([{FORMULA}{NAME}])([^{END}]*){END}")
OURS = re.compile(f"[{FORMULA}{NAME}{END}]")

# As `markdown.formula` does: what is longer is no formula.
LONGEST = 1_000
CODES = "pre|code|tt|kbd|samp|script|style"
HTML_CODE = rf"<(?P<code>{CODES})\b.*?</(?P=code)\s*>|<!--.*?-->|<(?!tex\b)[a-zA-Z/][^<>]*>"
MARKDOWN_CODE = (
    r"(?:^|(?<=\n)) {0,3}(?P<fence>`{3,}|~{3,}).*?\n {0,3}(?P=fence)"
    r"|(?P<code>`+)(?!`).*?(?<!`)(?P=code)(?!`)"
)
SPANS = (
    rf"\\\\\((?P<double>.{{1,{LONGEST}}}?)\\\\\)|\\\\\[(?P<doubles>.{{1,{LONGEST}}}?)\\\\\]"
    rf"|(?<!\\)\\\((?P<inline>.{{1,{LONGEST}}}?)\\\)|(?<!\\)\\\[(?P<display>.{{1,{LONGEST}}}?)\\\]"
    rf"|(?<![\\$])\$\$(?P<block>[^$]{{1,{LONGEST}}}?)\$\$"
    r"|\[tex\](?P<tex>.{1,1000}?)\[/tex\]|<tex\b[^<>]*>(?P<element>.{1,1000}?)</tex>"
    r"|(?<![\\$a-zA-Z])\$(?P<dollar>(?![\s$])(?:[^$\n\\]|\\.){1,300}?)(?<![\s\\])\$(?![$\w])"
)
ESCAPED = r"|(?P<escaped>\\\$)"
# Between two dollars: what money and prose do not have.
TEX = re.compile(r"\\[a-zA-Z]|[\^_]|\\\\")
# ruff: noqa: RUF001 (Greek letters)
SHORT = re.compile(r"\d+([.,]\d+)*|[A-Z]{1,3}|[a-zα-ω]'?(\s*,\s*[a-zα-ω]'?)*")
SUM = re.compile(r"(?=.*[=<>+*/()-])(?!.*[a-zA-Z]{3})[\w\s+*/=<>().,!|'-]+")
# What a formula needs in no page of ours.
NUMBERED = re.compile(r"\\(?:label\{[^{}]*\}|nonumber\b|notag\b|tag\*?\{[^{}]*\})")
TAGS = re.compile(r"<(?:br|p|div|span|b|i|em|strong)\b[^<>]*>|</(?:p|div|span|b|i|em|strong)>")


class Formula(NamedTuple):
    """LaTeX, and whether it stands on a line of its own; None where the place decides."""

    latex: str
    display: bool | None = False


@dataclass
class Marked:
    """A text with marks, and the formulas that they stand for."""

    text: str
    formulas: list[Formula] = field(default_factory=list)


def name(known: str) -> str:
    """Return the mark of a gap or a column."""
    return f"{NAME}{known}{END}"


def formulas(source: str, code: str) -> Marked:
    """Return *source* with a mark for each formula.

    code: a pattern of what is passed over, `HTML_CODE` or `MARKDOWN_CODE`.
    """
    marked = Marked("")
    if not re.search(r"\$|\\[(\[]|\[tex\]|<tex", source):
        marked.text = source
        return marked
    markup = code == HTML_CODE

    def mark(found: re.Match[str]) -> str:
        kind = found.lastgroup or ""
        latex = found[kind] if kind in KINDS else ""
        if kind == "dollar" and not is_formula(unescape(latex) if markup else latex):
            return found[0]
        if kind == "dollar" and markup and re.search(r"</?[a-zA-Z]", latex):
            return found[0]
        if kind not in KINDS or not latex.strip():
            return found[0]
        plain = unescape(TAGS.sub(" ", latex)) if markup else latex
        marked.formulas.append(Formula(tidy(plain), KINDS[kind]))
        return f"{FORMULA}{len(marked.formulas) - 1}{END}"

    marked.text = re.sub(f"{code}|{SPANS}{ESCAPED}", mark, source, flags=re.DOTALL)
    return marked


KINDS: dict[str, bool | None] = {
    **dict.fromkeys(("inline", "double", "dollar", "tex", "element"), False),
    **dict.fromkeys(("display", "doubles"), True),
    "block": None,
}


def is_formula(text: str) -> bool:
    """Return whether *text*, between two dollars, is a formula and no prose between two prices."""
    return bool(TEX.search(text) or SHORT.fullmatch(text) or SUM.fullmatch(text))


def tidy(latex: str) -> str:
    """Return *latex* in one line, without numbers of equations and no-break spaces."""
    return " ".join(NUMBERED.sub("", latex.replace("\xa0", " ")).split())

"""Signs that stand higher or lower: as characters where there are such, and else as a formula."""

from __future__ import annotations

import re

PLAIN = "0123456789+-−=()ni"
RAISED = dict(zip(PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
LOWERED = dict(zip(PLAIN[:-2], "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))
# Of numbers that say which one, in the languages that raise them: 1st, 2nd, 1er, 1º, XIXe.
ORDINAL = re.compile("st|nd|rd|th|er|re|e|o|a|os|as|ème|eme|ère|nde?", re.IGNORECASE)
MARK = re.compile("[®™℠©*†‡ºª°]+")
# What a raised sign belongs to, at the end of the text before it.
BASE = re.compile(r"(?:\d+(?:[.,]\d+)*|[^\W\d_]+|\))$")
LETTERS = re.compile(r"[^\W\d_]{2,}")


def raised(text: str) -> str | None:
    """Return *text* in raised characters, or as it is where nobody needs it raised; else None."""
    if ORDINAL.fullmatch(text) or MARK.fullmatch(text):
        return text
    return _translated(text, RAISED)


def lowered(text: str) -> str | None:
    """Return *text* in lowered characters; None where one of them has no such form."""
    return _translated(text, LOWERED)


def _translated(text: str, forms: dict[str, str]) -> str | None:
    if not all(sign in forms for sign in text):
        return None
    return "".join(forms[sign] for sign in text)


def latex(base: str, sign: str, text: str) -> str:
    """Return LaTeX of *text* raised (*sign* `^`) or lowered (`_`) beside *base*."""
    return f"{_word(base) or '{}'}{sign}{{{_word(text)}}}"


def _word(text: str) -> str:
    escaped = re.sub(r"[%#&_{}$]", r"\\\g<0>", text.replace("\\", ""))
    if LETTERS.search(escaped) or " " in escaped:
        return rf"\text{{{escaped}}}"
    return escaped

"""Letters in the styles of formulas, as characters: MathML Core has no attribute for them."""

from __future__ import annotations

import unicodedata

# By the style's name in MathML 3, what Unicode calls such letters.
STYLES = {
    "bold": "BOLD",
    "italic": "ITALIC",
    "bold-italic": "BOLD ITALIC",
    "script": "SCRIPT",
    "fraktur": "FRAKTUR",
    "double-struck": "DOUBLE-STRUCK",
    "sans-serif": "SANS-SERIF",
    "sans-serif-italic": "SANS-SERIF ITALIC",
    "monospace": "MONOSPACE",
}
# Letters that were there before the others have names of their own.
OLDER = {"FRAKTUR": "BLACK-LETTER", "ITALIC": ""}
PLANCK = "\N{PLANCK CONSTANT}"


def styled(text: str, style: str) -> str | None:
    """Return *text* in letters of a *style*; None where one of them has no such form."""
    found = [_letter(sign, STYLES[style]) if style in STYLES else None for sign in text]
    return None if None in found else "".join(map(str, found))


def _letter(sign: str, style: str) -> str | None:
    """Return one letter or digit in a style."""
    name = unicodedata.name(sign, "")
    kind = name.removeprefix("LATIN ").removeprefix("GREEK ").replace(" LETTER", "")
    if name.startswith("DIGIT "):
        return _named(f"MATHEMATICAL {style} {name}")
    if not name.startswith(("LATIN ", "GREEK ")):
        return None
    if sign == "h" and style == "ITALIC":
        return PLANCK
    return _named(f"MATHEMATICAL {style} {kind}") or _named(f"{OLDER.get(style, style)} {kind}")


def _named(name: str) -> str | None:
    try:
        return unicodedata.lookup(name)
    except KeyError:
        return None

"""Numbers, as people write them and as JSON does."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from selfcheck.words import say

# From HUGE on, and below TINY, a number is shown as a power of ten; frontend/src/written.js too.
HUGE, TINY = 1e12, 1e-6
# More characters no number has.
LONGEST = 60
# How many parts of a tolerance the digits that are left out may change a number.
PARTS = 50
FRACTION = re.compile(r"([+-]?)(?:([0-9]+) )?([0-9]+) ?/ ?([0-9]+)")
NUMBER = re.compile(
    r"([^0-9+.,-]{0,5})([+-]? ?)((?:[0-9]|[.,](?=[0-9]))(?:[0-9.,' _]*[0-9])?)"
    r"(?: ?[x×·*] ?10\^?([+-]?[0-9]+)|[eE]([+-]?[0-9]+))?( ?[^0-9]*)"
)
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def written(value: float, language: str = "en", reach: float = 0) -> str:
    """Return *value* as people write it: 82,718 or 0.00005 in English, 82.718 in German.

    A huge or tiny number is a power of ten, 6.022 × 10²³, with the digits that matter where *reach*
    counts as right on both sides of it.
    """
    if not value or TINY <= abs(value) < HUGE:
        # YAML knows a zero below zero, and nobody else does.
        return _in(language, f"{Decimal(repr(value or 0)):,f}")
    digits, _, power = f"{Decimal(repr(_rounded(value, reach))):e}".partition("e")
    digits = digits.replace("-", "\N{MINUS SIGN}")
    return f"{_in(language, digits)} × 10{str(int(power)).translate(RAISED)}"


def is_kept(typed: str, value: float) -> bool:
    """Return whether *value* is shown with the digits of *typed*, as which it stands in a file."""
    said = written(value).replace(",", "").replace("\N{MINUS SIGN}", "-")
    digits, raised, _ = said.partition(" × ")
    if not raised:
        return said == typed
    number, power, _ = typed.lower().partition("e")
    if power:
        return number == digits
    # Written out, zeros before the first digit are none of them, nor those that end a whole number.
    number = number.replace(".", "").replace("-", "").lstrip("0")
    number = number if "." in typed else number.rstrip("0")
    return number == digits.replace(".", "").replace("-", "")


def _in(language: str, text: str) -> str:
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    signs = {",": say(language, "thousands"), ".": say(language, "decimal")}
    return "".join(signs.get(sign, sign) for sign in text)


def _rounded(value: float, reach: float) -> float:
    """Return *value* with the fewest digits that are as good, where *reach* is tolerated."""
    short = (float(f"{value:.{digits}e}") for digits in range(17))
    return next((each for each in short if abs(each - value) <= reach / PARTS), value)


def short(value: float) -> int | float:
    """Return *value* as JSON writes it shortest: 42240.0 is 42240."""
    # Beyond, a float no longer holds every whole number.
    return int(value) if float(value).is_integer() and abs(value) < 1e15 else value


def clean(value: float) -> int | float:
    """Return a computed *value* without the noise of binary fractions: 0.1 + 0.2 is 0.3.

    So the HTML is the same everywhere.
    """
    return short(float(f"{value:.12g}"))


def advice(text: str) -> str:
    """Return how the number that *text* seems to be is written in a bank; nothing for no number."""
    plain = _plain(text) if len(text) <= LONGEST else ""
    if found := FRACTION.fullmatch(plain):
        sign, whole, top, bottom = found.groups()
        if not float(bottom):
            return ""
        value = float(f"{(int(whole or 0) + int(top) / int(bottom)):.6g}")
        said = f"a fraction is written as a number, {short(-value if sign == '-' else value)}"
        exact = value * int(bottom) == int(whole or 0) * int(bottom) + int(top)
        return said if exact else f"{said}, with a `tolerance`"
    found = NUMBER.fullmatch(plain)
    if not found:
        return ""
    before, sign, digits, raised, power, after = (part or "" for part in found.groups())
    number, how = _with_point(digits)
    if raised or power:
        number, how = f"{float(f'{number}e{raised or power}'):g}", ""
    number = f"{sign.strip().replace('+', '')}{number}"
    if before.strip() or after.strip(" %"):
        return f"a number is written alone, {number}; its unit goes to `unit`"
    if after and not how:
        return f"a number is written alone, {number}; its unit goes to `unit`"
    if not how and sign and sign.strip() not in text:
        how = ", with a hyphen as its minus"
    if number == text.strip():
        how = ", without quotes"
    return f"a number is written {number}{how}"


def _plain(text: str) -> str:
    """Return *text* with one form for each digit, dash and space."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    seen = re.sub("(?<=[0-9])(?=[¼-¾⅐-⅞])", " ", seen)
    seen = re.sub("(10)([⁺⁻]?[⁰¹²³⁴-⁹]+)", r"\1^\2", seen)
    seen = unicodedata.normalize("NFKC", seen).replace("**", "^").replace("\u2044", "/")
    seen = re.sub(r" ?\^ ?", "^", seen)
    seen = re.sub(r"^([+-]?)10\^", r"\1 1x10^", seen)
    return "".join(_ascii(sign) for sign in seen).strip()


def _ascii(sign: str) -> str:
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(digit)
    if unicodedata.category(sign) == "Pd" or sign == "\N{MINUS SIGN}":
        return "-"
    return "'" if sign in "\u2018\u2019" else sign


def _with_point(digits: str) -> tuple[str, str]:
    """Return *digits* as a bank has them, and what was done to them."""
    marks = re.sub("[0-9]", "", digits)
    last = marks[-1:]
    point = last in (".", ",") and marks.count(last) == 1
    whole, part = digits.rsplit(last, 1) if point else (digits, "")
    number = re.sub("[^0-9]", "", whole) or "0"
    said = ", with a point" if point and last == "," else ""
    if point:
        number = f"{number}.{part}"
    if marks == "," and re.fullmatch("[1-9][0-9]{0,2},[0-9]{3}", digits):
        return number, f"{said}, or {number.replace('.', '')}"
    if len(marks) > point:
        said += f"{' and' if said else ', with'} nothing between thousands"
    return number, said

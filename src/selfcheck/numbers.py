"""Numbers, as people write them and as JSON does."""

from __future__ import annotations

from decimal import Decimal

from selfcheck.words import say


def written(value: float, language: str = "en") -> str:
    """Return *value* as people write it: 82,718 or 0.00005 in English, 82.718 in German."""
    text = f"{Decimal(repr(value)):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    signs = {",": say(language, "thousands"), ".": say(language, "decimal")}
    return "".join(signs.get(sign, sign) for sign in text)


def short(value: float) -> int | float:
    """Return *value* as JSON writes it shortest: 42240.0 is 42240."""
    # Beyond, a float no longer holds every whole number.
    return int(value) if float(value).is_integer() and abs(value) < 1e15 else value


def clean(value: float) -> int | float:
    """Return a computed *value* without the noise of binary fractions: 0.1 + 0.2 is 0.3.

    So the HTML is the same everywhere.
    """
    return short(float(f"{value:.12g}"))

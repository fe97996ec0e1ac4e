"""Numbers as a sentence has them."""

from __future__ import annotations

from collections.abc import Iterable

_SMALL = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def spelled(count: int) -> str:
    """Return a count as a word, up to twelve; a larger one in digits."""
    return _SMALL[count] if count < len(_SMALL) else f"{count:,}"


def listed(items: Iterable[str], last: str = "and") -> str:
    """Return items with commas, and with a word before the last: "A, B and C"."""
    *most, end = items
    return f"{', '.join(most)} {last} {end}" if most else end


def said(number: float, form: str = "") -> str:
    """Return a number as it is said, without a sign: "minus 0.4".

    form: how it is written, as for `format`.
    """
    written = f"{abs(number):{form}}"
    return f"minus {written}" if number < 0 else written


def two_digits(number: float) -> str:
    """Return a number rounded to its first two digits: "3,500", "15,000", "12"."""
    return f"{float(f'{number:.2g}'):,.0f}"

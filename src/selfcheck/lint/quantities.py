# ruff: noqa: RUF001 (signs that look alike stand beside each other in texts)
"""Numbers and ranges of numbers that an option is, with the words around them."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

NUMBER = r"[-−+]?(?:\d{1,3}(?:[,.  ']\d{3})+(?!\d)|\d+)(?:[.,]\d+)?"
DIGIT = re.compile(r"\d")
FRACTION = re.compile(rf"({NUMBER})\s*/\s*(\d+)")
SCALES = {
    **dict.fromkeys(("thousand", "tausend", "mil"), 1e3),
    **dict.fromkeys(("million", "millions", "millionen", "millones", "millón"), 1e6),
    **dict.fromkeys(("billion", "billions", "milliarden", "milliarde"), 1e9),
}
WORDS = {
    word: float(n)
    for names in (
        "zero one two three four five six seven eight nine ten eleven twelve",
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
    )
    for n, word in enumerate(names.split())
}
# What may stand before a number, and where the range then ends.
ABOUT = (
    r"(?:about|around|roughly|nearly|almost|circa|ca\.?|some|approximately|exactly"
    r"|ungefähr|etwa|rund|fast|unos|casi|aproximadamente|~|≈)\s+"
)
BELOW = (
    r"(?:less than|fewer than|under|below|before|up to|at most|no more than"
    r"|bis zu|weniger als|unter|vor|höchstens|menos de|antes de|hasta|como máximo|<|≤)\s*"
)
ABOVE = (
    r"(?:more than|over|above|after|at least|no less than|mehr als|über|nach|mindestens"
    r"|más de|después de|al menos|>|≥)\s*"
)
BETWEEN = r"(?:between|from|zwischen|von|entre|de)\s+"
TO = r"\s*(?:to|bis|–|-|—|\.\.\.?)\s*"
# "And" joins the ends of a range only where something before them says that it is one.
AND = r"\s*(?:and|und|y|a)\s*"
UNIT = r"(?P<unit>[^\d,;]{0,40})"
ONE = re.compile(rf"(?:{ABOUT})?[$€£¥]?\s?(?P<n>{NUMBER}){UNIT}", re.IGNORECASE)
LITTLE = r"\s*[^\d\s]{0,4}"
RANGE = re.compile(
    rf"(?:(?:{BETWEEN})?(?P<a>{NUMBER}){LITTLE}{TO}|{BETWEEN}(?P<c>{NUMBER}){LITTLE}{AND})"
    rf"(?P<b>{NUMBER}){UNIT}",
    re.IGNORECASE,
)
UPPER = re.compile(rf"{BELOW}(?P<n>{NUMBER}){UNIT}", re.IGNORECASE)
LOWER = re.compile(rf"{ABOVE}(?P<n>{NUMBER}){UNIT}", re.IGNORECASE)
MORE = re.compile(
    rf"(?P<n>{NUMBER}){UNIT}(?:(?:or|and) (?:more|above|over|higher)|oder mehr|o más|\+)",
    re.IGNORECASE,
)
LESS = re.compile(
    rf"(?P<n>{NUMBER}){UNIT}(?:(?:or|and) (?:less|fewer|below|under)|oder weniger|o menos)",
    re.IGNORECASE,
)
# Which of their groups is the lower end of a range, and which the upper.
RANGES = (
    (RANGE, "a", "b"),
    (UPPER, "", "n"),
    (LOWER, "n", ""),
    (MORE, "n", ""),
    (LESS, "", "n"),
)


class Range(NamedTuple):
    """From where to where an option goes, and what it counts; a number alone is a range of one."""

    low: float
    high: float
    unit: str

    @property
    def alone(self) -> bool:
        """Whether it is a number and no range."""
        return self.low == self.high


def value(text: str) -> float:
    """Return the number that *text* is, as people write it in English, German or Spanish."""
    text = text.replace("−", "-").lstrip("+")
    text = re.sub(r"[  ']", "", text)
    marks = re.findall(r"[.,]", text)
    if len(set(marks)) == 2:
        last = max(text.rfind("."), text.rfind(","))
        return float(re.sub(r"[.,]", "", text[:last]) + "." + text[last + 1 :])
    if len(marks) > 1 or re.search(r"[,]\d{3}$", text):
        return float(re.sub(r"[.,]", "", text))
    return float(text.replace(",", "."))


def read(text: str) -> Range | None:
    """Return the number or the range that *text* is; None where it is something else."""
    text = text.strip().rstrip(".")
    if not text:
        return None
    first = text.partition(" ")[0].lower()
    if not DIGIT.search(text) and first not in WORDS:
        return None
    if first in WORDS and len(text.split()) <= 3:
        return Range(WORDS[first], WORDS[first], text[len(first) :].strip().lower())
    if found := FRACTION.fullmatch(text):
        number = value(found[1]) / float(found[2]) if float(found[2]) else math.nan
        return Range(number, number, "")
    for pattern, low, high in RANGES:
        if found := pattern.fullmatch(text):
            unit, scale = _unit(found["unit"])
            begin = (found[low] or found["c"]) if low == "a" else low and found[low]
            least = value(begin) * scale if begin else -math.inf
            most = value(found[high]) * scale if high else math.inf
            return Range(least, most, unit) if least < most else None
    if found := ONE.fullmatch(text):
        unit, scale = _unit(found["unit"])
        number = value(found["n"]) * scale
        return Range(number, number, unit)
    return None


def _unit(text: str) -> tuple[str, float]:
    """Return a unit without the word for its scale, and the scale."""
    first, _, rest = text.strip().partition(" ")
    if first.lower() in SCALES:
        return rest.strip().lower(), SCALES[first.lower()]
    return text.strip().lower(), 1.0

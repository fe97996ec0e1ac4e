"""What is typed as text: the forms that are accepted, and when two of them are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Protocol

from msgspec import Meta

from selfcheck.finding import Finding
from selfcheck.source import Here

Spelling = Annotated[int, Meta(ge=0, le=3)]
# A form takes one mistake for so many letters, at most.
LETTERS_A_MISTAKE = 4
# Private-use characters that stand for a decimal point and a minus sign.
POINT, MINUS = "\ue000", "\ue001"


class Typed(Protocol):
    """How something typed is compared with the forms that are accepted.

    `spelling` is how many letters may be wrong, missing, added or swapped with their neighbour;
    never more than one letter in four.
    """

    case_sensitive: bool
    accent_sensitive: bool
    spelling: Spelling


def accepted(forms: Sequence[str], typed: Typed) -> dict[str, object]:
    """Return what the page needs to compare an answer with *forms*."""
    data: dict[str, object] = {"key": forms}
    if typed.case_sensitive:
        data["case"] = True
    if typed.accent_sensitive:
        data["accents"] = True
    if typed.spelling:
        data["spelling"] = typed.spelling
    return data


def decides(forms: Iterable[str], typed: Typed) -> dict[str, object]:
    """Return what of *forms* decides a score: neither their order nor what is not compared."""
    return accepted(sorted({bare(form, typed) for form in forms}), typed)


def check(forms: Sequence[str], typed: Typed, here: Here) -> Iterator[Finding]:
    """Yield the *forms* that are empty, or the same as another when compared as the page does."""
    seen: dict[str, str] = {}
    for n, form in enumerate(forms):
        compared = bare(form, typed)
        if not compared:
            message = f"{form!r} has neither letters nor digits, and only those are compared"
            yield here.finding(message, "answers", n)
        elif compared in seen:
            message = f"{form!r} counts as the same as {seen[compared]!r}; keep one"
            yield here.finding(message, "answers", n)
        seen.setdefault(compared, form)


def bare(form: str, typed: Typed) -> str:
    """Return *form* as frontend/src/score/text.js compares it."""
    form = re.sub(r"(\d+)[.,' ](?=\d{3}(?!\d))", _without_separator, form)
    form = re.sub(r"(?<=\d)[.,](?=\d)", POINT, form)
    form = re.sub(r"(?:(?<=^)|(?<=\s))[-\u2212](?=\d)", MINUS, form)
    text = unicodedata.normalize("NFKD", form)
    if not typed.accent_sensitive:
        text = _without_accents(text)
    if not typed.case_sensitive:
        text = text.lower()
    return "".join(
        sign for sign in text if unicodedata.category(sign)[0] in "LMN" or sign in (POINT, MINUS)
    )


def taken(text: str, forms: Iterable[str], typed: Typed) -> bool:
    """Return whether *text* counts as one of *forms*, with the mistakes that are allowed."""
    given = bare(text, typed)
    for form in forms:
        wanted = bare(form, typed)
        most = min(typed.spelling, len(wanted) // LETTERS_A_MISTAKE)
        # A number with a mistake is another number.
        if _numbers(given) != _numbers(wanted):
            most = 0
        if _distance(given, wanted) <= most:
            return True
    return False


def _numbers(text: str) -> str:
    return "".join(sign for sign in text if unicodedata.category(sign)[0] not in "LM")


def _distance(one: str, other: str) -> int:
    """Return how many letters to change, add, take away or swap with their neighbour."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        row = [i + 1]
        for j, wanted in enumerate(other):
            least = min(row[j] + 1, last[j + 1] + 1, last[j] + (letter != wanted))
            if i and j and letter == other[j - 1] and one[i - 1] == wanted:
                least = min(least, before[j - 1] + 1)
            row.append(least)
        before, last = last, row
    return last[-1]


def _without_separator(found: re.Match[str]) -> str:
    """Return the digits before what separates thousands; after a zero it is a decimal point."""
    return found[0] if found[1] == "0" else found[1]


def _without_accents(text: str) -> str:
    """Return decomposed *text* without marks; in other scripts than these they are vowels."""
    kept, latin = "", False
    for sign in text:
        mark = unicodedata.category(sign).startswith("M")
        if not mark:
            latin = unicodedata.name(sign, "").startswith(("LATIN", "GREEK", "CYRILLIC"))
        if not (mark and latin):
            kept += sign
    return kept

"""What is typed as text: the forms that are accepted, and when two of them are the same."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from msgspec import UnsetType

from selfcheck.finding import Finding
from selfcheck.source import Here
from selfcheck.types.bare import Spelling, Typed, bare

__all__ = [
    "Spelling",
    "Typed",
    "accepted",
    "advice",
    "bare",
    "check",
    "decides",
    "taken",
    "too_long",
]

# A form takes one mistake for so many letters, at most.
LETTERS_A_MISTAKE = 4
# A field takes no more characters.
LONGEST = 250


def accepted(forms: Sequence[str], typed: Typed) -> dict[str, object]:
    """Return what the page needs to compare an answer with *forms*."""
    data: dict[str, object] = {"key": forms}
    if typed.case_sensitive:
        data["case"] = True
    if typed.accent_sensitive:
        data["accents"] = True
    if isinstance(typed.punctuation_sensitive, bool):
        data["punctuation"] = typed.punctuation_sensitive
    if typed.spelling:
        data["spelling"] = typed.spelling
    return data


def decides(forms: Iterable[str], typed: Typed) -> dict[str, object]:
    """Return what of *forms* decides a score: neither their order nor what is not compared."""
    return accepted(sorted({bare(form, typed) for form in forms}), typed)


def check(forms: Sequence[str], typed: Typed, here: Here) -> Iterator[Finding]:
    """Yield the *forms* that are empty or too long, or that the page takes for another."""
    seen: dict[str, str] = {}
    for n, form in enumerate(forms):
        compared = bare(form, typed)
        if not compared:
            message = f"{form!r} has nothing that is compared: no letter, no digit and no sign that"
            message += " counts; see `punctuation_sensitive`"
            yield here.finding(message, "answers", n)
        elif compared in seen:
            message = f"{form!r} counts as the same as {seen[compared]!r}; keep one"
            yield here.finding(message, "answers", n)
        seen.setdefault(compared, form)
    yield from too_long(forms, here)


def too_long(forms: Sequence[str], here: Here) -> Iterator[Finding]:
    """Yield the *forms* that nobody can type."""
    for n, form in enumerate(forms):
        # As a browser counts.
        if len(form.encode("utf-16-le")) > 2 * LONGEST:
            message = f"{form[:20]!r}… has more than the {LONGEST} characters that a field takes"
            yield here.finding(f"{message}; shorten it", "answers", n)


def advice(one: str, other: str, typed: Typed) -> str:
    """Return the end of a finding: what would tell *one* from the *other*, where signs would."""
    if typed.punctuation_sensitive is True or bare(one, _All(typed)) == bare(other, _All(typed)):
        return ""
    return ", unless all signs count: `punctuation_sensitive: true`"


class _All:
    """Compares as *typed* does, and all signs."""

    def __init__(self, typed: Typed) -> None:
        self.case_sensitive = typed.case_sensitive
        self.accent_sensitive = typed.accent_sensitive
        self.spelling = typed.spelling
        self.punctuation_sensitive: bool | UnsetType = True


def taken(text: str, forms: Iterable[str], typed: Typed) -> bool:
    """Return whether *text* counts as one of *forms*, with the mistakes that are allowed."""
    given = bare(text, typed)
    for form in forms:
        wanted = bare(form, typed)
        most = min(typed.spelling, len(wanted) // LETTERS_A_MISTAKE)
        if _mistakes(given, wanted) <= most:
            return True
    return False


def _mistakes(given: str, wanted: str) -> float:
    """Return how many letters are not as *wanted*; what is no letter must be."""
    (words, signs), (wanted_words, wanted_signs) = _parted(given), _parted(wanted)
    if signs != wanted_signs:
        return math.inf
    return sum(_distance(*pair) for pair in zip(words, wanted_words, strict=True))


def _parted(text: str) -> tuple[list[str], str]:
    """Return the words of *text*, and the digits and signs between them."""
    signs = "".join(sign for sign in text if unicodedata.category(sign)[0] not in "LM")
    return re.split(f"[{re.escape(signs)}]", text) if signs else [text], signs


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

"""The keys of what is typed as text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from selfcheck.finding import Finding
from selfcheck.questions import Gap, ShortText
from selfcheck.source import Source, Where

# Private-use characters that stand for a decimal point and a minus sign.
POINT, MINUS = "\ue000", "\ue001"


def check(source: Source, question: ShortText, where: Where) -> Iterator[Finding]:
    """Yield what is wrong with the forms of a short-text question."""
    yield from forms(source, question, where)
    right = {plain(form, question) for form in question.answers}
    for n, wrong in enumerate(question.wrong):
        for i, form in enumerate(wrong.answers):
            if plain(form, question) in right:
                message = f"{form!r} is an accepted form as well; it cannot be wrong"
                yield source.finding(message, *where, "wrong", n, "answers", i)


def forms(source: Source, typed: ShortText | Gap, where: Where) -> Iterator[Finding]:
    """Yield the forms that are empty, or the same as another when compared as the page does."""
    seen: dict[str, str] = {}
    for n, form in enumerate(typed.answers):
        bare = plain(form, typed)
        if not bare:
            message = f"{form!r} has neither letters nor digits, and only those are compared"
            yield source.finding(message, *where, "answers", n)
        elif bare in seen:
            message = f"{form!r} counts as the same as {seen[bare]!r}; keep one"
            yield source.finding(message, *where, "answers", n)
        seen.setdefault(bare, form)


def plain(form: str, typed: ShortText | Gap) -> str:
    """Return *form* as frontend/src/score/text.js compares it."""
    form = re.sub(r"(\d+)[.,' ](?=\d{3}(?!\d))", lambda m: m[m[1] != "0"], form)
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


def _without_accents(text: str) -> str:
    """Return decomposed *text* without marks; in other scripts than these they are vowels."""
    kept, bare = "", False
    for sign in text:
        mark = unicodedata.category(sign).startswith("M")
        if not mark:
            bare = unicodedata.name(sign, "").startswith(("LATIN", "GREEK", "CYRILLIC"))
        if not (mark and bare):
            kept += sign
    return kept

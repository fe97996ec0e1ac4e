"""Ids from what others call their questions: the same name gives the same id."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

from selfcheck.identity import derive, is_id

LONGEST = 40
# ruff: noqa: RUF001 (letters that look alike are told apart here)
# Letters that take no accent off, in the alphabets of Europe.
LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "þ": "th", "ð": "d"}
)


def slug(name: str, longest: int = LONGEST) -> str:
    """Return *name* as an id; a long one loses its end, and has four digits of its hash instead.

    A name without a Latin letter or digit has eight of them.
    """
    bare = " ".join(re.sub(r"<[^<>]*>", " ", unescape(name)).split())
    if is_id(bare) and len(bare) <= 2 * longest:
        return bare
    lower = bare.lower().translate(LETTERS)
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(sign)
    )
    words = re.findall(r"[a-z0-9]+", plain)
    made = "-".join(words)
    lossless = all(sign.isascii() or not sign.isalnum() for sign in plain)
    if made and lossless and len(made) <= longest:
        return made
    # The hash tells apart what begins alike.
    return derive(bare, longest=0, most=longest - 5)


class Ids:
    """The ids of a bank, each of them once."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def new(self, name: str, fallback: str = "question") -> str:
        """Return an id for *name*; where it is taken, the next with a number after it."""
        first = made = slug(name) if name.strip() else fallback
        n = 1
        while made in self.taken:
            n += 1
            made = f"{first}-{n}"
        self.taken.add(made)
        return made

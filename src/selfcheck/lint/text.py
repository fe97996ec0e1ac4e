# ruff: noqa: RUF001 (signs that look alike stand beside each other in texts)
"""The words of a question, as rules look at them: without Markdown, in small letters, stemmed."""

from __future__ import annotations

import re
from functools import lru_cache

# What Markdown adds to words; its code and formulas stay, as a reader sees them.
PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
FENCED = re.compile(r"^(`{3,}|~{3,}).*?^\1[ \t]*$", re.MULTILINE | re.DOTALL)
FORMULA = re.compile(r"\$(?=\S)([^$\n]+?)(?<=\S)\$(?!\d)")
MARKS = re.compile(r"`|(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*])|(?<!\w)_|_(?!\w)")
PLAIN = re.compile(r"[^`$*_\[\]~!]*")
QUOTED = re.compile(
    r"[\"“„«][^\"“”»]*[\"”“»]|(?<!\w)['‘‚](?!\s)[^'’‘]*(?:['’]\w[^'’‘]*)*['’‘](?!\w)"
)
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,:/]\d+)*")
SENTENCE = re.compile(r"(?<=[.?!…:])[\"”’'»)]*\s+(?=[\W]*[A-ZÀ-ÞĀ-Ž0-9¿¡\"“„«'‘])|\n\s*\n")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return what *text*, in Markdown, says in words, in one line."""
    if not PLAIN.fullmatch(text):
        text = FENCED.sub(" ", text)
        text = FORMULA.sub(r"\1", LINK.sub(r"\1", PICTURE.sub(r"\1", text)))
        text = MARKS.sub("", text)
    return " ".join(text.split())


def unquoted(text: str) -> str:
    """Return *text* without what it quotes: those words are somebody else's."""
    return QUOTED.sub("…", text) if re.search("[\"“„«'‘‚]", text) else text


@lru_cache(maxsize=16384)
def words(text: str) -> tuple[str, ...]:
    """Return the words and numbers of *text*, in small letters."""
    return tuple(WORD.findall(text.lower()))


def sentences(text: str) -> list[str]:
    """Return the sentences of *text*."""
    return [each for each in SENTENCE.split(text) if each and each.strip()]


def shortened(text: str, most: int = 60) -> str:
    """Return *text*, or its first words and an ellipsis where it is longer."""
    if len(text) <= most:
        return text
    return f"{text[:most].rsplit(' ', 1)[0].rstrip(',;:. ')} …"


def named(text: str, most: int = 60) -> str:
    """Return *text*, shortened, in quotation marks, as a message names it."""
    return f'"{shortened(text, most)}"'

"""What of a text a reader sees: two that come to the same cannot be told apart on a page."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

from selfcheck import markdown

# Of such a text nothing is made, and all is seen.
PLAINLY = re.compile(r"[A-Za-z0-9,.;:?()/%'+=-]+(?: [A-Za-z0-9,.;:?()/%'+=-]+)*")
# Marks of direction, joiners of no width, soft hyphens, selectors of a variant, fillers.
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
# These join or part letters of other scripts, and emoji, which look otherwise then.
JOINERS = re.compile(
    "(?<![\u0530-\U0010ffff])[\u200c\u200d]+|[\u200c\u200d]+(?![\u0530-\U0010ffff])"
)
# Signs with two numbers, of which fonts draw one.
TWINS = str.maketrans("\u00b5\u2010\u2011\u2800", "\u03bc-- ")
# Letters of the Cyrillic and the Greek alphabet that are drawn as Latin ones are.
CYRILLIC = "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425"
CYRILLIC += "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455"
GREEK = "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf"
TWINS |= str.maketrans(CYRILLIC, "ABESIJKMHOPCTXaeopcyxijs") | str.maketrans(
    GREEK, "ABEZHIKMNOPTYXo"
)
# What a link leads to, and what is said in place of a picture.
BEHIND = re.compile(r' (?:href|alt)="[^"]*"')
TAG = re.compile(r"<[^>]*>")
# A space or another sign by its name or its number.
ENTITY = re.compile("&#?[0-9A-Za-z]{1,32};")
SEEN = re.compile("[!-~]")


def is_blank(text: str, markdown: str) -> bool:
    """Return whether a reader sees nothing of *text*; *markdown*: its kind, or nothing for none."""
    bare = ENTITY.sub("", text) if markdown else text
    return not SEEN.search(bare) and not plain(unescape(text) if markdown else text)


def plain(text: str) -> str:
    """Return what is seen of *text*, which is no Markdown."""
    if text.isascii():
        return " ".join(text.split())
    text = unicodedata.normalize("NFC", text).translate(TWINS)
    # Spaces of all widths are one, as many of them are.
    return " ".join(JOINERS.sub("", UNSEEN.sub("", text)).split())


def marked(text: str) -> str:
    """Return what is seen of *text* in Markdown, as HTML."""
    if PLAINLY.fullmatch(text):
        return text
    html = markdown.inline(text).replace("&nbsp;", " ")
    return plain(BEHIND.sub("", html) if "<" in html else html)


def menu(text: str) -> str:
    """Return what is seen of *text* in Markdown where a menu shows its words alone."""
    return text if PLAINLY.fullmatch(text) else plain(TAG.sub("", marked(text)))

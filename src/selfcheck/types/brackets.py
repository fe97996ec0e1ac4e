"""Names in double brackets: the gaps of a cloze text, the columns of a numeric question."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from selfcheck import markdown
from selfcheck.finding import Finding
from selfcheck.questions import ID_WITHIN
from selfcheck.source import Here

# `[[name]]` in a text stands for what a column or a gap of that name holds.
NAME = re.compile(rf"\[\[({ID_WITHIN})\]\]")
NEAR = re.compile(r"\[\[([^\[\]\n]{1,60})\]\]")
# A tag with its attributes, whose values stand in quotes.
TAG = re.compile(r"""(<(?:[^>"']|"[^"]*"|'[^']*')*>)""")


def mistyped(text: str, names: Collection[str], here: Here) -> Iterator[Finding]:
    """Yield what in *text* is one of *names*, but for capitals and spaces, and is none."""
    for name in dict.fromkeys(NEAR.findall(text)):
        meant = re.sub(r"[\s_]+", "-", name.strip().lower())
        if meant in names and not NAME.fullmatch(f"[[{name}]]"):
            yield here.finding(f"[[{name}]] is shown as it stands; write [[{meant}]]")


def taken_apart(text: str, here: Here) -> Iterator[Finding]:
    """Yield a finding when Markdown or a formula takes a name in brackets apart."""
    written, left = NAME.findall(text), NAME.findall(markdown.plain(text))
    for name in dict.fromkeys(written):
        if written.count(name) != left.count(name):
            message = (
                f"[[{name}]] cannot stand in a formula, a link or the words for a picture; "
                "write it as plain text"
            )
            yield here.finding(message)


def shown(html: str) -> list[str]:
    """Return the names in brackets in *html*, in their order, without those in tags."""
    return NAME.findall(TAG.sub("", html))


def filled(html: str, places: Mapping[str, str]) -> str:
    """Return *html* with each name in brackets that *places* has replaced by what it has there.

    Tags stay as they are: in an attribute, HTML would break it.
    """
    pieces = TAG.split(html)
    # The tags are every second piece.
    pieces[::2] = [
        NAME.sub(lambda found: places.get(found[1], found[0]), piece) for piece in pieces[::2]
    ]
    return "".join(pieces)

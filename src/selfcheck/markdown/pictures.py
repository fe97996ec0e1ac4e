"""Pictures in a text: files of the course, which the HTML of a quiz carries with it.

A quiz stands on pages in several folders, in notebooks and in what is exported from them, where
an address of a file would lead to different places. A `data:` address shows the same everywhere,
and asks nobody for anything.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from selfcheck.markdown import whole

LARGEST = 200_000
# By the end of a file's name, its type and how such a file begins.
KINDS = {
    ".png": ("image/png", re.compile(rb"\x89PNG\r\n")),
    ".jpg": ("image/jpeg", re.compile(rb"\xff\xd8\xff")),
    ".jpeg": ("image/jpeg", re.compile(rb"\xff\xd8\xff")),
    ".gif": ("image/gif", re.compile(rb"GIF8")),
    ".webp": ("image/webp", re.compile(rb"RIFF.{4}WEBP", re.S)),
    ".svg": ("image/svg+xml", re.compile(rb"[^\0]*?<svg[\s>]", re.S)),
}
# nh3 writes attributes so; an address of ours begins with `data:`.
IMAGE = re.compile(r'<img src="(?!data:)([^"]*)"')


class PictureError(ValueError):
    """A picture that cannot be shown; the text says why and what to do."""


def embedded(html: str, questions: Path) -> str:
    """Return *html* with each picture in it; addresses are seen from the folder *questions*.

    One that cannot be shown has no address: its alternative text stands there.
    """

    def address(found: re.Match[str]) -> str:
        try:
            return f'<img src="{data(unescape(found[1]), questions)}"'
        except PictureError:
            return "<img"

    return IMAGE.sub(address, html)


def data(source: str, questions: Path) -> str:
    """Return the picture at *source*, seen from the folder *questions*, as a `data:` address.

    Raises `PictureError` when it cannot be shown.
    """
    if problem := foreign(source):
        raise PictureError(problem)
    path = questions / unquote(source)
    kind, begins = KINDS.get(path.suffix.lower(), ("", re.compile(b"")))
    if not kind:
        ends = ", ".join(KINDS)
        raise PictureError(f"the picture `{_short(source)}` must be a file that ends in {ends}")
    try:
        inside = path.resolve().is_relative_to(questions.parent.resolve())
        content = path.read_bytes() if inside and path.is_file() else None
    except (OSError, ValueError):
        inside, content = True, None
    if not inside:
        where = "put it into that folder"
        raise PictureError(f"the picture `{_short(source)}` is not in the content folder; {where}")
    if content is None:
        where = f"addresses of pictures are seen from the folder {questions.name}"
        raise PictureError(f"there is no picture `{_short(source)}`; {where}")
    if len(content) > LARGEST:
        size = f"{len(content):,} bytes, and {LARGEST:,} is the most"
        raise PictureError(f"the picture `{_short(source)}` has {size}; save it smaller")
    if not begins.match(content):
        raise PictureError(f"the picture `{_short(source)}` is no {kind}; save it anew")
    if said := whole.problem(kind, content):
        raise PictureError(f"the picture `{_short(source)}` is not shown whole: {said}")
    return f"data:{kind};base64,{b64encode(content).decode()}"


def foreign(source: str) -> str:
    """Return why *source* can be no file of the course; nothing when it can."""
    if not re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/\\]", source):
        return ""
    return (
        f"the picture `{_short(source)}` is not of this course, and a page asks no other host "
        "for anything; put the file into the content folder, such as ../figures/name.png"
    )


def files(content: Path) -> Iterator[Path]:
    """Yield the files of the folder *content* that may be pictures, in the same order each time."""
    for path in sorted(content.rglob("*")):
        if path.suffix.lower() in KINDS:
            yield path


def _short(source: str) -> str:
    return source if len(source) <= 60 else f"{source[:59]}…"

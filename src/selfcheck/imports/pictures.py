"""Pictures of questions from elsewhere: files of the bank, with names of their own."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Callable
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import unquote, unquote_to_bytes

from selfcheck.imports.html.blocks import Image
from selfcheck.imports.names import slug
from selfcheck.markdown.pictures import KINDS, LARGEST

# How a file of each kind begins, whatever it is called.
BEGINS = {end: begins for end, (_, begins) in KINDS.items() if end != ".jpeg"}
DATA = re.compile(r"data:(?P<kind>[\w/+.-]*)(?P<more>(?:;[^,;]*)*),(?P<data>.*)", re.DOTALL)
# Returns the file at an address, where there is one.
Fetch = Callable[[str], bytes | None]


def nothing(_address: str) -> None:
    """Find no file."""


class Shelf:
    """The pictures of one bank: by name, what is in each file."""

    def __init__(self, folder: str) -> None:
        """Keep pictures in *folder*, seen from that of the bank."""
        self.folder = folder
        self.files: dict[str, bytes] = {}

    def put(self, content: bytes, name: str) -> str:
        """Keep *content*, a picture that is called *name* elsewhere; return its address.

        Raises `ValueError`, which says why, when no page can show it.
        """
        ending = next((end for end, begins in BEGINS.items() if begins.match(content)), "")
        if not ending:
            raise ValueError(f"is no picture that a page shows ({', '.join(KINDS)})")
        if len(content) > LARGEST:
            raise ValueError(f"has {len(content):,} bytes, and {LARGEST:,} is the most")
        stem = slug(PurePosixPath(name).stem) if PurePosixPath(name).stem else ""
        digest = sha256(content).hexdigest()
        file = f"{stem or f'picture-{digest[:8]}'}{ending}"
        if self.files.get(file, content) != content:
            file = f"{file.removesuffix(ending)}-{digest[:8]}{ending}"
        self.files[file] = content
        return f"{self.folder}/{file}"


class Finder:
    """Finds the pictures of one question, and notes in *lost* what is not found."""

    def __init__(self, shelf: Shelf, lost: list[str], fetch: Fetch = nothing) -> None:
        self.shelf = shelf
        self.lost = lost
        self.fetch = fetch

    def __call__(self, source: str, alt: str) -> Image | None:
        """Return the picture at *source*; None where none is brought along."""
        inside = DATA.fullmatch(source)
        shown = inside["kind"] if inside else source if len(source) <= 60 else f"{source[:59]}…"
        if not inside and re.match(r"(?:https?:)?//", source):
            self._lose(
                f"the picture at {shown}, which is on another host: save it into the content folder"
            )
            return None
        name = "" if inside else unquote(source).replace("\\", "/").rsplit("/", 1)[-1]
        content = _decoded(inside) if inside else self.fetch(source)
        if content is None:
            self._lose(f"the picture `{shown}`, which is not in the file")
            return None
        try:
            address = self.shelf.put(content, name.split("?")[0])
        except ValueError as error:
            self._lose(f"the picture `{shown}`, which {error}")
            return None
        if not alt:
            alt = _words(name) or "picture"
            self._lose(
                f"words for the picture `{shown}`, of which there are none: `{alt}` is there"
            )
        return Image(address, alt)

    def _lose(self, what: str) -> None:
        if what not in self.lost:
            self.lost.append(what)


def _decoded(found: re.Match[str]) -> bytes | None:
    try:
        if ";base64" in found["more"]:
            return b64decode(re.sub(r"\s", "", unquote(found["data"])))
        return unquote_to_bytes(found["data"])
    except (Base64Error, ValueError):
        return None


def _words(name: str) -> str:
    """Return the name of a file as words."""
    stem = PurePosixPath(name.split("?")[0]).stem
    return " ".join(re.sub(r"[^\w]|_", " ", stem).split())[:80]

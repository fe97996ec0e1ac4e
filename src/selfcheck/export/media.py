"""Pictures and figures as files of their own, named by their content."""

from __future__ import annotations

import hashlib
import re
from base64 import b64decode
from pathlib import Path
from typing import NamedTuple

from selfcheck import figure
from selfcheck.markdown import pictures

SVG = "http://www.w3.org/2000/svg"


class Picture(NamedTuple):
    """A picture: a name that is the same for the same content, its media type, and its bytes."""

    name: str
    kind: str
    data: bytes

    @property
    def address(self) -> str:
        """The picture as a `data:` address."""
        from base64 import b64encode

        return f"data:{self.kind};base64,{b64encode(self.data).decode()}"


def picture(source: str, folder: Path) -> Picture:
    """Return the picture at *source*, seen from the folder of the banks in the content *folder*.

    Raises `selfcheck.markdown.pictures.PictureError` when it cannot be read.
    """
    address = pictures.data(source, folder / "questions")
    kind, _, data = address.removeprefix("data:").partition(";base64,")
    return _named(Path(source), kind, b64decode(data))


def drawing(name: str, alt: str, folder: Path) -> Picture:
    """Return the figure *name* of the content *folder*, drawn in black, as a file of its own."""
    root = figure.load(folder / "figures" / f"{name}.svg")
    html = figure.html(root, alt, {})
    width, height = size(root.attrib["viewBox"])
    head = f"<svg xmlns='{SVG}' width='{width}' height='{height}' color='#000'"
    return _named(Path(f"{name}.svg"), "image/svg+xml", html.replace("<svg", head, 1).encode())


def size(box: str) -> tuple[int, int]:
    """Return width and height of a `viewBox`, as whole pixels."""
    _, _, width, height = (float(each) for each in re.split(r"[\s,]+", box.strip()))
    return max(1, round(width)), max(1, round(height))


def _named(path: Path, kind: str, data: bytes) -> Picture:
    stem = re.sub("[^a-z0-9]+", "-", path.stem.lower()).strip("-")[:40] or "picture"
    digest = hashlib.sha256(data).hexdigest()[:8]
    return Picture(f"{stem}-{digest}{path.suffix.lower()}", kind, data)

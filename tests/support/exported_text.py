"""All that an exported file says, as one text without the signs of its format."""

from __future__ import annotations

import re
import sqlite3
import tempfile
from html import unescape
from pathlib import Path
from zipfile import ZipFile, is_zipfile


def text_of(to: str, path: Path) -> str:
    """Return the text of a file in the format *to*; of a picture, its bytes in hexadecimal."""
    found = "\n".join(_pieces(path)) if is_zipfile(path) else path.read_text("utf-8-sig")
    if to == "gift":
        found = re.sub(r"\\([\\~=#{}:])", r"\1", found)
    # HTML in XML is escaped twice, and in a gap of Moodle's once more.
    for _ in range(3):
        found = unescape(found)
    return found


def _pieces(path: Path) -> list[str]:
    pieces = []
    with ZipFile(path) as package:
        for name in package.namelist():
            data = package.read(name)
            if name.endswith(".anki2"):
                pieces += _notes(data)
            elif data.startswith((b"\x89PNG", b"<svg")):
                pieces.append(data.hex())
            else:
                pieces.append(data.decode())
    return pieces


def _notes(data: bytes) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notes"
        path.write_bytes(data)
        database = sqlite3.connect(path)
        try:
            rows = [*database.execute("select flds, tags from notes")]
            rows += database.execute("select decks, models from col")
        finally:
            database.close()
    return [" ".join(row) for row in rows]

"""Packs a folder as a zip file, the same each time."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path


def packed(folder: Path) -> bytes:
    """Return the files of *folder* as a zip file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                info = zipfile.ZipInfo(path.relative_to(folder).as_posix())
                package.writestr(info, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return made.getvalue()

"""Puts the pictures of a quiz into its HTML."""

from __future__ import annotations

from pathlib import Path

from selfcheck import content
from selfcheck.markdown import pictures


def with_pictures(html: str, folder: Path | None) -> str:
    """Return *html* with each picture in it.

    folder: the content folder, or None for that of the course; without a picture none is needed.
    """
    if not pictures.IMAGE.search(html):
        return html
    return pictures.embedded(html, (folder or content.folder()) / "questions")

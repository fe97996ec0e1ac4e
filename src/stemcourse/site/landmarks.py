"""Names the theme's two side columns, which a screen reader could not tell apart.

Furo has no setting for it, and a template of our own would hold a copy of Furo's page.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

NAMES = {"sidebar-drawer": "Course", "toc-drawer": "This page"}


def setup(app: Sphinx) -> None:
    """Connect to the end of the build."""
    app.connect("build-finished", _name)


def _name(app: Sphinx, error: Exception | None) -> None:
    if error or app.builder.format != "html":
        return
    for path in Path(app.outdir).rglob("*.html"):
        before = after = path.read_text(encoding="utf-8")
        for column, name in NAMES.items():
            after = after.replace(
                f'<aside class="{column}">', f'<aside class="{column}" aria-label="{name}">'
            )
        if after != before:
            path.write_text(after, encoding="utf-8")

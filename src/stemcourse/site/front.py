"""Leads from the site's address to its home page, which stands in a folder of its own."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from stemcourse.site.bare import page

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Connect to the end of the build, before the extension that writes a barer page."""
    app.connect("build-finished", _write, priority=100)


def _write(app: Sphinx, error: Exception | None) -> None:
    if error or app.builder.format != "html" or app.config.root_doc == "index":
        return
    target = escape(app.builder.get_target_uri(app.config.root_doc))
    text = page(
        app.config.language,
        app.config.html_title,
        f'<meta http-equiv="refresh" content="0; url={target}">',
        f'<p><a href="{target}">Go to the course</a></p>',
    )
    Path(app.outdir, "index.html").write_text(text, encoding="utf-8")

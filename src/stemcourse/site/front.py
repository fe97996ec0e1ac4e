"""Leads from the site's address to its home page, which stands in a folder of its own."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<!-- Without one a browser asks the host for favicon.ico, before it goes on. -->
<link rel="icon" href="data:,">
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body><main><h1>{title}</h1><p><a href="{target}">Go to the course</a></p></main></body>
</html>
"""


def setup(app: Sphinx) -> None:
    """Connect to the end of the build, before the extension that writes a barer page."""
    app.connect("build-finished", _write, priority=100)


def _write(app: Sphinx, error: Exception | None) -> None:
    if error or app.builder.format != "html" or app.config.root_doc == "index":
        return
    page = PAGE.format(
        language=escape(app.config.language),
        title=escape(app.config.html_title),
        target=escape(app.builder.get_target_uri(app.config.root_doc)),
    )
    Path(app.outdir, "index.html").write_text(page, encoding="utf-8")

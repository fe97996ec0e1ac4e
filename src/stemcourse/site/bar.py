"""Puts a bar on each notebook's page, to download the notebook."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from stemcourse.site import lite

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HOW = "book/index"


def setup(app: Sphinx) -> None:
    """Connect to the making of a page."""
    app.connect("html-page-context", _add)


def _add(app: Sphinx, page: str, _template: str, context: dict[str, Any], tree: Any) -> None:
    source = context.get("sourcename", "")
    if tree is None or not source.endswith(".ipynb"):
        return
    notebook = context["pathto"](f"_sources/{source}", 1)
    how = context["pathto"](HOW)
    name = PurePosixPath(source).name
    bar = (
        f'<p class="course-bar">{lite.button(app, context)}'
        f'<a href="{notebook}" download="{name}">Download this notebook</a> '
        f'<a href="{how}#run-it-yourself">How to run it</a></p>\n'
    )
    title, end, rest = context["body"].partition("</h1>")
    context["body"] = f"{title}{end}\n{bar}{rest}" if end else f"{bar}{title}"

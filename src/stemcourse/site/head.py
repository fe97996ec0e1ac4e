"""Gives each page its description.

A notebook says it in its metadata, a Markdown page in its front matter, both as `description`.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from sphinx.util import logging

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LOGGER = logging.getLogger(__name__)


def setup(app: Sphinx) -> None:
    """Connect to the making of a page."""
    app.connect("html-page-context", _describe)


def _describe(app: Sphinx, page: str, _template: str, context: dict[str, Any], tree: Any) -> None:
    if tree is None:
        return
    description = app.env.metadata[page].get("description")
    if not description:
        LOGGER.warning("the page has no `description`; add it to its metadata", location=page)
        return
    text = escape(str(description))
    context["metatags"] = (
        f'{context.get("metatags", "")}<meta name="description" content="{text}">\n'
    )

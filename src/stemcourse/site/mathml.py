"""Renders `$math$` to MathML when the site is built: no script and no request to a CDN.

A formula that cannot be rendered is a warning at its line.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util import logging

from stemcourse.formula import mathml

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_LOGGER = logging.getLogger(__name__)


def setup(app: Sphinx) -> None:
    """Register the renderer under the name `mathml`."""
    app.add_html_math_renderer("mathml", (_inline, None), (_block, None))


def _inline(writer: Any, node: nodes.math) -> None:
    writer.body.append(_made(node, "inline"))
    raise nodes.SkipNode


def _block(writer: Any, node: nodes.math_block) -> None:
    writer.body.append(f'<div class="math">{_made(node, "block")}</div>\n')
    raise nodes.SkipNode


def _made(node: nodes.Element, display: str) -> str:
    latex = node.astext()
    try:
        return mathml(latex, display)
    except ValueError as error:
        _LOGGER.warning("the formula %s cannot be shown: %s", latex, error, location=node)
        return f"<code>{escape(latex)}</code>"

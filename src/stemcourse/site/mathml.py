r"""Renders `$math$` to MathML when the site is built: no script and no request to a CDN.

A formula that cannot be rendered is a warning at its line. latex2mathml puts an author's signs into
elements as they are, and `\href` an address: what is written out has neither markup nor addresses.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import tostring

from docutils import nodes
from latex2mathml.converter import convert_to_element
from sphinx.util import logging

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_LOGGER = logging.getLogger(__name__)
# It writes signs by their number into the texts.
_BY_NUMBER = re.compile(r"&amp;(#x[0-9A-Fa-f]{1,6};)")
_NOT_SHOWN = ("href", "style", "class")


def setup(app: Sphinx) -> None:
    """Register the renderer under the name `mathml`."""
    app.add_html_math_renderer("mathml", (_inline, None), (_block, None))


def mathml(latex: str, display: str = "inline") -> str:
    """Return a formula as MathML.

    Raises `ValueError`, which says why, when it cannot be made.
    """
    try:
        root = convert_to_element(latex, display=display)
    # It says with an exception of its own that a formula is broken, or with any of Python's.
    except Exception as error:
        raise ValueError(type(error).__name__) from error
    for element in root.iter():
        if re.match(r"\\[a-zA-Z]", element.text or ""):
            raise ValueError(f"no command {element.text} is known")
        for name in _NOT_SHOWN:
            element.attrib.pop(name, None)
    return _BY_NUMBER.sub(r"&\1", tostring(root, encoding="unicode"))


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

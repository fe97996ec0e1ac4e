"""Texts as QTI takes them: XML, with formulas as MathML that carries its TeX along."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selfcheck.export import xml
from selfcheck.export.qti.dialect import Dialect
from selfcheck.export.rich import Address, Rich

if TYPE_CHECKING:
    from selfcheck.export.material import Material

MATHML = "http://www.w3.org/1998/Math/MathML"
OUTER = re.compile(r"<math\b([^>]*)>(.*)</math>", re.DOTALL)
ALIGNED = re.compile(r'(<t[dh]) align="(\w+)"')
# What only QTI 3.0 has, as HTML 5 has it.
DIRECTION = re.compile(r"""</?bdi[^>]*>|(?<=<[a-z]{3}) dir=['"]\w+['"] lang=['"][\w-]+['"]""")
COUNTED = re.compile(r'(<ol) start="\d+"')


def rich(material: Material, address: Address) -> Rich:
    """Return what makes HTML of the texts of a bank, with MathML."""
    return Rich(material, _mathml, address)


def made(html: str, dialect: Dialect) -> str:
    """Return *html* as QTI has it."""
    # Where the text of a cell stands, QTI says by a class.
    html = ALIGNED.sub(r'\1 class="qti-align-\2"', html)
    if not dialect.kebab:
        html = COUNTED.sub(r"\1", DIRECTION.sub("", html))
    return xml.xhtml(html)


def lost(html: str, dialect: Dialect) -> str:
    """Return what of *html* the dialect has no place for; nothing when it has for all."""
    if dialect.kebab:
        return ""
    if DIRECTION.search(html):
        return "that it reads from right to left"
    return "the number that a list begins with" if COUNTED.search(html) else ""


def is_block(html: str) -> bool:
    """Return whether *html* begins with an element that stands on lines of its own."""
    return re.match("<(p|ul|ol|table|pre|blockquote|h4|hr)[ >]", html) is not None


def _mathml(latex: str, display: bool, mathml: str) -> str:
    found = OUTER.match(mathml)
    assert found
    mode = ' display="block"' if display else ""
    tex = xml.text(latex)
    return (
        f'<math xmlns="{MATHML}"{mode}><semantics><mrow>{found[2]}</mrow>'
        f'<annotation encoding="application/x-tex">{tex}</annotation></semantics></math>'
    )

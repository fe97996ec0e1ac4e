r"""Makes MathML of a LaTeX formula.

latex2mathml puts an author's signs into elements as they are, and `\href` an address: what is
written out has neither markup nor addresses.
"""

from __future__ import annotations

import re

# It writes signs by their number into the texts.
_BY_NUMBER = re.compile(r"&amp;(#x[0-9A-Fa-f]{1,6};)")
_NOT_SHOWN = ("href", "style", "class")


def mathml(latex: str, display: str = "inline") -> str:
    """Return a formula as MathML.

    Raises `ValueError`, which says why, when it cannot be made.
    """
    # Imported where they are used: whoever only reads evidence needs neither.
    from xml.etree.ElementTree import tostring

    from latex2mathml.converter import convert_to_element

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

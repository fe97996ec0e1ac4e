"""What of MathML a formula may be made of: what MathML Core has, so that every browser draws it.

https://w3c.github.io/mathml-core/ names the elements. An attribute stands here with the form that
its values may have.
"""

from __future__ import annotations

import re

LENGTH = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(em|ex|px|pt|pc|cm|mm|in|%)|0")
NUMBER = re.compile(r"\d+")
TRUTH = re.compile(r"true|false")
COLOUR = re.compile(r"[a-zA-Z]+|#[0-9a-fA-F]{3,8}")

# By element, how many children it has to have; None for any number.
ELEMENTS: dict[str, int | None] = {
    **dict.fromkeys(("math", "mi", "mn", "mo", "mtext", "mspace", "mrow", "mstyle", "mpadded")),
    **dict.fromkeys(("mphantom", "msqrt", "mtable", "mtr", "mtd")),
    **dict.fromkeys(("mfrac", "mroot", "msub", "msup", "munder", "mover"), 2),
    **dict.fromkeys(("msubsup", "munderover"), 3),
}
# Those that hold text, and no element.
TOKENS = frozenset(("mi", "mn", "mo", "mtext"))

ANYWHERE = {"mathcolor": COLOUR, "mathbackground": COLOUR, "mathsize": LENGTH}
SIZES = {"width": LENGTH, "height": LENGTH, "depth": LENGTH}
ATTRIBUTES: dict[str, dict[str, re.Pattern[str]]] = {
    "math": {"display": re.compile("block")},
    "mfrac": {"linethickness": LENGTH},
    "mi": {"mathvariant": re.compile("normal")},
    "mo": {
        **dict.fromkeys(("stretchy", "fence", "largeop", "movablelimits", "separator"), TRUTH),
        **dict.fromkeys(("lspace", "rspace", "minsize", "maxsize"), LENGTH),
        "accent": TRUTH,
        "form": re.compile("prefix|infix|postfix"),
    },
    "mover": {"accent": TRUTH},
    "munder": {"accentunder": TRUTH},
    "munderover": {"accent": TRUTH, "accentunder": TRUTH},
    "mpadded": {**SIZES, "lspace": LENGTH, "voffset": LENGTH},
    "mspace": SIZES,
    "mstyle": {"displaystyle": TRUTH, "scriptlevel": NUMBER},
    "mtable": {"displaystyle": TRUTH},
}
# How far apart and on which side the cells of a matrix stand: without it, it says the same.
COSMETIC = frozenset(("rowspacing", "columnspacing", "columnalign"))
# Widths by name, which MathML Core no longer has.
WIDTHS = {
    "thinmathspace": "0.1667em",
    "thickmathspace": "0.2778em",
    "negativethinmathspace": "-0.1667em",
    "negativemediummathspace": "-0.2222em",
    "negativethickmathspace": "-0.2778em",
}


def form(element: str, attribute: str) -> re.Pattern[str] | None:
    """Return the form that the values of an *attribute* have; None when it may not stand there."""
    return ATTRIBUTES.get(element, {}).get(attribute) or ANYWHERE.get(attribute)

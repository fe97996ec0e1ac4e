"""Pictures of formulas, which a server draws: their address or their words hold the LaTeX."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import parse_qs, unquote, urlsplit

# Where TeX is drawn by a server, its address holds it.
DRAWN = re.compile(
    r"codecogs\.com|mathtex\.cgi|mimetex\.cgi|/filter/tex/|/filter/algebra/|equation_images?/"
    r"|texrender|chart\.googleapis\.com"
)
# What only says how large it is drawn.
SIZE = re.compile(r"^\\(?:inline|dpi\{\d+\}|bg_\w+|fn_\w+|large|small)\s*")


def latex(given: Mapping[str, str], source: str, alt: str) -> str:
    """Return the LaTeX of which a picture was drawn; nothing when it is any other picture."""
    for name in ("data-equation-content", "data-latex"):
        if given.get(name):
            return unquote(given[name]) if "%" in given[name] else given[name]
    if not DRAWN.search(source):
        return ""
    parts = urlsplit(source)
    query = parse_qs(parts.query)
    told = query.get("chl", [""])[0] or (unquote(parts.query) if "=" not in parts.query[:6] else "")
    if "equation_image" in source:
        told = unquote(unquote(parts.path.rsplit("/", 1)[-1]))
    said = alt.removeprefix("LaTeX:").strip()
    return SIZE.sub("", told.replace("+", " ") if told else said)

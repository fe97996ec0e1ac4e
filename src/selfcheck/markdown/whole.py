"""Whether the file of a picture is whole, and shows in a page all that it holds.

A page shows a picture by itself: an SVG in it loads no other file and runs nothing, and without its
namespace it is none. What was cut off when it was copied is shown in part, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"
# By type, what its last bytes hold; some programs write something of their own behind.
ENDS = {"image/png": b"IEND", "image/jpeg": b"\xff\xd9", "image/gif": b";"}
ADDRESS = re.compile(r"url\(\s*['\"]?\s*(?!['\"#]|data:)|@import\b", re.IGNORECASE)
LEADS = ("href", "src")
CUT = "it is cut off; save it anew"


def problem(kind: str, content: bytes) -> str:
    """Return what a page would not show of a picture, with its mend; nothing when it shows all."""
    if kind == "image/svg+xml":
        return next(_svg(content), "")
    if kind == "image/webp":
        return CUT if int.from_bytes(content[4:8], "little") + 8 > len(content) else ""
    return CUT if ENDS[kind] not in content[8:] else ""


def _svg(content: bytes) -> Iterator[str]:
    # Imported where it is used: `import selfcheck` stays quick.
    from xml.etree import ElementTree

    if b"<!ENTITY" in content:
        yield "it declares entities; write out what they stand for"
        return
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        yield f"it is no XML ({error}); save it anew"
        return
    if root.tag != f"{SVG}svg":
        yield "its first element is not <svg xmlns='http://www.w3.org/2000/svg'>; write it so"
    for element in root.iter():
        yield from _element(element)


def _element(element: ElementTree.Element) -> Iterator[str]:
    name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    if name == "script":
        yield "it has a script, which no page runs; draw without one"
    if name == "style" and ADDRESS.search(element.text or ""):
        yield "its style asks for another file, which no page loads; take that out"
    for key, value in element.attrib.items():
        leads = name != "a" and key.rpartition("}")[2] in LEADS
        if ADDRESS.search(value) or (leads and not value.strip().startswith(("#", "data:"))):
            yield f"its <{name}> asks for another file, which no page loads; draw that into it"

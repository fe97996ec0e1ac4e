"""Takes the figure of a hotspot question from an SVG file, for use inside a page.

Only shapes, groups and texts get through: no script, style, link, image or reference, and no id,
since ids must not repeat on a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = "svg g path rect circle ellipse line polyline polygon text tspan"
TAGS = frozenset(SHAPES.split())
SILENT = frozenset(("title", "desc"))
GEOMETRY = "viewBox d x y x1 y1 x2 y2 cx cy r rx ry dx dy width height points transform"
PAINT = (
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap "
    "stroke-linejoin stroke-dasharray opacity font-size font-weight text-anchor"
)
DEEPEST = 50
LARGEST = 200_000
ATTRIBUTES = frozenset((*GEOMETRY.split(), *PAINT.split()))


class FigureError(ValueError):
    """A figure that cannot be used; the text says why and what to do."""


def load(path: Path) -> ElementTree.Element:
    """Return the root of the SVG file at *path*; raise `FigureError` when it cannot be used."""
    if not path.is_file():
        known = ", ".join(sorted(each.stem for each in path.parent.glob("*.svg"))) or "none"
        raise FigureError(f"there is no figure {path.name}; there are {known}")
    if path.stat().st_size > LARGEST:
        raise FigureError(f"{path.name} has more than {LARGEST:,} bytes; draw it with less")
    # Imported where it is used: `import selfcheck` stays quick.
    from xml.etree import ElementTree

    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise FigureError(f"{path.name} is not UTF-8; save it as UTF-8") from None
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise FigureError(f"{path.name} has a document type; take it out")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise FigureError(f"{path.name} is not XML ({error}); save it anew") from None
    if _name(root) != "svg" or "viewBox" not in root.attrib:
        raise FigureError(f"{path.name} must be an <svg> with a viewBox")
    for problem in _problems(root):
        raise FigureError(f"{path.name} may not hold {problem}; take it out")
    names = ids(root)
    for name in names:
        if names.count(name) > 1:
            raise FigureError(f"{path.name} has the id `{name}` twice; rename one")
    return root


def ids(root: ElementTree.Element) -> list[str]:
    """Return the ids in a figure, in their order."""
    return [element.attrib["id"] for element in root.iter() if "id" in element.attrib]


def html(root: ElementTree.Element, alt: str, regions: Mapping[str, str]) -> str:
    """Return the figure as HTML.

    regions: by the id of its element, the id that each region has for the page, as `data-region`.
    """
    return _html(root, regions, f" role='img' aria-label='{escape(alt)}'")


def _html(element: ElementTree.Element, regions: Mapping[str, str], more: str = "") -> str:
    name = _name(element)
    if name in SILENT:
        return ""
    region = regions.get(element.attrib.get("id", ""))
    if region is not None:
        more += f" data-region='{region}'"
    kept = {key: value for key, value in element.attrib.items() if key in ATTRIBUTES}
    attributes = "".join(f" {key}='{escape(value)}'" for key, value in kept.items())
    # Space counts in a text, and between shapes it does not.
    keep = name in ("text", "tspan")
    inside = _text(element.text, keep)
    for child in element:
        inside += _html(child, regions) + _text(child.tail, keep)
    return f"<{name}{attributes}{more}>{inside}</{name}>"


def _text(text: str | None, keep: bool) -> str:
    return escape(re.sub(r"\s+", " ", text), quote=False) if text and keep else ""


def _problems(root: ElementTree.Element) -> Iterator[str]:
    if _depth(root) > DEEPEST:
        yield f"groups in groups, more than {DEEPEST} deep"
    for element in root.iter():
        name = _name(element)
        if name not in TAGS and name not in SILENT:
            yield f"<{name}>"
        for key, value in element.attrib.items():
            if key not in ATTRIBUTES and key not in ("id", "role", "version"):
                yield f"the attribute `{key.rpartition('}')[2]}`"
            elif key != "transform" and re.search(r"[(\\]", value):
                yield f"the reference {value}"


def _depth(root: ElementTree.Element) -> int:
    depth, level = 0, [root]
    while level:
        depth, level = depth + 1, [child for element in level for child in element]
    return depth


def _name(element: ElementTree.Element) -> str:
    return element.tag.removeprefix(SVG)

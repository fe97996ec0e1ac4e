"""The shapes of a figure's regions, as an image map has them.

A region of one rectangle, circle or outline keeps that shape. One of several parts is the shape
that a string around them would have.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from selfcheck.export.svg.path import Point, points
from selfcheck.export.svg.transform import NOTHING, Matrix, matrix, moved, product

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# A line has no area that could be clicked: so many pixels on each side of it are taken as well.
REACH = 6
ROUND = 32


class Shape(NamedTuple):
    """A shape and its coordinates, in whole pixels; its corners, and how large it is."""

    kind: str
    coords: str
    outline: list[Point]

    @property
    def area(self) -> float:
        """How many pixels it covers."""
        return abs(_signed(self.outline))


def shapes(root: Element, names: list[str]) -> dict[str, Shape]:
    """Return the shape of the element of each id in *names*, in pixels of the figure."""
    box = [float(each) for each in re.split(r"[\s,]+", root.attrib["viewBox"].strip())]
    start: Matrix = (1.0, 0.0, 0.0, 1.0, -box[0], -box[1])
    found: dict[str, Shape] = {}
    for element, by in _walk(root, start):
        name = element.attrib.get("id")
        if name in names:
            found[name] = _shape(list(_outlines(element, by)), _plain(element, by))
    return {name: _without(shape, found.values()) for name, shape in found.items()}


def _without(shape: Shape, others: Iterable[Shape]) -> Shape:
    """Return *shape* with a hole for each other one that lies in it.

    Which of two shapes a click means that lie upon each other, not all players agree on.
    """
    inside = [
        each for each in others if each.area < shape.area and _holds(shape.outline, each.outline)
    ]
    outline = shape.outline
    for each in inside:
        if not any(other is not each and _holds(other.outline, each.outline) for other in inside):
            outline = _cut(outline, each.outline)
    if outline is shape.outline:
        return shape
    return Shape("poly", _joined(_flat(outline)), shape.outline)


def _cut(outline: list[Point], hole: list[Point]) -> list[Point]:
    """Return *outline* with a way to the *hole*, once around it and back."""
    if (_signed(outline) > 0) == (_signed(hole) > 0):
        hole = hole[::-1]
    i, j = min(
        ((i, j) for i in range(len(outline)) for j in range(len(hole))),
        key=lambda pair: math.dist(outline[pair[0]], hole[pair[1]]),
    )
    return [*outline[: i + 1], *hole[j:], *hole[: j + 1], *outline[i:]]


def _holds(outline: list[Point], other: list[Point]) -> bool:
    return all(_inside(point, outline) for point in other)


def _inside(point: Point, outline: list[Point]) -> bool:
    """Return whether a line from *point* to the right crosses *outline* an odd number of times."""
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in zip(outline, [*outline[1:], *outline[:1]], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd


def _walk(element: Element, before: Matrix) -> Iterator[tuple[Element, Matrix]]:
    """Yield each element with what is done to all that stands in it, and to itself."""
    by = product(before, matrix(element.attrib.get("transform", "")))
    yield element, by
    for child in element:
        yield from _walk(child, by)


def _plain(element: Element, by: Matrix) -> tuple[str, str] | None:
    """Return the kind and the coordinates of what is a rectangle or a circle, and not turned."""
    while _name(element) == "g" and len(element) == 1:
        (element,) = element
        by = product(by, matrix(element.attrib.get("transform", "")))
    if by[:4] != NOTHING[:4]:
        return None
    x, y = by[4:]
    if _name(element) == "rect":
        left, top, width, height = (_number(element, key) for key in ("x", "y", "width", "height"))
        return "rect", _joined((left + x, top + y, left + x + width, top + y + height))
    if _name(element) == "circle":
        cx, cy, r = (_number(element, key) for key in ("cx", "cy", "r"))
        return "circle", _joined((cx + x, cy + y, r))
    return None


def _outlines(element: Element, by: Matrix) -> Iterator[list[Point]]:
    yield from ([moved(point, by) for point in outline] for outline in _drawn(element))
    for child in element:
        for each, at in _walk(child, by):
            yield from ([moved(point, at) for point in outline] for outline in _drawn(each))


def _drawn(element: Element) -> list[list[Point]]:
    name = _name(element)
    if name == "path":
        return points(element.attrib.get("d", ""))
    if name in ("polygon", "polyline"):
        numbers = [
            float(each) for each in re.findall(r"[-+\d.eE]+", element.attrib.get("points", ""))
        ]
        return [list(zip(numbers[::2], numbers[1::2], strict=False))]
    if name == "line":
        ends = [_number(element, key) for key in ("x1", "y1", "x2", "y2")]
        return [[(ends[0], ends[1]), (ends[2], ends[3])]]
    if name == "rect":
        x, y, width, height = (_number(element, key) for key in ("x", "y", "width", "height"))
        return [[(x, y), (x + width, y), (x + width, y + height), (x, y + height)]]
    if name in ("circle", "ellipse"):
        rx = _number(element, "r") or _number(element, "rx")
        ry = _number(element, "r") or _number(element, "ry")
        cx, cy = _number(element, "cx"), _number(element, "cy")
        angles = (2 * math.pi * n / ROUND for n in range(ROUND))
        return [[(cx + rx * math.cos(each), cy + ry * math.sin(each)) for each in angles]]
    if name in ("text", "tspan") and element.attrib.get("x"):
        # How wide it is only a browser knows: some pixels around where it begins.
        return [[(_number(element, "x"), _number(element, "y"))]]
    return []


def _shape(outlines: list[list[Point]], plain: tuple[str, str] | None) -> Shape:
    outlines = [each for each in outlines if each]
    if plain and outlines:
        return Shape(*plain, outlines[0])
    if len(outlines) == 1 and abs(_signed(outlines[0])) > REACH * REACH:
        return Shape("poly", _joined(_flat(outlines[0])), outlines[0])
    hull = _hull([point for outline in outlines for point in outline])
    if abs(_signed(hull)) > REACH * REACH:
        return Shape("poly", _joined(_flat(hull)), hull)
    return _around(hull)


def _around(spots: list[Point]) -> Shape:
    xs, ys = [x for x, _ in spots] or [0.0], [y for _, y in spots] or [0.0]
    left, top, right, bottom = min(xs) - REACH, min(ys) - REACH, max(xs) + REACH, max(ys) + REACH
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    return Shape("rect", _joined((left, top, right, bottom)), corners)


def _hull(spots: list[Point]) -> list[Point]:
    """Return the corners of the shape that a string around *spots* would have."""
    ordered = sorted(set(spots))
    if len(ordered) < 3:
        return ordered
    halves = []
    for row in (ordered, ordered[::-1]):
        half: list[Point] = []
        for spot in row:
            while len(half) > 1 and _turn(half[-2], half[-1], spot) <= 0:
                half.pop()
            half.append(spot)
        halves += half[:-1]
    return halves


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _signed(outline: list[Point]) -> float:
    """Return the area in *outline*; below 0 when it goes round the other way."""
    ends = zip(outline, [*outline[1:], *outline[:1]], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in ends) / 2


def _flat(outline: list[Point]) -> list[float]:
    return [each for point in outline for each in point]


def _joined(numbers: list[float] | tuple[float, ...]) -> str:
    return ",".join(str(max(0, round(each))) for each in numbers)


def _number(element: Element, key: str) -> float:
    found = re.match(r"\s*[-+]?[\d.]+(?:[eE][-+]?\d+)?", element.attrib.get(key, ""))
    return float(found[0]) if found else 0.0


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]

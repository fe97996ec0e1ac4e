"""What `transform` does to a point of an SVG drawing.

https://www.w3.org/TR/css-transforms-1/#svg-transform
"""

from __future__ import annotations

import math
import re

from selfcheck.export.svg.path import Point

Matrix = tuple[float, float, float, float, float, float]

NOTHING: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
FUNCTION = re.compile(r"(\w+)\s*\(([^)]*)\)")


def matrix(said: str) -> Matrix:
    """Return the matrix of a list of transformations; of an unknown one, that of none."""
    found = NOTHING
    for name, numbers in FUNCTION.findall(said):
        found = product(
            found,
            _one(name, [float(each) for each in re.split(r"[\s,]+", numbers.strip()) if each]),
        )
    return found


def product(first: Matrix, then: Matrix) -> Matrix:
    """Return what makes of a point what *then*, and after it *first*, make of it."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + c * h,
        b * g + d * h,
        a * i + c * j,
        b * i + d * j,
        a * k + c * m + e,
        b * k + d * m + f,
    )


def moved(point: Point, by: Matrix) -> Point:
    """Return where *point* comes to stand."""
    a, b, c, d, e, f = by
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def _one(name: str, given: list[float]) -> Matrix:
    if name == "matrix" and len(given) == 6:
        a, b, c, d, e, f = given
        return (a, b, c, d, e, f)
    if name == "translate":
        return (1.0, 0.0, 0.0, 1.0, given[0], given[1] if len(given) > 1 else 0.0)
    if name == "scale":
        return (given[0], 0.0, 0.0, given[-1], 0.0, 0.0)
    if name == "rotate":
        cos, sin = math.cos(math.radians(given[0])), math.sin(math.radians(given[0]))
        turn: Matrix = (cos, sin, -sin, cos, 0.0, 0.0)
        if len(given) < 3:
            return turn
        x, y = given[1:3]
        return product(product((1.0, 0.0, 0.0, 1.0, x, y), turn), (1.0, 0.0, 0.0, 1.0, -x, -y))
    if name == "skewX":
        return (1.0, 0.0, math.tan(math.radians(given[0])), 1.0, 0.0, 0.0)
    if name == "skewY":
        return (1.0, math.tan(math.radians(given[0])), 0.0, 1.0, 0.0, 0.0)
    return NOTHING

"""The points of an SVG path; curves become short lines.

https://www.w3.org/TR/SVG2/paths.html
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import pairwise

Point = tuple[float, float]

TOKEN = re.compile(r"[A-Za-z]|[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
# In an arc two numbers are flags, which may stand without a space: "a5 5 0 0110 0".
ARC = re.compile(r"([Aa])([^A-Za-z]*)")
FLAGS = re.compile(
    r"([+-]?[\d.]+(?:[eE][+-]?\d+)?)[\s,]*([+-]?[\d.]+(?:[eE][+-]?\d+)?)[\s,]*"
    r"([+-]?[\d.]+(?:[eE][+-]?\d+)?)[\s,]*([01])[\s,]*([01])[\s,]*"
)
COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
# How many lines a curve becomes.
STEPS = 12


def points(path: str) -> list[list[Point]]:
    """Return the points of each part of *path* that is drawn without lifting the pen."""
    found: list[list[Point]] = []
    here: Point = (0.0, 0.0)
    control: Point | None = None
    for command, given in _commands(path):
        kind, base = command.upper(), here if command.islower() else (0.0, 0.0)
        pairs = _pairs(kind, given, base, here)
        if kind == "M":
            found.append([pairs[-1]])
        elif kind == "Z":
            here = found[-1][0] if found else here
        elif kind in "LHV":
            found[-1].append(pairs[-1])
        elif kind == "A":
            found[-1] += _arc(here, given, pairs[-1])
        else:
            bend = _bend(kind, here, control, pairs)
            found[-1] += [_bezier(bend, n / STEPS) for n in range(1, STEPS + 1)]
            control = bend[-2]
        if kind not in "CSQT":
            control = None
        here = pairs[-1] if pairs else here
    return found


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers; one that is left out is that before."""
    path = ARC.sub(lambda arc: arc[1] + FLAGS.sub(r" \1 \2 \3 \4 \5 ", arc[2]), path)
    command, numbers = "", list[float]()
    for token in TOKEN.findall(path):
        if token.isalpha():
            command, numbers = token, []
            if token in "Zz":
                yield token, []
            continue
        numbers.append(float(token))
        if len(numbers) == COUNTS.get(command.upper(), 0):
            yield command, numbers
            # Further pairs after a move are lines.
            command, numbers = {"M": "L", "m": "l"}.get(command, command), []


def _pairs(kind: str, given: list[float], base: Point, here: Point) -> list[Point]:
    """Return the points that a command names, all of them absolute."""
    if kind == "H":
        return [(base[0] + given[0], here[1])]
    if kind == "V":
        return [(here[0], base[1] + given[0])]
    ends = given[5:] if kind == "A" else given
    return [(base[0] + x, base[1] + y) for x, y in zip(ends[::2], ends[1::2], strict=True)]


def _bend(kind: str, here: Point, control: Point | None, pairs: list[Point]) -> list[Point]:
    """Return a curve with its control points; one that is left out mirrors that before."""
    if kind in "CQ":
        return [here, *pairs]
    before = control or here
    return [here, (2 * here[0] - before[0], 2 * here[1] - before[1]), *pairs]


def _bezier(bend: list[Point], t: float) -> Point:
    while len(bend) > 1:
        bend = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(bend)]
    return bend[0]


def _arc(here: Point, given: list[float], end: Point) -> list[Point]:
    """Return points of an arc.

    https://www.w3.org/TR/SVG2/implnote.html#ArcConversionEndpointToCenter
    """
    rx, ry, turn, large, sweep = abs(given[0]), abs(given[1]), *given[2:5]
    if not rx or not ry or here == end:
        return [end]
    phi = math.radians(turn)
    cos, sin = math.cos(phi), math.sin(phi)
    dx, dy = (here[0] - end[0]) / 2, (here[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, cos * dy - sin * dx
    size = max(1.0, math.sqrt((x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * size, ry * size
    rest = max(0.0, (rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2)
    factor = math.sqrt(rest / ((rx * y) ** 2 + (ry * x) ** 2))
    factor = -factor if bool(large) == bool(sweep) else factor
    cx, cy = factor * rx * y / ry, -factor * ry * x / rx
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    last = math.atan2((-y - cy) / ry, (-x - cx) / rx)
    if sweep and last < first:
        last += 2 * math.pi
    elif not sweep and last > first:
        last -= 2 * math.pi
    middle = ((here[0] + end[0]) / 2, (here[1] + end[1]) / 2)
    made = []
    for n in range(1, 2 * STEPS + 1):
        angle = first + (last - first) * n / (2 * STEPS)
        px, py = cx + rx * math.cos(angle), cy + ry * math.sin(angle)
        made.append((cos * px - sin * py + middle[0], sin * px + cos * py + middle[1]))
    return made

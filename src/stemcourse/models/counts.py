"""How many cells of which kind are in concentrated marrow: numbers rise, shares stay."""

from __future__ import annotations

import math
from typing import NamedTuple

from stemcourse.studies import measured, measured_range


class Mscs(NamedTuple):
    """The ends of a range of MSCs."""

    fewest: float
    most: float


def nucleated(factor: float = 1, ml: float = 1) -> float:
    """Return the cells with a nucleus in *ml* of marrow concentrated *factor* times.

    Of marrow as it is, scarpone2019 counted them.

    No cell is lost, and none is sorted away: each mL holds *factor* times as many of each kind.
    """
    for name, value in (("factor", factor), ("ml", ml)):
        if not (value > 0 and math.isfinite(value)):
            raise ValueError(f"{name} is {value}; it must be a number above 0")
    return measured("nucleated-cells").value * factor * ml


def mscs(factor: float = 1, ml: float = 1) -> Mscs:
    """Return the fewest and the most MSCs in *ml* of marrow concentrated *factor* times.

    The ends of a range of their share among nucleated cells (scarpone2019, gaul2019).
    """
    cells, share = nucleated(factor, ml), measured_range("mscs")
    return Mscs(share.low * cells, share.high * cells)


def repopulating(factor: float = 1, ml: float = 1) -> float:
    """Return the blood-repopulating cells, at least, in *ml* concentrated *factor* times.

    Counted in mice, per adult marrow cells, by which nucleated ones are meant (wang1997).
    """
    return nucleated(factor, ml) / measured("cells-for-one-repopulating").value

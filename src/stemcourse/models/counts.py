"""How many cells of which kind are in concentrated marrow: numbers rise, shares stay."""

from __future__ import annotations

import math
from typing import NamedTuple

NUCLEATED_PER_ML = 35.2e6  # scarpone2019; SD 17.1e6
# Share of the nucleated cells; the ends of a range (scarpone2019, gaul2019).
MSC_LOWEST, MSC_HIGHEST = 1e-5, 1e-4
# Blood-repopulating cells, counted in mice: 1 per 3.0 million adult marrow cells, an
# underestimate (wang1997). Nucleated cells are meant here.
CELLS_PER_REPOPULATING = 3.0e6
# Progenitors per mL before and after (hernigou2006).
REAL_BEFORE, REAL_AFTER = 612, 2579


class Mscs(NamedTuple):
    """The ends of a range of MSCs."""

    fewest: float
    most: float


def nucleated(factor: float = 1, ml: float = 1) -> float:
    """Return the cells with a nucleus in *ml* of marrow concentrated *factor* times.

    No cell is lost, and none is sorted away: each mL holds *factor* times as many of each kind.
    """
    for name, value in (("factor", factor), ("ml", ml)):
        if not (value > 0 and math.isfinite(value)):
            raise ValueError(f"{name} is {value}; it must be a number above 0")
    return NUCLEATED_PER_ML * factor * ml


def mscs(factor: float = 1, ml: float = 1) -> Mscs:
    """Return the fewest and the most MSCs in *ml* of marrow concentrated *factor* times."""
    cells = nucleated(factor, ml)
    return Mscs(MSC_LOWEST * cells, MSC_HIGHEST * cells)


def repopulating(factor: float = 1, ml: float = 1) -> float:
    """Return the blood-repopulating cells, at least, in *ml* concentrated *factor* times."""
    return nucleated(factor, ml) / CELLS_PER_REPOPULATING

"""Marrow in a centrifuge: red cells settle as a crowd, and layers form by density."""

from __future__ import annotations

import math
from typing import NamedTuple

from stemcourse.studies import measured

# The middle of 82 to 96 fL, from a teaching table.
RED_FL = 89
# Assumed for the model. Round; only that red cells are densest is confirmed (zucker1969).
PLASMA_DENSITY = 1.025  # g/mL
RED_DENSITY = 1.10  # g/mL
VISCOSITY = 1.6e-3  # Pa s, of plasma at room temperature
RED_SHARE = 0.4  # of the marrow's volume
PACKED = 0.9  # share of a packed layer that is cells
TUBE_CM = 8.0
RADIUS_CM = 10.0

GRAVITY = 9.80665  # m/s2
EXPONENT = 4.65  # of Richardson and Zaki


class Marrow(NamedTuple):
    """The cells of marrow, as shares of its volume."""

    mono_lymph: float
    granulocytes: float
    red: float

    @property
    def cells(self) -> float:
        """The share of all cells together."""
        return self.red + self.mono_lymph + self.granulocytes


class Layers(NamedTuple):
    """Layers from top to bottom, as shares of the tube's volume; they sum to 1."""

    plasma: float
    mono_lymph: float
    granulocytes: float
    mixed: float
    red: float


def marrow() -> Marrow:
    """Return how much of marrow its cells are.

    Confirmed are the nucleated cells per mL (scarpone2019) and the volumes of white cells
    (zipursky1976). Assumed: all nucleated cells are these three kinds, as in blood, in equal
    numbers; and the share of red cells.
    """
    one_kind = measured("nucleated-cells").value / 3 * 1e-12  # cells per mL, and mL per fL
    mono_lymph = one_kind * (measured("monocyte").value + measured("lymphocyte").value)
    return Marrow(mono_lymph, one_kind * measured("neutrophil").value, RED_SHARE)


def relative_force(rpm: float, radius_cm: float = RADIUS_CM) -> float:
    """Return how many times stronger than gravity a spin pulls: omega^2 r / g.

    With omega = 2 pi rpm / 60 this is 1.118e-5 x radius in cm x rpm^2.
    """
    _not_negative(rpm=rpm, radius_cm=radius_cm)
    return (2 * math.pi * rpm / 60) ** 2 * (radius_cm / 100) / GRAVITY


def stokes(volume_fl: float, density: float, force: float = 1) -> float:
    """Return the speed at which a single cell falls through plasma, in micrometres per second.

    2/9 (density - plasma's) g force r^2 / viscosity, for a ball of the cell's volume. A negative
    speed is a cell that rises. density: g/mL; force: as from `relative_force`.
    """
    _not_negative(volume_fl=volume_fl, density=density, force=force)
    radius = (3 * volume_fl / (4 * math.pi)) ** (1 / 3) * 1e-6  # 1 fL is 1 cubic micrometre
    heavier = (density - PLASMA_DENSITY) * 1000  # kg/m3
    return float(2 / 9 * heavier * GRAVITY * force * radius**2 / VISCOSITY * 1e6)


def hindered(speed: float, crowding: float) -> float:
    """Return what is left of *speed* in a crowd: speed (1 - crowding)^4.65 (Richardson-Zaki).

    crowding: the share of the volume that is cells, from 0 to 1.
    """
    if not 0 <= crowding <= 1:
        raise ValueError(f"the crowding is {crowding}; it must lie between 0 and 1")
    return speed * float((1 - crowding) ** EXPONENT)


def minutes_needed(rpm: float, radius_cm: float = RADIUS_CM) -> float:
    """Return after how many minutes all is sorted; infinite at speed 0.

    The clear liquid on top grows at the hindered speed of the red cells, until they are packed:
    tube x (1 - cells / packed) divided by that speed.
    """
    cells = marrow().cells
    speed = hindered(stokes(RED_FL, RED_DENSITY, relative_force(rpm, radius_cm)), cells)
    if speed == 0:
        return math.inf
    return TUBE_CM * 1e4 * (1 - cells / PACKED) / speed / 60


def progress(rpm: float, minutes: float, radius_cm: float = RADIUS_CM) -> float:
    """Return the share of the red cells that lie in the bottom layer, from 0 to 1."""
    _not_negative(minutes=minutes)
    return min(1.0, minutes / minutes_needed(rpm, radius_cm))


def layers(rpm: float, minutes: float, radius_cm: float = RADIUS_CM) -> Layers:
    """Return the layers after *minutes* at *rpm*.

    What is not sorted yet is marrow as it was. What is sorted lies in the order of densities.
    """
    done, shares = progress(rpm, minutes, radius_cm), marrow()
    return Layers(
        plasma=done * (1 - shares.cells / PACKED),
        mono_lymph=done * shares.mono_lymph / PACKED,
        granulocytes=done * shares.granulocytes / PACKED,
        mixed=1 - done,
        red=done * shares.red / PACKED,
    )


def _not_negative(**values: float) -> None:
    for name, value in values.items():
        if not (value >= 0 and math.isfinite(value)):
            raise ValueError(f"{name} is {value}; it must be 0 or a positive number")

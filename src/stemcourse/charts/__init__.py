"""Charts that JupyterLab draws itself, offline, and that the site shows as SVG first."""

from stemcourse.charts.figure import Figure, Table
from stemcourse.charts.live import says, slider, spoken, titled
from stemcourse.charts.theme import BLUE, GREEN, GREY, ORANGE, VERMILION, themed

__all__ = [
    "BLUE",
    "GREEN",
    "GREY",
    "ORANGE",
    "VERMILION",
    "Figure",
    "Table",
    "says",
    "slider",
    "spoken",
    "themed",
    "titled",
]

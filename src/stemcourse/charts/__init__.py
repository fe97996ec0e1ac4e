"""Charts that JupyterLab draws itself, offline, and that the site shows as SVG first."""

from stemcourse.charts.channels import named_rows, told_apart
from stemcourse.charts.figure import Figure, Table
from stemcourse.charts.live import array, says, slider, spoken, titled
from stemcourse.charts.marks import curve, dashed, dots, drawn, following
from stemcourse.charts.theme import BLUE, GREEN, GREY, INK, ORANGE, PALE, VERMILION, themed

__all__ = [
    "BLUE",
    "GREEN",
    "GREY",
    "INK",
    "ORANGE",
    "PALE",
    "VERMILION",
    "Figure",
    "Table",
    "array",
    "curve",
    "dashed",
    "dots",
    "drawn",
    "following",
    "named_rows",
    "says",
    "slider",
    "spoken",
    "themed",
    "titled",
    "told_apart",
]

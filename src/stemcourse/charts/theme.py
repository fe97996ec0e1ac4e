"""How charts look: sizes that read on a phone, colours that survive colour blindness."""

from __future__ import annotations

from typing import Any

# After Okabe and Ito, "Color Universal Design". Of different lightness too, for grey print.
BLUE = "#0072b2"
VERMILION = "#d55e00"
GREEN = "#009e73"
ORANGE = "#e69f00"
GREY = "#5f6b73"
# Light, so that what is not there stands apart in grey print too.
PALE = "#dcdcd6"
PAPER = "#fbfaf7"
INK = "#1b1b1b"

CONFIG: dict[str, Any] = {
    "aria": False,
    "background": PAPER,
    # Of known widths, for the drawing is laid out where no browser is; and some room to the right
    # for readers whose fonts are wider.
    "font": "Arial, Helvetica, Liberation Sans, sans-serif",
    "padding": {"left": 12, "top": 12, "bottom": 12, "right": 36},
    "view": {"stroke": None, "continuousWidth": 290, "continuousHeight": 230, "discreteWidth": 290},
    "title": {
        "anchor": "start",
        "color": INK,
        "fontSize": 15,
        "subtitleColor": INK,
        "subtitleFontSize": 13,
        "subtitlePadding": 6,
        "offset": 12,
    },
    "axis": {
        "labelColor": INK,
        "labelFontSize": 13,
        "titleColor": INK,
        "titleFontSize": 13,
        "titleFontWeight": "normal",
        "gridColor": PALE,
        "domainColor": GREY,
        "tickColor": GREY,
    },
    "legend": {
        "labelColor": INK,
        "labelFontSize": 12,
        "labelLimit": 240,
        "orient": "bottom",
        "titleColor": INK,
        "titleFontSize": 13,
        "direction": "vertical",
    },
    "text": {"color": INK, "fontSize": 12},
    "range": {"category": [BLUE, VERMILION, GREEN, ORANGE, GREY]},
}


def themed(spec: dict[str, Any]) -> dict[str, Any]:
    """Return *spec* with the look of this course; what it sets itself stays."""
    own = spec.get("config", {})
    merged = {
        key: {**value, **own.get(key, {})} if isinstance(value, dict) else own.get(key, value)
        for key, value in CONFIG.items()
    }
    # Altair's own default of the view is not a choice of ours.
    merged["view"] = CONFIG["view"]
    return {**spec, "config": {**own, **merged}}

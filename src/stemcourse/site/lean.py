"""Leaves out of a page the styles of what it does not have.

Sphinx gives each page the colours of code, and myst-nb the layout of cells and the 256 colours of
a terminal. Together they are a tenth of a page.
"""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

CODE, CELL, COLOUR = 'class="highlight', 'class="cell ', " -Color"
# Where the colours begin in myst-nb's style; all before is about cells.
COLOURS = "/* Font colors for translated ANSI"
COMMENT = re.compile(r"/\*.*?\*/\s*", re.S)
CELLS = "lean/cells.css"


def setup(app: Sphinx) -> None:
    """Connect to the making of pages, after all that adds styles to them."""
    app.connect("builder-inited", _write)
    app.connect("html-page-context", _drop, priority=900)


def _write(app: Sphinx) -> None:
    if app.builder.format != "html":
        return
    cells, *_ = _style().partition(COLOURS)
    cells = COMMENT.sub("", cells)
    path = Path(app.outdir, "_static", CELLS)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(cells, encoding="utf-8")


def _style() -> str:
    return resources.files("myst_nb.static").joinpath("mystnb.css").read_text("utf-8")


def _drop(app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
    body = context.get("body", "")
    dropped = []
    if CODE not in body:
        dropped.append("_static/pygments.css")
    if COLOUR not in body:
        dropped.append("_static/mystnb.")
        if CELL in body:
            app.add_css_file(CELLS)
    files = context["css_files"]
    # The list itself: Sphinx goes on with it.
    files[:] = [each for each in files if not str(each.filename).startswith(tuple(dropped))]

"""The site's half: gives the script and the style to the pages that hold a quiz, and to no other.

The script is a classic one, since a module does not load from `file://`.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STATIC = Path(__file__).parent / "static"
ASSETS = ("page.js", "selfcheck.css")
MARK = 'class="selfcheck"'


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("builder-inited", _copy)
    app.connect("html-page-context", _add)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def _copy(app: Sphinx) -> None:
    if app.builder.format != "html":
        return
    # Before any page is written: Sphinx takes the checksum in the link from the copied file.
    target = Path(app.outdir) / "_static" / "selfcheck"
    target.mkdir(parents=True, exist_ok=True)
    for name in ASSETS:
        shutil.copyfile(STATIC / name, target / name)


def _add(app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
    if MARK in context.get("body", ""):
        app.add_css_file("selfcheck/selfcheck.css")
        app.add_js_file("selfcheck/page.js", loading_method="defer")

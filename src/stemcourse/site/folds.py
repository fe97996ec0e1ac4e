"""What is folded on a page, in a card or in the text, is open on paper.

The styles of both do that. A script does it in browsers that do not know how to style what is in
a closed `<details>`; it goes to pages with such an element, and to no other.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SCRIPT = Path(__file__).parent / "static" / "folds.js"
FOLDER = "_static/folds"
# Those of the quizzes have a class: what is closed in a worksheet stays closed.
MARK = "<details>"


def setup(app: Sphinx) -> None:
    """Connect to the making of pages."""
    app.connect("builder-inited", _copy)
    app.connect("html-page-context", _add)


def _copy(app: Sphinx) -> None:
    if app.builder.format != "html":
        return
    target = Path(app.outdir) / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(SCRIPT, target / SCRIPT.name)


def _add(app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
    if MARK in context.get("body", ""):
        app.add_js_file("folds/folds.js", loading_method="defer")

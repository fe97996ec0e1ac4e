"""What some browsers do by themselves, and others by a script: each goes to pages that need it.

folds.js: what is folded, in a card, in the text or above the table of decisions, is open on paper.
The styles of all three do that where `::details-content` is known. The numbers of a chart and the
table of all claims stay closed there.

places.js: an address with the name of a section leads there, though questions above it come alive
later and grow. Browsers with scroll anchoring hold on to the place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stemcourse.site import assets

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER = "fallbacks"
# Each script, and what a page that needs it has one of.
SCRIPTS = {
    "folds.js": ('class="ec-card"', 'class="rt-decisions"', "<details>\n<summary>More: "),
    "places.js": ("<div class='selfcheck'",),
}


def setup(app: Sphinx) -> None:
    """Connect to the making of pages."""
    app.connect("builder-inited", _copy)
    app.connect("html-page-context", _add)


def _copy(app: Sphinx) -> None:
    assets.copy(app, f"_static/{FOLDER}", SCRIPTS)


def _add(app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
    body = context.get("body", "")
    for name, marks in SCRIPTS.items():
        if any(mark in body for mark in marks):
            app.add_js_file(f"{FOLDER}/{name}", loading_method="defer")

"""Views over the whole course, such as `{progress}`: on pages of a site and in notebooks.

A page holds an element that says what the view needs; a script of the view's name fills it, and
loads what it shows. No page and no output holds anything of a learner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from selfcheck import scripts
from selfcheck.notes import Notes
from selfcheck.outline.views import VIEWS, html

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

# Those that ask questions: such a page needs what a page with a quiz does.
ASKING = {"review"}
# A view's script stands behind that of all quizzes, which has Sphinx's own priority.
AFTER = 600
# Which views a page has.
NOTES: Notes[list[str]] = Notes("selfcheck_views")
_VIEW = re.compile(r"<div class='sc-view' data-view='([a-z]+)'>")


def setup(app: Sphinx) -> None:
    """Register with Sphinx."""
    for name in VIEWS:
        app.add_directive(name, View)
    app.connect("doctree-read", _note)
    NOTES.setup(app)
    app.connect("html-page-context", _add)


class View(SphinxDirective):
    """`{progress}`: the view of that name."""

    def run(self) -> list[nodes.Node]:
        """Return the view: raw HTML, which every builder takes or leaves out."""
        return [nodes.raw("", html(self.name, self.config.language), format="html")]


def pages(env: BuildEnvironment) -> dict[str, str]:
    """Return by the name of a view the first page that has it."""
    found: dict[str, str] = {}
    for page, names in sorted(NOTES.of(env).items()):
        for name in names:
            found.setdefault(name, page)
    return found


def asks(document: nodes.Element) -> bool:
    """Return whether *document* holds a view that asks questions."""
    return not ASKING.isdisjoint(_views(document))


def _views(document: nodes.Element) -> Iterator[str]:
    """Yield the names of the views in *document*, those of its notebook's outputs too."""
    for node in document.findall(nodes.raw):
        if "html" in node.get("format", "").split():
            yield from (name for name in _VIEW.findall(node.astext()) if name in VIEWS)


def _note(app: Sphinx, document: nodes.document) -> None:
    names = sorted(set(_views(document)))
    if names:
        NOTES.of(app.env)[app.env.docname] = names


def _add(app: Sphinx, _page: str, _template: str, _context: dict[str, Any], tree: object) -> None:
    if isinstance(tree, nodes.Element):
        # The script that marks the table of contents is loaded later.
        given = {"data-marks": scripts.later(Path(app.outdir) / "_static" / "selfcheck", "marks")}
        for name in sorted(set(_views(tree))):
            app.add_js_file(f"selfcheck/{name}.js", loading_method="defer", priority=AFTER, **given)

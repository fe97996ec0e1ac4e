"""What a site's search may find of a quiz: what it asks, and nothing of what it answers.

Options, items and entries of menus are left out with the key, the feedback, the hints and the
explanation: one of them is the answer.
"""

from __future__ import annotations

import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from selfcheck.saved import Needs

# Each is a `div`, the script reads them too: docs/quiz-html.md. Objectives are a list.
_ASKS = {"div": {"sc-prompt", "sc-text", "sc-vignette"}, "ul": {"sc-objectives"}}
SCRIPT = Path(__file__).with_suffix(".js")


class Unsearched(nodes.General, nodes.Element):  # type: ignore[misc]  # docutils has no types
    """HTML of which the search sees its children alone: Sphinx collects words so."""


def setup(app: Sphinx) -> None:
    """Register the node, and give the page of the search its script."""
    app.add_node(Unsearched, html=(_visit, _depart))
    # After the other scripts, for which the folder is emptied.
    app.connect("builder-inited", _copy, priority=600)
    app.connect("html-page-context", _add)


def unsearched(node: nodes.raw, needs: Needs | None = None) -> Unsearched:
    """Return for a page *node*, raw HTML: a quiz with what it *needs*, or an answer key."""
    made = Unsearched("", nodes.Text(asked(node.astext())), html=node.astext(), needs=needs)
    made["classes"] = node["classes"]
    return made


def asked(html: str) -> str:
    """Return the words of *html* that ask something."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join(" ".join(reader.found).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        # The element that asks, and how many of its name are open.
        self.inside = ""
        self.depth = 0
        self.menu = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.inside and _ASKS.get(tag, set()).intersection(
            (dict(attrs).get("class") or "").split()
        ):
            self.inside = tag
        if tag == self.inside:
            self.depth += 1
        if tag == "i":
            self.menu += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "i":
            self.menu -= 1
        if tag == self.inside:
            self.depth -= 1
            if not self.depth:
                self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside and not self.menu:
            self.found.append(data)


def _visit(translator: Any, node: Unsearched) -> None:
    html = node["html"]
    # As docutils writes raw HTML.
    if node["classes"]:
        html = f"{translator.starttag(node, 'div', suffix='')}{html}</div>"
    translator.body.append(html)
    raise nodes.SkipNode


def _depart(_translator: Any, _node: Unsearched) -> None:
    """Do nothing: `_visit` skips what would come before."""


def _copy(app: Sphinx) -> None:
    if app.builder.format == "html":
        target = Path(app.outdir) / "_static" / "selfcheck"
        target.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(SCRIPT, target / SCRIPT.name)


def _add(app: Sphinx, page: str, _template: str, _context: object, _tree: object) -> None:
    if page == "search":
        app.add_js_file(f"selfcheck/{SCRIPT.name}")

"""The site's half: gives the script and the style to the pages that hold a quiz, and to no other.

The script is a classic one, since a module does not load from `file://`. Links of objectives,
which lead to a heading in a notebook, become links to the section of the page.
"""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from selfcheck import bank
from selfcheck.finding import BankError
from selfcheck.render.key import answer_key

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STATIC = Path(__file__).parent / "static"
ASSETS = ("page.js", "selfcheck.css")
MARK = 'class="selfcheck"'
SECTION = re.compile(
    r'(?P<before><li data-objective="[^"]+"><a href=")'
    r'(?P<notebook>[^"#]+)\.ipynb#(?P<heading>[^"]+)"'
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_directive("answer-key", AnswerKey)
    app.connect("builder-inited", _copy)
    app.connect("html-page-context", _add)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


class AnswerKey(SphinxDirective):
    """`{answer-key} bank`: the printable key of a question bank, made from the bank."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the key as HTML; a bank that is not there is an error at this line."""
        folder = Path(self.env.srcdir) / "content"
        try:
            made = answer_key(bank.load(self.arguments[0], folder))
        except (LookupError, BankError) as error:
            raise self.error(str(error)) from None
        self.env.note_dependency(str(folder / "questions" / f"{self.arguments[0]}.yaml"))
        return [nodes.raw("", made, format="html")]


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
        context["body"] = SECTION.sub(_section, context["body"])
        app.add_css_file("selfcheck/selfcheck.css")
        app.add_js_file("selfcheck/page.js", loading_method="defer")


def _section(found: re.Match[str]) -> str:
    heading = unescape(found["heading"]).replace("-", " ")
    return f'{found["before"]}{found["notebook"]}.html#{nodes.make_id(heading)}"'

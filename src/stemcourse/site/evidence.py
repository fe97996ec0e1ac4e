"""The directive `{evidence-table}`: every claim, its verdict, where treated, and its sources.

The table is complete without JavaScript. Its script and style go to the page that holds it, and
to no other; the script is a classic one, since a module does not load from `file://`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.util.osutil import relative_uri

from citations import ProblemsError
from stemcourse import evidence
from stemcourse.site import assets, treated
from stemcourse.site.evidence_files import write_csv, write_json
from stemcourse.site.evidence_table import MARK, Row, SectionLink, html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from stemcourse.site.treated import Section

LOGGER = logging.getLogger(__name__)
ASSETS = ("evidence-table.js", "evidence-table.css")
FOLDER = "_static/evidence"
FILES = {"claims.csv": write_csv, "claims.json": write_json}
HAS_TABLE = "evidence-table"


def setup(app: Sphinx) -> None:
    """Register the directive, and what makes it into HTML once all pages are read."""
    app.add_directive("evidence-table", EvidenceTable)
    app.add_node(evidence_table)
    app.connect("builder-inited", _copy)
    app.connect("env-updated", _again)
    app.connect("doctree-resolved", _resolve)
    app.connect("html-page-context", _add)


class evidence_table(nodes.General, nodes.Element):  # type: ignore[misc]
    """Where the table will stand: its links need the anchors of pages that may not be read yet."""


class EvidenceTable(SphinxDirective):
    """Leaves a place for the table."""

    def run(self) -> list[nodes.Node]:
        """Return the place."""
        self.env.metadata[self.env.docname][HAS_TABLE] = True
        return [evidence_table()]


def _copy(app: Sphinx) -> None:
    assets.copy(app, FOLDER, ASSETS)


def _again(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    # The table hangs on claims, banks and all notebooks; it is quicker made than compared.
    return [page for page, said in env.metadata.items() if HAS_TABLE in said]


def _resolve(app: Sphinx, tree: nodes.document, page: str) -> None:
    for node in list(tree.findall(evidence_table)):
        course = _course(app)
        try:
            rows = _rows(app, course, page)
        except (ProblemsError, OSError) as error:
            LOGGER.error("there is no evidence table: %s", error, location=page)
            node.parent.remove(node)
            continue
        here = app.builder.get_target_uri(page)
        files = {name: relative_uri(here, f"{FOLDER}/{name}") for name in FILES}
        node.replace_self(nodes.raw("", html(rows, files), format="html"))
        if app.builder.format == "html":
            for name, write in FILES.items():
                write(Path(app.outdir) / FOLDER / name, _rows(app, course, None))


def _add(app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
    if MARK in context.get("body", ""):
        app.add_css_file("evidence/evidence-table.css")
        app.add_js_file("evidence/evidence-table.js", loading_method="defer")


def _course(app: Sphinx) -> list[Section]:
    """Return the sections of all notebooks."""
    return [
        section
        for path in sorted((Path(app.srcdir) / "notebooks").glob("*.ipynb"))
        for section in treated.sections(path)
    ]


def _rows(app: Sphinx, course: list[Section], page: str | None) -> list[Row]:
    """Return the rows, with addresses as *page* needs them; None means from the site's root."""
    content = Path(app.srcdir) / "content"
    tested = treated.claims_of_questions(content / "questions")
    found = treated.sections_by_claim(course, tested)
    addresses = dict(_addresses(app, course, page))
    return [
        Row(
            card,
            [
                SectionLink(each.notebook, each.module, each.title, addresses.get(_key(each)))
                for each in found.get(claim, ())
            ],
        )
        for claim, card in evidence.cards(content / "evidence").items()
    ]


def _addresses(
    app: Sphinx, course: list[Section], page: str | None
) -> Iterator[tuple[tuple[str, int], str]]:
    """Yield the address of each section of the notebooks that are on the site."""
    for notebook in dict.fromkeys(section.notebook for section in course):
        own = [section for section in course if section.notebook == notebook]
        name = f"notebooks/{notebook}"
        if name not in app.env.tocs:
            continue
        target = app.builder.get_target_uri(name)
        if page is not None:
            target = app.builder.get_relative_uri(page, name)
        anchors = [each["anchorname"] for each in app.env.tocs[name].findall(nodes.reference)]
        if len(anchors) != len(own):
            LOGGER.warning("the evidence table finds other headings than Sphinx", location=name)
            anchors = [""] * len(own)
        for section, anchor in zip(own, anchors, strict=True):
            yield _key(section), target + anchor


def _key(section: Section) -> tuple[str, int]:
    return section.notebook, section.number

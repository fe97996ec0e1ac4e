"""The directive `{references}`: every reference that the course may cite, with its link."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

import citations

if TYPE_CHECKING:
    from sphinx.application import Sphinx

BIBLIOGRAPHY = Path("content") / "evidence" / "references.bib"


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("references", References)


class References(SphinxDirective):
    """Lists all of references.bib by label."""

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        path = Path(self.env.srcdir) / BIBLIOGRAPHY
        self.env.note_dependency(str(path))
        try:
            known = citations.load(path).values()
        except citations.CitationError as error:
            raise self.error(str(error)) from None
        entries = sorted(known, key=lambda entry: entry.label.casefold())
        items = nodes.bullet_list(classes=["course-references"])
        for entry in entries:
            line = nodes.paragraph("", "", nodes.Text(f"{entry.text} "))
            if entry.link:
                line += nodes.reference("", entry.link, refuri=entry.link)
            if entry.status != "confirmed":
                line += nodes.Text(f" {citations.UNCONFIRMED}")
            items += nodes.list_item("", line, ids=[f"ref-{entry.key}"])
        return [items]

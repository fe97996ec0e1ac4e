"""Names the column in each cell of a table that a phone is too narrow for.

There the style stacks the cells of a row, as it does with the decisions, and shows the names;
elsewhere they are hidden. Which tables these are is told from their words: a column is never
narrower than its longest one. A notebook holds plain Markdown, so nobody has to mark them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# So many letters fit side by side on a phone of 375 px, in a fold; a column's edges take two more.
PHONE = 39
EDGES = 2
BREAKS = re.compile(r"[\s\-\u2013]+")


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_post_transform(Stacked)


class Stacked(SphinxPostTransform):
    """Writes the names, and a class on the table."""

    default_priority = 900
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Do so with each table of the document."""
        for table in self.document.findall(nodes.table):
            rows = [_cells(row) for row in table.findall(nodes.row)]
            if len(list(table.findall(nodes.thead))) == 1 and _is_wide(rows):
                table["classes"].append("course-stack")
                names = [cell.astext() for cell in rows[0]]
                for row in rows[1:]:
                    for name, cell in zip(names[1:], row[1:], strict=True):
                        _label(cell, name)


def _cells(row: nodes.row) -> list[nodes.entry]:
    return list(row.findall(nodes.entry))


def _is_wide(rows: list[list[nodes.entry]]) -> bool:
    """Return whether *rows*, all of one length, are wider than a phone with each word unbroken."""
    if {len(row) for row in rows} != {len(rows[0])}:
        return False
    longest = (
        max(len(word) for cell in column for word in BREAKS.split(cell.astext()))
        for column in zip(*rows, strict=True)
    )
    return sum(length + EDGES for length in longest) > PHONE


def _label(cell: nodes.entry, name: str) -> None:
    if not cell.children:
        cell += nodes.paragraph()
    ends = "" if name.endswith("?") else ":"
    cell[0].insert(0, nodes.inline("", f"{name}{ends} ", classes=["course-column"]))

"""Mends what a screen reader would stumble over in the theme's side columns.

Furo has no setting for it, and a template of our own would hold a copy of Furo's page.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from stemcourse.site import lite

if TYPE_CHECKING:
    from sphinx.application import Sphinx

MENDS = {
    # Two landmarks of one kind need names.
    '<aside class="sidebar-drawer">': '<aside class="sidebar-drawer" aria-label="Course">',
    '<aside class="toc-drawer">': '<aside class="toc-drawer" aria-label="This page">',
    # A heading needs a level, and these are labels of lists.
    '<p class="caption" role="heading">': '<p class="caption">',
}


def setup(app: Sphinx) -> None:
    """Connect to the end of the build."""
    app.connect("build-finished", _mend)


def _mend(app: Sphinx, error: Exception | None) -> None:
    if error or app.builder.format != "html":
        return
    for path in Path(app.outdir).rglob("*.html"):
        # JupyterLab's pages are not the theme's.
        if Path(app.outdir, lite.FOLDER) in path.parents:
            continue
        before = after = path.read_text(encoding="utf-8")
        for broken, mended in MENDS.items():
            after = after.replace(broken, mended)
        if after != before:
            path.write_text(after, encoding="utf-8")

"""Leads from addresses that once were to the pages that came in their place.

`course_moved` in `_config.yml` names them, each with a list of pages without ending:
`{notebooks/risks: [notebooks/counting-harm, notebooks/transplants]}`. Whoever asks for a section
that stands in one of these is led there, everyone else to the first. Without JavaScript the page
has links to all of them and to their sections.
"""

from __future__ import annotations

import shutil
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging
from sphinx.util.osutil import relative_uri

from stemcourse.site.bare import page

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LOGGER = logging.getLogger(__name__)
SCRIPT = Path(__file__).parent / "static" / "moved.js"
FOLDER = "_static/moved"
TITLE = "This page has moved"


def setup(app: Sphinx) -> None:
    """Register the list of addresses, and connect to the end of the build."""
    app.add_config_value("course_moved", {}, "html", types=dict)
    app.connect("build-finished", _write)


def _write(app: Sphinx, error: Exception | None) -> None:
    if error or app.builder.format != "html":
        return
    for old, pages in app.config.course_moved.items():
        if old in app.env.all_docs:
            LOGGER.warning("`course_moved` names the page %s, which is still there", old)
            continue
        lost = [each for each in pages if each not in app.env.all_docs]
        if lost or not pages:
            LOGGER.warning("`course_moved` leads from %s to no page: %s", old, ", ".join(lost))
            continue
        _write_one(app, old, pages)


def _write_one(app: Sphinx, old: str, pages: list[str]) -> None:
    # A builder of folders has other addresses than files.
    source = app.builder.get_target_uri(old)
    path = Path(app.outdir, source)
    path = path if path.suffix else path / "index.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    copy = Path(app.outdir, FOLDER, SCRIPT.name)
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(SCRIPT, copy)
    links = []
    for each in pages:
        address = relative_uri(source, app.builder.get_target_uri(each))
        for place in app.env.tocs[each].findall(nodes.reference):
            target = escape(address + place["anchorname"])
            links.append(f'<li><a href="{target}">{escape(place.astext())}</a></li>')
    script = relative_uri(source, f"{FOLDER}/{SCRIPT.name}")
    many = "another page" if len(pages) == 1 else f"{len(pages)} pages"
    listed = "\n".join(links)
    text = page(
        app.config.language,
        TITLE,
        f'<meta name="robots" content="noindex">\n<script src="{script}" defer></script>',
        f'<p>What stood here stands on {many} now:</p>\n<ul class="course-moved">\n{listed}\n</ul>',
    )
    path.write_text(text, encoding="utf-8")

"""The button *Open and run* on a notebook's page, where the site has JupyterLite.

`course_lite: true` in `_config.yml` is the switch: `make lite` then puts JupyterLite into the
folder `lite` of the site, and builds the pages after it. Sphinx only looks whether it is there. So
a site that was built without it has no link to it, and one that keeps it keeps the links.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from stemcourse.site import assets

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

SWITCH = "course_lite"
# A value of Sphinx's configuration that nobody sets: where it has changed, all pages are made anew.
THERE = "stemcourse_lite_there"
# The folder of JupyterLite in the site, its two views, and that of the notebooks in it.
FOLDER = "lite"
WIDE, NARROW = (f"{FOLDER}/{view}/index.html" for view in ("lab", "notebooks"))
NOTEBOOKS = "notebooks"
STATIC = "lite-button"
SCRIPTS = ("lite-trouble.js", "lite-open.js")
STYLE = "lite-open.css"
MARK = 'class="course-run"'


def setup(app: Sphinx) -> None:
    """Register the switch, and connect to the making of pages, after the bar."""
    app.add_config_value(SWITCH, False, "html", types=bool)
    app.add_config_value(THERE, False, "html", types=bool)
    app.connect("config-inited", _look)
    app.connect("builder-inited", _copy)
    app.connect("html-page-context", _add, priority=600)


def button(app: Sphinx, context: dict[str, Any]) -> str:
    """Return the button for the page of a notebook, or nothing where it cannot be run so."""
    source = PurePosixPath(context.get("sourcename", ""))
    if not app.config[THERE] or source.parent.name != NOTEBOOKS or len(source.parts) != 2:
        return ""
    wide, narrow = (
        f"{context['pathto'](view, 1)}?path={quote(str(source))}" for view in (WIDE, NARROW)
    )
    return f'<a {MARK} href="{wide}" data-narrow="{narrow}">Open and run</a> '


def _look(app: Sphinx, config: Config) -> None:
    config[THERE] = config[SWITCH] and all(
        Path(app.outdir, view).is_file() for view in (WIDE, NARROW)
    )


def _copy(app: Sphinx) -> None:
    if app.config[THERE]:
        assets.copy(app, f"_static/{STATIC}", (*SCRIPTS, STYLE))


def _add(app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
    if MARK in context.get("body", ""):
        app.add_css_file(f"{STATIC}/{STYLE}")
        for name in SCRIPTS:
            app.add_js_file(f"{STATIC}/{name}", loading_method="defer")

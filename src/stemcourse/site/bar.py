"""Puts a bar on each notebook's page: to download the notebook, and to open it elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx.util import logging

from stemcourse.site import doors, lite, open_at

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

LOGGER = logging.getLogger(__name__)
HOW = "book/index"
DOORS = "course_doors"


class Page(NamedTuple):
    """The page of a notebook: its path in the course, its copy on the site, and its context."""

    notebook: str
    copy: str
    context: Mapping[str, Any]


class Button(NamedTuple):
    """A link in the bar; `download` is the name under which a browser saves what it leads to."""

    label: str
    address: str
    download: str = ""


def setup(app: Sphinx) -> None:
    """Connect to the reading of the configuration and to the making of a page."""
    app.connect("config-inited", _find)
    app.connect("html-page-context", _add)


def _find(app: Sphinx, config: Config) -> None:
    found, problems = doors.load(Path(app.srcdir, doors.CONFIG))
    for problem in problems:
        LOGGER.warning("%s", problem)
    # Before Sphinx compares: with another door all pages are written anew.
    config.html_context[DOORS] = found


def _add(app: Sphinx, _page: str, _template: str, context: dict[str, Any], tree: Any) -> None:
    source = context.get("sourcename", "")
    if tree is None or not source.endswith(".ipynb"):
        return
    copy = context["pathto"](f"_sources/{source}", 1)
    here = Page(source, copy, context)
    links = "".join(_link(button) for buttons in BUTTONS for button in buttons(here))
    bar = f'<p class="course-bar">{lite.button(app, context)}{links.rstrip()}</p>\n'
    title, end, rest = context["body"].partition("</h1>")
    context["body"] = f"{title}{end}\n{bar}{rest}" if end else f"{bar}{title}"


def _link(button: Button) -> str:
    download = f' download="{escape(button.download)}"' if button.download else ""
    return f'<a href="{escape(button.address)}"{download}>{escape(button.label)}</a> '


def _download(page: Page) -> Iterator[Button]:
    yield Button("Download this notebook", page.copy, PurePosixPath(page.notebook).name)


def _open_elsewhere(page: Page) -> Iterator[Button]:
    for door in page.context[DOORS]:
        yield Button(door.label, open_at.address(door.before, page.notebook))


def _how(page: Page) -> Iterator[Button]:
    yield Button("How to run it", f"{page.context['pathto'](HOW)}#run-it-yourself")


BUTTONS: tuple[Callable[[Page], Iterator[Button]], ...] = (_download, _open_elsewhere, _how)
"""What stands in the bar, in this order; each gives the buttons that a page has of its kind."""

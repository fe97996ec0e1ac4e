"""Builds again the pages that the last build warned of, and all of them after one that broke off.

Sphinx reads a page again when its text or a file that it depends on has changed. A page that could
not be made as its author wrote it would therefore be taken for done: the next build would find
nothing to do and no fault, whether or not the fault is mended, and end well on a page without its
quiz. So the names of such pages stand beside what Sphinx keeps of them.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.logging import NAMESPACE, get_node_location

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

# In place of a list of pages.
ALL = None


def setup(app: Sphinx) -> None:
    """Connect to the beginning and the end of a build."""
    build = _Build()
    logging.getLogger(NAMESPACE).addHandler(build)
    app.connect("builder-inited", build.begin)
    app.connect("env-get-outdated", build.again)
    # After all others, who may warn as well.
    app.connect("build-finished", build.end, priority=10_000)


class _Build(logging.Handler):
    """What an earlier build has left to do, and what this one leaves."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.left: list[str] | None = ALL
        self.places: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the place that Sphinx warns of; nothing for a warning without one."""
        self.places.add(_named(getattr(record, "location", None)))

    def begin(self, app: Sphinx) -> None:
        """Read what is left to do; until this build has ended that is everything."""
        try:
            self.left = json.loads(_file(app).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            self.left = ALL
        _file(app).write_text(json.dumps(ALL), encoding="utf-8")

    def again(
        self, _app: Sphinx, env: BuildEnvironment, added: set[str], *_: set[str]
    ) -> Collection[str]:
        """Return the pages that are left to do."""
        known = set(env.found_docs) - added
        return known if self.left is ALL else known.intersection(self.left)

    def end(self, app: Sphinx, error: Exception | None) -> None:
        """Leave to the next build what this one warned of."""
        logging.getLogger(NAMESPACE).removeHandler(self)
        if error is None:
            _file(app).write_text(json.dumps(self._pages(app)), encoding="utf-8")

    def _pages(self, app: Sphinx) -> list[str] | None:
        found: set[str] = set()
        for place in self.places:
            pages = [
                page
                for page in app.env.found_docs
                if place == page or f"{place}:".startswith(f"{app.env.doc2path(page)}:")
            ]
            # Whoever lives with a warning of no page shall not wait for all pages each time.
            if not pages and app.warningiserror:
                return ALL
            found.update(pages)
        return sorted(found)


def _named(place: Any) -> str:
    """Return what a warning calls its place: a page, or a file with or without a line."""
    if isinstance(place, tuple):
        return str(place[0])
    if isinstance(place, nodes.Node):
        return get_node_location(place) or ""
    return str(place or "")


def _file(app: Sphinx) -> Path:
    # Builders share what was read, and each writes pages of its own.
    return Path(app.doctreedir) / f"unfinished-{app.builder.name}.json"

"""Says in the footer which version of the course this is, and of which day.

The version is the package's. The day is the source's last commit, so that the same source gives
the same pages; outside a repository it is the day of the build.
"""

from __future__ import annotations

import subprocess
from datetime import UTC, date, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def setup(app: Sphinx) -> None:
    """Connect to the reading of the configuration and to the making of a page."""
    app.connect("config-inited", _find)
    app.connect("html-page-context", _say)


def _find(app: Sphinx, config: Config) -> None:
    day = _committed(str(app.srcdir)) or datetime.now(tz=UTC).date()
    said = f"{day.day} {day:%B %Y}, version {version('stemcourse')}"
    # Before Sphinx compares: on a new day all pages are written anew.
    config.html_context["course_version"] = said


def _committed(folder: str) -> date | None:
    try:
        done = subprocess.run(
            ["git", "log", "-1", "--format=%cs"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=True,
        )
        return date.fromisoformat(done.stdout.strip())
    except (OSError, subprocess.CalledProcessError, ValueError):
        return None


def _say(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
    # Furo writes "Last updated on" before it.
    context["last_updated"] = context.get("course_version")

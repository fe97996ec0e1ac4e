"""Gives the same bytes of the same source, whatever was built before in the same folder.

Sphinx writes only pages that were read anew. The others would keep old titles beside them, in the
side column and in the links to the next page, and old checksums of scripts and styles; and the
search would keep words that are gone.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from myst_nb.sphinx_ext import add_global_html_resources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

STATIC = Path(__file__).parent / "static"
# A value of Sphinx's configuration that nobody sets: a page links to its files by checksum.
ASSETS = "stemcourse_assets"


class _Read:
    """Whether a page has been read, or is gone, since the last build."""

    def __init__(self) -> None:
        self.any = False

    def before(self, _app: Sphinx, _env: BuildEnvironment, pages: list[str]) -> None:
        self.any = self.any or bool(pages)

    def gone(self, app: Sphinx, env: BuildEnvironment, page: str) -> None:
        if page in env.found_docs or app.builder.format != "html":
            return
        self.any = True
        site = Path(app.outdir)
        for path in (site / f"{page}.html", *(site / "_sources").glob(f"{page}.*")):
            path.unlink(missing_ok=True)

    def after(self, app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
        # Sphinx would keep words that no page has any more. It may have been stopped without one.
        index = Path(app.outdir, "searchindex.js")
        if not self.any and index.exists():
            return ()
        index.unlink(missing_ok=True)
        return env.found_docs


def setup(app: Sphinx) -> None:
    """Connect to the start of the build and to the reading of pages."""
    app.add_config_value(ASSETS, "", "html")
    read = _Read()
    app.connect("config-inited", _assets)
    app.connect("builder-inited", _style)
    app.connect("env-before-read-docs", read.before)
    app.connect("env-purge-doc", read.gone)
    app.connect("env-updated", read.after)


def _assets(app: Sphinx, config: Config) -> None:
    folders = (STATIC, *(Path(app.confdir) / name for name in config.html_static_path))
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    config[ASSETS] = digest.hexdigest()


def _style(app: Sphinx) -> None:
    # myst-nb writes its style after all pages: links to it had a checksum from the second build on.
    add_global_html_resources(app, None)

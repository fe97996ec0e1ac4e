"""Puts files that pages load among those of the site."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STATIC = Path(__file__).parent / "static"


def copy(app: Sphinx, folder: str, names: Iterable[str]) -> Path | None:
    """Copy files to the *folder* of a site that is HTML; return where that is, or None.

    To be called before any page is written: Sphinx takes the checksum in a link from the copy.
    """
    if app.builder.format != "html":
        return None
    target = Path(app.outdir) / folder
    target.mkdir(parents=True, exist_ok=True)
    for name in names:
        shutil.copyfile(STATIC / name, target / name)
    return target

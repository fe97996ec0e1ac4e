"""Puts into JupyterLite's pages the script that says in a line what goes wrong, and what is new.

It also lets cells that are run early wait for Python.

Its parts stand in `src/stemcourse/site/static`, where they are checked with those of the pages; in
JupyterLite they are one file, which comes before all others and so hears of all that fails.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from stemcourse.site.assets import STATIC

# In the order in which each needs those before it.
PARTS = ("trouble", "notice", "panels", "mine", "watch", "newer", "run")
STYLE = "notice"
FOLDER = "course"
VIEWS = ("lab", "notebooks")
# The page of a view begins so; what stands before may say its charset.
PLACE = '<meta charset="utf-8">'
# A comment that is all of its lines.
_COMMENT = re.compile(r"^ *(?://.*|/\*(?:(?!\*/)[\s\S])*\*/)\n", re.MULTILINE)
# What this has put there before.
_BEFORE = re.compile(rf'\n *<link rel="stylesheet" href="\.\./{FOLDER}/notices\.css.*')


def add(lite: Path, versions: dict[str, str]) -> None:
    """Add them to *lite*, a JupyterLite that is built, with *versions* of its notebooks by path.

    Raises ValueError for a page that is not as JupyterLite writes it.
    """
    folder = lite / FOLDER
    folder.mkdir(exist_ok=True)
    parts = ((STATIC / f"lite-{part}.js").read_text("utf-8") for part in PARTS)
    # Each visit asks for it before all else.
    script = "".join(_COMMENT.sub("", part) for part in parts)
    style = (STATIC / f"lite-{STYLE}.css").read_text("utf-8")
    links = (
        f'<link rel="stylesheet" href="{_written(folder / "notices.css", style)}">'
        f'<script src="{_written(folder / "notices.js", script)}"></script>'
    )
    said = json.dumps(versions, indent=1, sort_keys=True)
    (folder / "versions.json").write_text(f"{said}\n", encoding="utf-8")
    for view in VIEWS:
        page = lite / view / "index.html"
        text = _BEFORE.sub("", page.read_text(encoding="utf-8"))
        if text.count(PLACE) != 1:
            raise ValueError(f"{page} has no {PLACE}: has JupyterLite changed its pages?")
        page.write_text(text.replace(PLACE, f"{PLACE}\n    {links}"), encoding="utf-8")


def _written(path: Path, text: str) -> str:
    """Write *text* to *path*; return the address from a view, which changes with the text."""
    path.write_text(text, encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"../{FOLDER}/{path.name}?v={digest}"

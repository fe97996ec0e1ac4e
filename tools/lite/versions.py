"""Says in each notebook of JupyterLite which version it is, so that a newer one is known.

JupyterLite keeps what a reader has saved, and opens that for ever after. `lite-newer.js` compares
the version in it with those that the site has now, which stand in one small file.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

# What is written into a notebook's metadata, as {"version": …}.
STAMP = "course"
# In characters of a hash: enough to tell the versions of one notebook apart.
LENGTH = 12
# What JupyterLite writes into each notebook once its kernel is known. Where it differed, a notebook
# that was only looked at would count as changed, and be saved by itself after two minutes.
KERNEL = {"name": "python", "display_name": "Python (Pyodide)", "language": "python"}
LANGUAGE = {
    "codemirror_mode": {"name": "python", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
    "version": "3.8",
}


def stamped(notebook: dict[str, Any]) -> dict[str, Any]:
    """Return *notebook* with its version and with what JupyterLite would write into it.

    The version says what a reader has of it: cells with their outputs, and no metadata of kernels.
    """
    own = {"kernelspec": KERNEL, "language_info": LANGUAGE, STAMP: {"version": version(notebook)}}
    cells = [_trusted(cell) for cell in notebook["cells"]]
    return {**notebook, "cells": cells, "metadata": {**notebook["metadata"], **own}}


def version(notebook: dict[str, Any]) -> str:
    """Return the version of *notebook*, which depends on its cells alone."""
    cells = [_trusted(cell) for cell in notebook["cells"]]
    text = json.dumps(cells, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def _trusted(cell: dict[str, Any]) -> dict[str, Any]:
    """Return *cell* so that its outputs are shown whole: they are of the site, as JupyterLite is.

    Elsewhere a server knows whom a user trusts; here there is none.
    """
    if cell["cell_type"] != "code":
        return cell
    return {**cell, "metadata": {**cell["metadata"], "trusted": True}}


def stamp(folder: Path) -> dict[str, str]:
    """Stamp all notebooks in *folder*, the root of JupyterLite's files; return versions by path."""
    found = {}
    for path in sorted(folder.rglob("*.ipynb")):
        notebook = stamped(json.loads(path.read_text(encoding="utf-8")))
        path.write_text(f"{json.dumps(notebook, indent=1, ensure_ascii=False)}\n", encoding="utf-8")
        found[path.relative_to(folder).as_posix()] = notebook["metadata"][STAMP]["version"]
    return found

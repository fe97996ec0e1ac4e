"""A course of two notebooks, whose site has JupyterLite's pages or not."""

from __future__ import annotations

from pathlib import Path

import nbformat

from tests.support import tiny

ABOUT = {"description": "A page to test what leads from a notebook's page to JupyterLite."}
# In the folder of the course's notebooks, with a sign in its name, and elsewhere.
NOTEBOOKS = ("notebooks/ebb & flow.ipynb", "book/aside.ipynb")
VIEWS = ("lab", "notebooks")
PAGE = "<!DOCTYPE html><html><head><link rel='icon' href='data:,'><title>{}</title></head></html>"


def written(folder: Path, *, switch: bool = True) -> Path:
    """Write the course to *folder*, and return that."""
    # As Jupyter Book sets it.
    conf = f'{tiny.WITH_SITE}html_sourcelink_suffix = ""\ncourse_lite = {switch}\n'
    tiny.written(folder, "", conf=conf)
    names = "\n".join(name.removesuffix(".ipynb") for name in NOTEBOOKS)
    head = f"---\ndescription: {ABOUT['description']}\n---\n"
    (folder / "index.md").write_text(f"{head}# Home\n\n```{{toctree}}\n{names}\n```\n")
    for name in NOTEBOOKS:
        path = folder / name
        path.parent.mkdir()
        title = nbformat.v4.new_markdown_cell("# Ebb and flow", id="title")
        nbformat.write(nbformat.v4.new_notebook(cells=[title], metadata=ABOUT), path)
    return folder


def with_lite(site: Path) -> None:
    """Put pages into *site* where those of JupyterLite stand; each has the title of its view."""
    for view in VIEWS:
        page = site / "lite" / view / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(PAGE.format(view))

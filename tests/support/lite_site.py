"""A copy of the site's JupyterLite, of which a newer version can be published."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tools.lite import notices, versions

NOTEBOOK = "notebooks/00-start-here.ipynb"
# What the publishing of a newer version changes; the rest is taken over as it is.
CHANGED = ("files/notebooks", notices.FOLDER, *notices.VIEWS)
A_MINUTE = 60_000


def copied(lite: Path, site: Path) -> Path:
    """Put a copy of *lite* into the folder *site*, and return that."""

    def kept(source: str, target: str) -> None:
        path = Path(source).relative_to(lite)
        changes = any(path.is_relative_to(each) for each in CHANGED)
        if not changes:
            try:
                os.link(source, target)
            except OSError:
                # Of another file system.
                shutil.copyfile(source, target)
            return
        shutil.copyfile(source, target)

    shutil.copytree(lite, site / "lite", copy_function=kept)
    return site


def publish(site: Path, words: str) -> None:
    """Let the *site* have a version of the notebook that begins with *words*."""
    files = site / "lite" / "files"
    path = files / NOTEBOOK
    notebook = json.loads(path.read_text("utf-8"))
    cell = {"cell_type": "markdown", "id": "newer", "metadata": {}, "source": words}
    rest = [each for each in notebook["cells"] if each["id"] != "newer"]
    path.write_text(json.dumps({**notebook, "cells": [cell, *rest]}), encoding="utf-8")
    notices.add(site / "lite", versions.stamp(files))


def opened(page: Page, address: str, view: str = "lab", path: str = NOTEBOOK) -> Locator:
    """Open the notebook in JupyterLite; return it."""
    page.goto(f"{address}/lite/{view}/index.html?path={path}")
    return stands(page)


def stands(page: Page) -> Locator:
    """Wait until the notebook is there; return it."""
    # JupyterLab brings back what was open before, behind it.
    notebook = page.locator(".jp-Notebook").locator("visible=true")
    expect(notebook).to_have_count(1)
    expect(notebook.locator(".jp-Cell").first).to_be_visible()
    return notebook


def says(page: Page) -> Locator:
    """The lines at the top of JupyterLite."""
    return page.locator(".course-notice")


def line(page: Page, text: str) -> Locator:
    """The line with *text*."""
    return says(page).filter(has_text=text)


def write(page: Page, words: str) -> None:
    """Put a cell with *words* before all others, by the keyboard."""
    page.locator(".jp-Notebook .jp-Cell").first.click(position={"x": 3, "y": 8})
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    page.keyboard.type(words)


def save(page: Page) -> None:
    """Save the notebook by the keyboard, and wait until it is."""
    page.keyboard.press("Control+s")
    page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty")

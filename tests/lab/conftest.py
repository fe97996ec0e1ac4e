"""A real JupyterLab on a copy of the course, clicked by Chromium."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.moon import MOON

ROOT = Path(__file__).parents[2]
MODULE = "notebooks/01-what-stem-cells-are.ipynb"
MOON_NOTEBOOK = "moon/notebooks/moon.ipynb"
A_MINUTE = 60_000
# JupyterLab draws only what is near the window; a tall one shows the whole notebook.
TALL = {"width": 1280, "height": 1600}


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a student works with, and of the second course."""
    folder = tmp_path_factory.mktemp("course")
    for name in ("notebooks", "content"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(MOON, folder / "moon")
    return folder


@pytest.fixture(scope="session")
def lab(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of JupyterLab, set up as `make lab` does, for the copy."""
    # Nothing of whoever runs the tests: no settings, no workspace, no configuration.
    own = {
        name: str(tmp_path_factory.mktemp(name.lower()))
        for name in (
            "JUPYTER_CONFIG_DIR",
            "JUPYTERLAB_SETTINGS_DIR",
            "JUPYTERLAB_WORKSPACES_DIR",
        )
    }
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
    command += [f"--config={ROOT / 'tools' / 'jupyter_lab_config.py'}"]
    command += [f"--ServerApp.root_dir={course}", "--IdentityProvider.token=", "--port=0"]
    with subprocess.Popen(
        command,
        cwd=course,
        env={**os.environ, **own},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stderr
        said = ""
        address = None
        for line in server.stderr:
            said += line
            address = re.search(r"http://(?:localhost|127\.0\.0\.1):\d+", line)
            if address:
                break
        if not address:
            pytest.fail(f"JupyterLab did not start:\n{said}")
        # Nobody reads on otherwise, and a full pipe would stop the server.
        threading.Thread(target=server.stderr.read, daemon=True).start()
        yield address[0].replace("localhost", "127.0.0.1")
        server.terminate()


@pytest.fixture(scope="session")
def notebook(lab: str, browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """The notebook of module 1, opened and run from top to bottom."""
    yield from _ran(MODULE, lab, browser, browser_context_args)


@pytest.fixture(scope="session")
def moon(lab: str, browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """The notebook of the second course, which has two questions of each type."""
    yield from _ran(MOON_NOTEBOOK, lab, browser, browser_context_args)


def _ran(path: str, lab: str, browser: Browser, arguments: dict[str, Any]) -> Iterator[Page]:
    page = browser.new_page(**{**arguments, "viewport": TALL})
    open_and_run(page, lab, path)
    # JupyterLab draws the cells below the window when it has time.
    cells = nbformat.read(MOON.parent / path if path == MOON_NOTEBOOK else ROOT / path, 4).cells
    expect(page.locator(".jp-Notebook .jp-Cell")).to_have_count(len(cells), timeout=A_MINUTE)
    yield page
    page.close()


def open_and_run(page: Page, lab: str, path: str) -> None:
    """Open a notebook and run all its cells, as a student does from the menu."""
    # A workspace of its own: JupyterLab opens again what was open in the last one.
    page.goto(f"{lab}/lab/workspaces/{Path(path).stem}/tree/{path}")
    expect(page.locator(".jp-Notebook")).to_be_visible(timeout=A_MINUTE)
    expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=A_MINUTE)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    expect(page.locator(".jp-Notebook .sc-live").first).to_be_attached(timeout=A_MINUTE)

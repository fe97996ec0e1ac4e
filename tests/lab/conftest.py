"""A real JupyterLab and a real Notebook 7 on a copy of the course, clicked by Chromium."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import nbformat
import pytest
from playwright.sync_api import Browser, Page, expect

from selfcheck.log import place
from selfcheck.log.store import Log
from tests.support.learner import Learner
from tests.support.moon import COURSE, MOON
from tests.support.patience import until
from tools.lab import CONFIG

ROOT = Path(__file__).parents[2]
LIVE = ".jp-Notebook .selfcheck:has(.sc-live)"
MODULE = "notebooks/01-what-stem-cells-are.ipynb"
MOON_NOTEBOOK = "moon/notebooks/moon.ipynb"
# Of the course: what stands there has the address `static/` of the server.
STATIC = "_static"
A_MINUTE = 60_000
# JupyterLab draws only what is near the window; a tall one shows the whole notebook.
TALL = {"width": 1280, "height": 1600}


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a student works with, and of the second course."""
    folder = tmp_path_factory.mktemp("course")
    for name in ("notebooks", "content"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "_config.yml", folder)
    shutil.copytree(MOON, folder / "moon")
    return folder


@pytest.fixture(scope="session")
def own(tmp_path_factory: pytest.TempPathFactory, home: Path) -> dict[str, str]:
    """An environment with nothing of whoever runs the tests: no settings, no configuration.

    Its kernels keep answers in the folder *home*.
    """
    names = (
        "JUPYTER_CONFIG_DIR",
        "JUPYTER_DATA_DIR",
        "JUPYTERLAB_SETTINGS_DIR",
        "JUPYTERLAB_WORKSPACES_DIR",
    )
    folders = {name: str(tmp_path_factory.mktemp(name.lower())) for name in names}
    return {**os.environ, **folders}


@pytest.fixture(scope="session")
def servers() -> list[str]:
    """The addresses of servers whose kernels keep answers in the folder *home*."""
    return []


@pytest.fixture(autouse=True)
def _nobody_has_answered(home: Path, servers: list[str]) -> Iterator[None]:
    """All courses of these tests are one: each leaves an empty log, which nobody writes any more.

    Its pages are closed by then, but a kernel may still have to write what was checked last, so
    the kernels end first. A page that stays open would send once more what its kernel could not
    write: what several tests look at is in `shared`.
    """
    yield
    for address in servers:
        _end_kernels(address)
    shutil.rmtree(home, ignore_errors=True)


def _end_kernels(address: str) -> None:
    """End all kernels of a server, and wait until they have ended."""
    with urlopen(f"{address}/api/kernels", timeout=A_MINUTE / 1000) as answer:
        kernels = json.load(answer)
    for kernel in kernels:
        asked = Request(f"{address}/api/kernels/{kernel['id']}", method="DELETE")
        urlopen(asked, timeout=A_MINUTE / 1000).close()


@pytest.fixture(scope="session")
def lab(course: Path, own: dict[str, str], servers: list[str]) -> Iterator[str]:
    """The address of JupyterLab, set up as `make lab` does, for the copy."""
    trust(own, *sorted(course.rglob("*.ipynb")))
    with _server("jupyterlab", course, own) as address:
        servers.append(address)
        yield address
        servers.remove(address)


@pytest.fixture(scope="session")
def notebook_7(course: Path, own: dict[str, str], servers: list[str]) -> Iterator[str]:
    """The address of Jupyter Notebook 7 for the copy."""
    trust(own, *sorted(course.rglob("*.ipynb")))
    with _server("notebook", course, own) as address:
        servers.append(address)
        yield address
        servers.remove(address)


@pytest.fixture(scope="session")
def shared(
    course: Path, own: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a JupyterLab for pages that several tests look at.

    Its kernels go on from test to test, and keep answers in a folder of their own.
    """
    trust(own, *sorted(course.rglob("*.ipynb")))
    answers = str(tmp_path_factory.mktemp("shared"))
    with _server("jupyterlab", course, {**own, place.VARIABLE: answers}) as address:
        yield address


def trust(own: dict[str, str], *paths: Path) -> None:
    """Trust notebooks, as `make lab` does."""
    code = "import sys; from pathlib import Path; from tools.lab import trust; "
    code += "trust([Path(name) for name in sys.argv[1:]])"
    subprocess.run([sys.executable, "-c", code, *paths], cwd=ROOT, env=own, check=True)


@contextmanager
def _server(app: str, course: Path, own: dict[str, str]) -> Iterator[str]:
    command = [sys.executable, "-m", app, "--no-browser", "--allow-root", f"--config={CONFIG}"]
    command += [f"--ServerApp.root_dir={course}", "--IdentityProvider.token=", "--port=0"]
    command += [f"--ServerApp.extra_static_paths={course / STATIC}"]
    # Kernels are ended by a request that no page has made.
    command += ["--ServerApp.disable_check_xsrf=True"]
    with subprocess.Popen(
        command,
        cwd=course,
        env=own,
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
            pytest.fail(f"{app} did not start:\n{said}")
        # Nobody reads on otherwise, and a full pipe would stop the server.
        threading.Thread(target=server.stderr.read, daemon=True).start()
        yield address[0].replace("localhost", "127.0.0.1")
        server.terminate()
        try:
            server.wait(A_MINUTE / 1000)
        except subprocess.TimeoutExpired:
            # It waits for a kernel that does not end.
            server.kill()


@pytest.fixture(scope="session")
def notebook(shared: str, browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """The notebook of module 1, opened and run from top to bottom."""
    yield from _ran(MODULE, shared, browser, browser_context_args)


@pytest.fixture(scope="session")
def moon(shared: str, browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """The notebook of the second course, which has two questions of each type."""
    yield from _ran(MOON_NOTEBOOK, shared, browser, browser_context_args)


def _ran(path: str, shared: str, browser: Browser, arguments: dict[str, Any]) -> Iterator[Page]:
    page = browser.new_page(**{**arguments, "viewport": TALL})
    open_and_run(page, shared, path)
    # JupyterLab draws the cells below the window when it has time.
    cells = nbformat.read(MOON.parent / path if path == MOON_NOTEBOOK else ROOT / path, 4).cells
    expect(page.locator(".jp-Notebook .jp-Cell")).to_have_count(len(cells), timeout=A_MINUTE)
    yield page
    page.close()


def open_and_run(page: Page, lab: str, path: str) -> None:
    """Open a notebook with a quiz and run all its cells."""
    open_notebook(page, lab, path)
    run_all(page)
    # The saved quizzes are alive before; a widget takes the place of each when its cell has run.
    expect(page.locator(".jp-InputPrompt").get_by_text("[*]:")).to_have_count(0, timeout=A_MINUTE)
    expect(page.locator(".jp-RenderedHTML .selfcheck")).to_have_count(0, timeout=A_MINUTE)
    expect(page.locator(LIVE).first).to_be_attached(timeout=A_MINUTE)


def open_notebook(page: Page, lab: str, path: str) -> None:
    """Open a notebook, and run nothing."""
    # A workspace of its own: JupyterLab opens again what was open in the last one.
    page.goto(f"{lab}/lab/workspaces/{Path(path).stem}/tree/{path}")
    expect(page.locator(".jp-Notebook")).to_be_visible(timeout=A_MINUTE)


def idle(page: Page) -> None:
    """Wait until there is a kernel that has nothing to do."""
    expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=A_MINUTE)


def run_all(page: Page) -> None:
    """Run all cells, as a student does from the menu; what they show comes later."""
    idle(page)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()


def run_cell(page: Page, number: int) -> None:
    """Run a cell, with its code in view."""
    page.locator(".jp-Cell").nth(number).locator(".jp-InputArea-editor").click()
    page.keyboard.press("Shift+Enter")


def kernel_has(home: Path, count: int) -> None:
    """Wait until the kernel has written so many attempts at the second course.

    It hears of one after the page has shown the verdict.
    """
    until(lambda: len(Log(home).rows(COURSE)), lambda found: found == count)


def kernel_tells(page: Page, home: Path, count: int) -> None:
    """See in the second cell, which tells it, that the quiz of the first has so many attempts.

    A kernel hears messages in another thread than that of cells: a cell may be quicker.
    """
    kernel_has(home, count)
    run_cell(page, 1)
    expect(page.get_by_text(f"attempts: {count}")).to_be_visible(timeout=A_MINUTE)


def kernel(page: Page, item: str) -> None:
    """Choose an item of the menu Kernel."""
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    labels = page.locator(".lm-Menu-itemLabel").filter(has_text=re.compile(f"^{item}…?$"))
    page.locator(".lm-Menu-item").filter(has=labels).click()


def saved(page: Page, keys: str) -> bool:
    """Press *keys*, and return whether the notebook was saved for it."""
    with page.expect_response(
        lambda got: got.request.method == "PUT" and "/api/contents/" in got.url
    ) as got:
        page.keyboard.press(keys)
    return got.value.ok


def keys_stay(page: Page, *keys: str) -> None:
    """See that *keys*, at an option of a question, reach no cell and leave the focus there."""
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    question = page.locator('[data-question="moon/which-eclipse"]')
    question.scroll_into_view_if_needed()
    if question.get_attribute("data-result"):
        Learner(question, "mouse").press("Try again")
    option = question.get_by_role("radio").first
    option.focus()
    # Elsewhere they would delete cells.
    expect(option).to_be_focused()
    for key in keys:
        page.keyboard.press(key)
    expect(page.locator(".jp-Notebook .jp-Cell")).to_have_count(cells)
    assert page.evaluate("document.activeElement.type") == "radio"


def copy_of(path: str, name: str, course: Path, own: dict[str, str]) -> str:
    """Return the path of a trusted copy, as it was saved: no kernel knows it, and no test wrote it.

    A notebook that was run before comes back with its kernel, and with what was answered there.
    No other has this *name*: JupyterLab would open it as well, from the workspace of that name.
    """
    source = MOON.parent / path if path == MOON_NOTEBOOK else ROOT / path
    copy = Path(path).with_name(name)
    shutil.copy(source, course / copy)
    trust(own, course / copy)
    return copy.as_posix()


def own_notebook(path: Path, *cells: str) -> None:
    """Write a notebook of code *cells* that were never run."""
    write_notebook(path, *(nbformat.v4.new_code_cell(code) for code in cells))


def write_notebook(path: Path, *cells: nbformat.NotebookNode) -> None:
    """Write a notebook for the kernel of Python, or JupyterLab would ask for which."""
    spec = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    notebook = nbformat.v4.new_notebook(cells=list(cells), metadata={"kernelspec": spec})
    nbformat.write(notebook, path)

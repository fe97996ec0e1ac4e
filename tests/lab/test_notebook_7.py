"""Jupyter Notebook 7, the real one: opened, run, saved by its key, and opened again."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.lab.conftest import (
    A_MINUTE,
    LIVE,
    MOON_NOTEBOOK,
    TALL,
    kernel_tells,
    own_notebook,
    run_cell,
    saved,
)
from tests.support.learner import Learner
from tests.support.moon import MOON

ASK = "from selfcheck import quiz\nshown = quiz('moon', 'which-light', 'light-time')\nshown"
# What Notebook 7.6 itself throws as it starts, without our extension too.
OWN = "Cannot read properties of undefined (reading 'schema')"
TELL = "print('attempts:', len(shown.attempts))"


def opened(page: Page, notebook_7: str, path: str) -> None:
    page.set_viewport_size(TALL)  # type: ignore[arg-type]
    page.goto(f"{notebook_7}/notebooks/{path}")
    expect(page.locator(".jp-Notebook")).to_be_visible(timeout=A_MINUTE)


def at(page: Page, name: str) -> Learner:
    return Learner(page.locator(f'.jp-Notebook [data-question="moon/{name}"]'), "mouse")


def ready(page: Page) -> None:
    """Wait until the kernel is known, and can run a cell."""
    name = page.locator(".jp-Toolbar-kernelName")
    expect(name).to_have_text("Python 3 (ipykernel)", timeout=A_MINUTE)
    status = page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]')
    expect(status).to_be_attached(timeout=A_MINUTE)


def test_what_is_opened_answers(notebook_7: str, page: Page) -> None:
    opened(page, notebook_7, MOON_NOTEBOOK)
    expect(page.locator(LIVE)).to_have_count(3, timeout=A_MINUTE)
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    who = at(page, "which-light")
    who.errs_and_mends()
    option = at(page, "which-eclipse").live.get_by_role("radio").first
    option.focus()
    expect(option).to_be_focused()
    for key in ("b", "d", "d", "ArrowDown"):
        page.keyboard.press(key)
    expect(page.locator(".jp-Notebook .jp-Cell")).to_have_count(cells)
    assert saved(page, "Control+s")


def test_run_saved_and_opened_again(
    notebook_7: str, course: Path, home: Path, troubles: list[str], page: Page
) -> None:
    own_notebook(course / MOON.name / "notebooks" / "seven.ipynb", ASK, TELL)
    opened(page, notebook_7, "moon/notebooks/seven.ipynb")
    ready(page)
    run_cell(page, 0)
    expect(page.locator(LIVE)).to_have_count(1, timeout=A_MINUTE)
    who = at(page, "which-light")
    who.check(who.right())
    who.sees("correct")
    at(page, "light-time").answer("1.3")
    assert saved(page, "Control+s")

    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.get_by_text("Shut Down Kernel", exact=True).click()
    expect(page.locator(".jp-Notebook-ExecutionIndicator")).not_to_have_attribute(
        "data-status", "idle"
    )
    page.reload()
    expect(page.locator(LIVE)).to_have_count(1, timeout=A_MINUTE)
    at(page, "which-light").sees("correct")
    who = at(page, "light-time")
    assert who.response() == "1.3"
    who.press("Check")
    who.sees("correct")
    assert page.get_by_text("Error displaying widget").count() == 0
    ready(page)
    page.locator(".jp-Notebook .selfcheck").evaluate("e => (e.dataset.old = '')")
    run_cell(page, 0)
    expect(page.locator(f"{LIVE}:not([data-old])")).to_have_count(1, timeout=A_MINUTE)
    kernel_tells(page, home, 2)
    found = [each for each in troubles if each.startswith(("error", "script"))]
    assert [each for each in found if OWN not in each] == []

"""A kernel that restarts, is interrupted, or is gone: nothing is lost, and nothing complains."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.lab.conftest import (
    A_MINUTE,
    LIVE,
    TALL,
    idle,
    kernel,
    kernel_tells,
    open_and_run,
    open_notebook,
    own_notebook,
    run_cell,
    saved,
)
from tests.support.learner import Learner
from tests.support.moon import MOON

ASK = "from selfcheck import quiz\nshown = quiz('moon', 'which-light', 'which-eclipse')\nshown"
TELL = "print('attempts:', len(shown.attempts))"
WAIT = "import time\nprint('It waits')\ntime.sleep(600)"
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def at(page: Page, name: str) -> Learner:
    return Learner(page.locator(f'.jp-Notebook [data-question="moon/{name}"]'), "mouse")


def answer(page: Page, name: str) -> None:
    who = at(page, name)
    who.check(who.right())
    who.sees("correct")


def restart(page: Page) -> None:
    """Restart the kernel, and wait for the new one: up to then, the old one may be idle."""
    kernel(page, "Restart Kernel")
    with page.expect_response(lambda got: "/restart" in got.url):
        page.get_by_role("button", name="Confirm Kernel Restart").click()
    idle(page)


def ask_again(page: Page) -> None:
    """Run the cell of the quiz, and wait for its widget."""
    page.locator(".jp-Notebook .selfcheck").evaluate("e => (e.dataset.old = '')")
    run_cell(page, 0)
    expect(page.locator(f"{LIVE}:not([data-old])")).to_have_count(1, timeout=A_MINUTE)


def complaints(troubles: list[str]) -> list[str]:
    """Return the errors; JupyterLab itself warns when a connection is lost."""
    return [each for each in troubles if each.startswith(("error", "script"))]


def test_a_kernel_that_restarts_or_is_interrupted(
    lab: str, course: Path, home: Path, troubles: list[str], page: Page
) -> None:
    own_notebook(course / MOON.name / "notebooks" / "restarted.ipynb", ASK, TELL, WAIT)
    page.set_viewport_size(TALL)  # type: ignore[arg-type]
    open_notebook(page, lab, "moon/notebooks/restarted.ipynb")
    idle(page)
    run_cell(page, 0)
    expect(page.locator(LIVE)).to_have_count(1, timeout=A_MINUTE)
    answer(page, "which-light")

    restart(page)
    at(page, "which-light").sees("correct")
    answer(page, "which-eclipse")
    ask_again(page)
    for name in ("which-light", "which-eclipse"):
        at(page, name).sees("correct")
    kernel_tells(page, home, 2)

    run_cell(page, 2)
    # An interrupt that comes before is heard by nobody.
    said = page.locator(".jp-OutputArea-output").get_by_text("It waits", exact=True)
    expect(said).to_be_visible(timeout=A_MINUTE)
    kernel(page, "Interrupt Kernel")
    expect(page.get_by_text("KeyboardInterrupt").first).to_be_visible(timeout=A_MINUTE)
    at(page, "which-light").press("Try again")
    answer(page, "which-light")
    kernel_tells(page, home, 3)
    assert complaints(troubles) == []


def test_a_notebook_that_was_run_and_is_opened_again(
    lab: str, course: Path, home: Path, troubles: list[str], page: Page
) -> None:
    path = course / MOON.name / "notebooks" / "reopened.ipynb"
    own_notebook(path, ASK, TELL)
    page.set_viewport_size(TALL)  # type: ignore[arg-type]
    open_and_run(page, lab, "moon/notebooks/reopened.ipynb")
    answer(page, "which-light")
    assert saved(page, "Control+s")
    assert WIDGET_VIEW in path.read_text("utf-8")

    kernel(page, "Shut Down Kernel")
    expect(page.get_by_text("No Kernel | ")).to_be_visible(timeout=A_MINUTE)
    answer(page, "which-eclipse")

    for _ in range(2):
        page.reload()
        expect(page.locator(LIVE)).to_have_count(1, timeout=A_MINUTE)
        # Without a kernel at first, and when a kernel is there that knows no such widget.
        for name in ("which-light", "which-eclipse"):
            at(page, name).sees("correct")
        idle(page)
        expect(page.locator(LIVE)).to_have_count(1)
        for name in ("which-light", "which-eclipse"):
            at(page, name).sees("correct")
        assert page.get_by_text("Error displaying widget").count() == 0
        assert page.get_by_text("Loading widget").count() == 0

    at(page, "which-light").press("Try again")
    answer(page, "which-light")
    ask_again(page)
    at(page, "which-light").sees("correct")
    kernel_tells(page, home, 3)

    # A page that is loaded again finds the widget in its kernel.
    assert saved(page, "Control+s")
    page.reload()
    expect(page.locator(LIVE)).to_have_count(1, timeout=A_MINUTE)
    idle(page)
    at(page, "which-light").press("Try again")
    answer(page, "which-light")
    kernel_tells(page, home, 4)
    assert complaints(troubles) == []

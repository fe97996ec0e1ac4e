"""The log of answers behind a real kernel: there in another browser, and its troubles said."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

from selfcheck.log.store import Log
from tests.lab.conftest import (
    A_MINUTE,
    LIVE,
    TALL,
    kernel_has,
    kernel_tells,
    open_and_run,
    own_notebook,
)
from tests.lab.test_kernel import ASK, TELL, answer, at
from tests.support.moon import COURSE, MOON

PATH = "moon/notebooks/kept.ipynb"


def opened(page: Page, lab: str, course: Path) -> None:
    own_notebook(course / MOON.name / "notebooks" / "kept.ipynb", ASK, TELL)
    page.set_viewport_size(TALL)  # type: ignore[arg-type]
    open_and_run(page, lab, PATH)
    expect(page.locator(LIVE)).to_have_count(1, timeout=A_MINUTE)


def test_what_was_answered_is_there_in_another_browser(
    lab: str,
    course: Path,
    home: Path,
    page: Page,
    browser: Browser,
    browser_context_args: dict[str, Any],
) -> None:
    """Another kernel too: the notebook is written anew in between."""
    opened(page, lab, course)
    answer(page, "which-light")
    kernel_tells(page, home, 1)
    rows = Log(home).rows(COURSE)
    assert [row.slot for row in rows] == ["moon/which-light"]

    other = browser.new_page(**browser_context_args)
    opened(other, lab, course)
    at(other, "which-light").sees("correct")
    at(other, "which-eclipse").sees_nothing_graded()
    other.close()
    assert Log(home).rows(COURSE) == rows


def test_a_folder_that_cannot_be_made_is_said_and_nothing_is_lost(
    lab: str, course: Path, home: Path, page: Page
) -> None:
    shutil.rmtree(home, ignore_errors=True)
    home.write_text("A file stands where the folder should.")
    try:
        opened(page, lab, course)
        answer(page, "which-light")
        alert = page.get_by_role("alert").filter(has_text="cannot be made")
        expect(alert).to_have_count(1, timeout=A_MINUTE)
    finally:
        home.unlink()
    answer(page, "which-eclipse")
    expect(alert).to_have_count(0, timeout=A_MINUTE)
    kernel_has(home, 2)
    slots = {row.slot for row in Log(home).rows(COURSE)}
    assert slots == {"moon/which-light", "moon/which-eclipse"}

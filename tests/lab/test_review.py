"""`review()` in JupyterLab: the view of the site, from the log in the user's data folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.lab.conftest import (
    A_MINUTE,
    TALL,
    kernel_has,
    open_and_run,
    open_notebook,
    own_notebook,
    run_all,
    saved,
)
from tests.support.course_log import bring, says, sees
from tests.support.learner import Learner
from tests.support.moon import MOON
from tests.support.reviews import answered, asked, begin, button, counts, events, solve, view

ASK = "from selfcheck import quiz\nquiz('moon', 'which-light')"
TAKE = "from selfcheck import progress\nprogress()"
SHOW = "from selfcheck import review\nreview()"


@pytest.fixture
def studied(lab: str, course: Path, page: Page, troubles: list[str]) -> Page:
    """A notebook with a question, *My progress* and a review, run."""
    own_notebook(course / MOON.name / "notebooks" / "reviewed.ipynb", ASK, TAKE, SHOW)
    page.set_viewport_size(TALL)  # type: ignore[arg-type]
    open_and_run(page, lab, "moon/notebooks/reviewed.ipynb")
    expect(page.locator(".sc-course [aria-busy=false]")).to_be_visible(timeout=A_MINUTE)
    expect(view(page)).to_contain_text(says("review-nothing-yet"), timeout=A_MINUTE)
    return page


def test_what_is_due_is_asked_and_kept(studied: Page, course: Path) -> None:
    past = answered("which-light", fp="598a5b5b")
    past += answered("light-time", fp="7ba01c25", days=1, score=0, confidence=3)
    bring(studied, json.dumps(past))
    sees(studied, says("along-added", n=2, known=0))
    # It hears of that without being run again.
    expect(view(studied)).to_contain_text(says("review-due", n=2))
    begin(studied, 2)
    assert asked(studied) == ["moon/light-time"]
    # Keys stay in the view, and delete no cell.
    solve(studied, "moon/light-time", hand="keyboard")
    button(studied, "review-next").click()
    counts(studied, 2, 2)
    assert asked(studied) == ["moon/which-light"]
    solve(studied, "moon/which-light", right=False)
    # The quiz of the page shows the answer that was given there.
    own = studied.locator('.jp-Notebook [data-question="moon/which-light"]').first
    Learner(own, "mouse").sees("correct")
    button(studied, "review-finish").click()
    expect(view(studied)).to_contain_text(says("review-right", n=1, total=2))
    link = view(studied).get_by_role("link")
    assert (link.get_attribute("href"), link.get_attribute("target")) == (
        "../notebooks/moon.ipynb#Numbers",
        "_blank",
    )
    with studied.expect_download() as found:
        button(studied, "review-calendar").click()
    entries = events(Path(found.value.path()).read_bytes().decode("utf-8"))
    assert len(entries) == 2
    assert all("URL" not in each for each in entries)
    # A notebook that is saved holds nothing of it.
    assert saved(studied, "Control+s")
    text = (course / MOON.name / "notebooks" / "reviewed.ipynb").read_text("utf-8")
    assert "data-view='review'" in text
    assert "right at first" not in text


def test_another_notebook_goes_on_where_this_one_stopped(
    studied: Page,
    lab: str,
    course: Path,
    home: Path,
    browser: Browser,
    browser_context_args: dict[str, Any],
) -> None:
    bring(studied, json.dumps(answered("which-light", fp="598a5b5b")))
    expect(view(studied)).to_contain_text(says("review-due", n=1))
    begin(studied, 1)
    solve(studied, "moon/which-light")
    button(studied, "review-finish").click()
    expect(view(studied)).to_contain_text(says("review-right", n=1, total=1))
    kernel_has(home, 2)
    # In another browser: the log is the kernel's.
    other = browser.new_page(**{**browser_context_args, "viewport": TALL})
    own_notebook(course / MOON.name / "notebooks" / "later.ipynb", SHOW)
    open_notebook(other, lab, "moon/notebooks/later.ipynb")
    run_all(other)
    expect(view(other)).to_contain_text(says("review-none"), timeout=A_MINUTE)
    other.close()

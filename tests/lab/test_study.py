"""`progress()` in JupyterLab: the view of the site, from the log in the user's data folder."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Page, expect

from selfcheck.log.store import Log
from selfcheck.outline import views
from tests.lab.conftest import (
    A_MINUTE,
    TALL,
    idle,
    kernel_has,
    open_and_run,
    open_notebook,
    own_notebook,
    run_cell,
    saved,
    write_notebook,
)
from tests.support.course_log import bring, button, download, says, sees, term
from tests.support.learner import Learner
from tests.support.moon import MOON

ASK = "from selfcheck import quiz\nquiz('moon', 'which-light')"
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
SHOW = "from selfcheck import progress\nprogress()"
REVIEW = "from selfcheck import review\nreview()"


@pytest.fixture
def studied(lab: str, course: Path, page: Page, troubles: list[str]) -> Page:
    """A notebook with a question and *My progress*, run."""
    own_notebook(course / MOON.name / "notebooks" / "studied.ipynb", ASK, SHOW)
    page.set_viewport_size(TALL)  # type: ignore[arg-type]
    open_and_run(page, lab, "moon/notebooks/studied.ipynb")
    expect(page.locator(".sc-course [aria-busy=false]")).to_be_visible(timeout=A_MINUTE)
    return page


def test_an_answer_shows_at_once_and_is_taken_along(
    studied: Page, course: Path, home: Path
) -> None:
    view = studied.locator(".sc-course")
    expect(view).to_contain_text(says("progress-none"))
    expect(view).to_contain_text(says("kept-kernel"))
    who = Learner(studied.locator('.jp-Notebook [data-question="moon/which-light"]'), "mouse")
    who.check(who.right())
    who.sees("correct")
    expect(view).to_contain_text("1 of 28 questions answered")
    link = view.get_by_role("link", name="Quizzes in a notebook").first
    assert link.get_attribute("href") == "../notebooks/moon.ipynb"
    (statement,) = download(studied)
    assert statement["context"]["platform"] == "notebook"
    # Or it is brought in before it is known.
    kernel_has(home, 1)
    bring(studied, json.dumps([statement, *term(4, ["which-eclipse"])]))
    sees(studied, says("along-added", n=4, known=1))
    expect(view).to_contain_text("2 of 28 questions answered, by 5 checks")
    assert statement in download(studied)
    # A notebook that is saved holds nothing of it.
    assert saved(studied, "Control+s")
    text = (course / MOON.name / "notebooks" / "studied.ipynb").read_text("utf-8")
    assert "sc-view" in text
    assert "answered" not in text.replace("has-answered", "")


def test_a_saved_view_without_a_kernel_says_what_it_needs(
    lab: str, course: Path, page: Page, troubles: list[str]
) -> None:
    cell = nbformat.v4.new_code_cell(SHOW, execution_count=1)
    bundle = {
        "text/html": views.html("progress", "en"),
        "text/plain": "My progress",
        WIDGET_VIEW: {"model_id": "0" * 32, "version_major": 2, "version_minor": 0},
    }
    cell.outputs = [nbformat.v4.new_output("execute_result", bundle, execution_count=1)]
    write_notebook(course / MOON.name / "notebooks" / "reopened.ipynb", cell)
    page.set_viewport_size(TALL)  # type: ignore[arg-type]
    open_notebook(page, lab, "moon/notebooks/reopened.ipynb")
    expect(page.get_by_text(says("progress-needs"))).to_be_visible(timeout=A_MINUTE)
    idle(page)
    run_cell(page, 0)
    expect(page.locator(".sc-course [aria-busy=false]")).to_be_visible(timeout=A_MINUTE)
    expect(page.get_by_text(says("progress-needs"))).to_have_count(0)


def test_why_the_log_cannot_be_read_is_said(
    lab: str, course: Path, home: Path, page: Page, troubles: list[str]
) -> None:
    Log(home).write(lambda log: log.execute("PRAGMA user_version = 99"))
    own_notebook(course / MOON.name / "notebooks" / "unread.ipynb", ASK, SHOW, REVIEW)
    page.set_viewport_size(TALL)  # type: ignore[arg-type]
    open_and_run(page, lab, "moon/notebooks/unread.ipynb")
    why = says("kernel-newer-notebook")
    alerts = page.locator(":is(.sc-course, .sc-review) [role=alert]")
    expect(alerts).to_have_text([why, why], timeout=A_MINUTE)
    button(page, "along-download").click()
    sees(page, why)
    # What the console says of it.
    assert all("kernel-newer" in each for each in troubles)
    troubles.clear()


def test_what_the_kernel_has_is_here_and_can_be_deleted(studied: Page, home: Path) -> None:
    view = studied.locator(".sc-course")
    bring(studied, json.dumps(term(4, ["which-light"])))
    expect(view).to_contain_text("1 of 28 questions answered")
    kernel_has(home, 4)
    button(studied, "delete-all").click()
    button(studied, "delete-yes").click()
    sees(studied, says("delete-done"))
    expect(view).to_contain_text(says("progress-none"))
    kernel_has(home, 0)

"""A kernel that leaves answers to the browser: they are one log with those of the site's pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.lab.conftest import (
    A_MINUTE,
    LIVE,
    STATIC,
    TALL,
    idle,
    open_notebook,
    own_notebook,
    run_cell,
    saved,
)
from tests.lab.test_kernel import ASK, TELL, answer, at, complaints, restart
from tests.support.course_log import bring, button, says, sees, term
from tests.support.kept import attempts
from tests.support.learner import Learner
from tests.support.moon import COURSE, MOON, built_alone
from tests.support.patience import until
from tests.support.reviews import answered, begin, solve, view

SET = "%env SELFCHECK_LOG=browser"
NUMBER = "from selfcheck import quiz\nquiz('moon', 'light-time', answer=0.78)"
SHOW = "from selfcheck import progress\nprogress()"
REVIEW = "from selfcheck import review\nreview()"


@pytest.fixture(scope="module")
def site(lab: str, course: Path) -> str:
    """The address of the second course's site, which JupyterLab's own server has too."""
    (course / STATIC).mkdir()
    built_alone(course / STATIC)
    return f"{lab}/static/site"


@pytest.fixture
def notebook(lab: str, course: Path, page: Page, troubles: list[str]) -> Page:
    """A notebook with a quiz, of which the first cells were run."""
    opened(lab, course, page, ASK, TELL)
    expect(page.locator(LIVE)).to_have_count(1, timeout=A_MINUTE)
    return page


def opened(lab: str, course: Path, page: Page, *cells: str) -> None:
    """Open a notebook with *cells*, and run the first of them where the browser keeps answers."""
    own_notebook(course / MOON.name / "notebooks" / "browser.ipynb", SET, *cells)
    page.set_viewport_size(TALL)  # type: ignore[arg-type]
    open_notebook(page, lab, "moon/notebooks/browser.ipynb")
    idle(page)
    for number in range(2):
        run_cell(page, number)


def on_the_site(page: Page, name: str) -> Learner:
    return Learner(page.locator(f'[data-question="moon/{name}"]'), "mouse")


def tells(page: Page, said: str) -> None:
    """Run the cell that tells of attempts until it says so: it may be quicker than a message."""
    # What is behind another tab, a browser does not draw.
    page.bring_to_front()

    def tell() -> str:
        run_cell(page, 2)
        idle(page)
        return page.locator(".jp-Cell").nth(2).locator(".jp-OutputArea").inner_text()

    until(tell, lambda found: said in found)


def test_a_page_of_the_site_and_a_notebook_are_one(
    notebook: Page,
    site: str,
    course: Path,
    home: Path,
    context: BrowserContext,
    troubles: list[str],
) -> None:
    page = context.new_page()
    page.goto(f"{site}/quizzes.html")
    answer(notebook, "which-light")
    on_the_site(page, "which-light").sees("correct")
    there = on_the_site(page, "which-eclipse")
    there.check(there.right())
    at(notebook, "which-eclipse").sees("correct")
    tells(notebook, "attempts: 2")

    assert saved(notebook, "Control+s")
    text = (course / MOON.name / "notebooks" / "browser.ipynb").read_text("utf-8")
    for statement in attempts(page, course=COURSE):
        assert statement["id"] not in text
        assert statement["actor"]["account"]["name"] not in text

    notebook.reload()
    expect(notebook.locator(LIVE)).to_have_count(1, timeout=A_MINUTE)
    # Without a kernel at first, and then with the widget that it has.
    for _ in range(2):
        for name in ("which-light", "which-eclipse"):
            at(notebook, name).sees("correct")
        idle(notebook)
    at(notebook, "which-light").press("Try again")
    answer(notebook, "which-light")
    tells(notebook, "attempts: 3")
    assert len(attempts(page, course=COURSE)) == 3
    assert not home.exists()
    assert complaints(troubles) == []


def test_another_kernel_asks_the_browser(notebook: Page) -> None:
    answer(notebook, "which-light")
    restart(notebook)
    answer(notebook, "which-eclipse")
    for number in range(2):
        run_cell(notebook, number)
    tells(notebook, "attempts: 2")


def test_a_number_from_code_is_not_put_in_again(
    lab: str, course: Path, page: Page, troubles: list[str]
) -> None:
    opened(lab, course, page, NUMBER)
    who = at(page, "light-time")
    expect(who.live.get_by_role("textbox")).to_have_value("0.78", timeout=A_MINUTE)
    who.check("1.28")
    who.sees("correct")
    assert saved(page, "Control+s")
    page.reload()
    expect(page.locator(LIVE)).to_have_count(1, timeout=A_MINUTE)
    who.sees("correct")
    idle(page)
    who.sees("correct")
    assert who.response() == "1.28"


def test_my_progress_is_that_of_the_site(
    lab: str, course: Path, page: Page, site: str, home: Path, context: BrowserContext
) -> None:
    opened(lab, course, page, SHOW)
    mine = page.locator(".sc-course")
    expect(mine).to_contain_text(says("progress-none"), timeout=A_MINUTE)
    expect(mine).to_contain_text(says("kept-browser"))
    tab = context.new_page()
    tab.goto(f"{site}/progress.html")
    bring(page, json.dumps(term(4, ["which-light", "which-eclipse"])))
    sees(page, says("along-added", n=4, known=0))
    for each in (mine, tab.locator(".sc-course")):
        expect(each).to_contain_text("2 of 28 questions answered, by 4 checks")
    button(page, "delete-all").click()
    button(page, "delete-yes").click()
    sees(page, says("delete-done"))
    expect(tab.locator(".sc-course")).to_contain_text(says("progress-none"))
    assert attempts(tab) == []
    assert not home.exists()


def test_a_review_is_that_of_the_site(
    lab: str, course: Path, page: Page, site: str, context: BrowserContext
) -> None:
    tab = context.new_page()
    tab.goto(f"{site}/progress.html")
    bring(tab, json.dumps(answered("which-light", fp="598a5b5b")))
    opened(lab, course, page, REVIEW)
    expect(view(page)).to_contain_text(says("review-due", n=1), timeout=A_MINUTE)
    begin(page, 1)
    solve(page, "moon/which-light")
    button(page, "review-finish").click()
    expect(tab.locator(".sc-course")).to_contain_text("1 of 28 questions answered, by 2 checks")

"""Answers in JupyterLab in the browser and on the site's pages are the same ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.course_log import button, says, sees
from tests.support.kept import attempts, kept
from tests.support.learner import Learner
from tests.support.lite import LONG, opened, ran, run_all
from tests.support.patience import until
from tests.support.troubles import watched

PATH = "notebooks/07-check-yourself"
FIRST, SECOND = "before/source-of-most-cells", "before/one-cell-four-tissues"
# As `_config.yml` names it.
COURSE = "stem-cell-therapy"
ASKED = """
// A frame that is not secure has none.
const { persist } = self.StorageManager?.prototype ?? {};
if (persist) StorageManager.prototype.persist = function () {
  localStorage.setItem("asked", "to keep it");
  return persist.call(this);
};
"""
SAVED = """async (path) => JSON.stringify(
  await jupyterapp.serviceManager.contents.get(path, { content: true }))"""


@pytest.fixture
def notebook(site: str, browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """The notebook with *My progress*, run."""
    context = browser.new_context(**browser_context_args)
    context.add_init_script(ASKED)
    troubles = watched(context)
    page = context.new_page()
    opened(page, site, f"{PATH}.ipynb")
    run_all(page)
    yield page
    context.close()
    # JupyterLab looks for the files that the traceback of an error names, and finds none.
    assert [each for each in troubles if each.startswith(("another host", "script"))] == []


@pytest.fixture
def tab(notebook: Page, site: str) -> Iterator[Page]:
    """The page of the site that is made of it."""
    page = notebook.context.new_page()
    page.goto(f"{site}/{PATH}.html")
    yield page
    page.close()
    notebook.bring_to_front()


def at(page: Page, name: str) -> Learner:
    quiz = page.locator('.selfcheck:has(.sc-live)[data-quiz="before"]').first
    return Learner(quiz.locator(f'[data-question="{name}"]'), "mouse")


def said(outputs: list[dict[str, Any]]) -> str:
    """Return what a cell prints, or the error that ends it."""
    return "".join(each.get("text") or each.get("evalue") or "" for each in outputs)


def what_is_answered_in_one_is_answered_in_the_other(notebook: Page, tab: Page) -> None:
    assert kept(notebook) == []
    notebook.bring_to_front()
    first = at(notebook, FIRST)
    first.check(first.right())
    first.sees("correct")
    assert tab.evaluate("localStorage.getItem('asked')") == "to keep it"
    tab.bring_to_front()
    at(tab, FIRST).sees("correct")
    second = at(tab, SECOND)
    second.check(second.wrong())
    second.sees("incorrect")
    notebook.bring_to_front()
    at(notebook, SECOND).sees("incorrect")
    places = {made["context"]["platform"] for made in attempts(tab, course=COURSE)}
    assert places == {"notebook", "page"}
    assert {each.course for each in kept(tab)} == {COURSE}


def code_that_asks_is_told_of_both(notebook: Page) -> None:
    ran(notebook, "shown = quiz('before', sitting='after')\nshown")
    # Cells that are run one upon the other would push it out of sight before it comes alive.
    expect(notebook.locator(".jp-CodeCell").last.locator(".sc-live").first).to_be_visible()
    tell = "print([each['object']['id'].split('/')[-1] for each in shown.attempts])"
    names = [name.partition("/")[2] for name in (FIRST, SECOND)]
    # A message may take longer than a cell.
    until(lambda: said(ran(notebook, tell)), lambda found: found.strip() == str(names))
    early = said(ran(notebook, "quiz('before').attempts"))
    assert "has told this kernel of none yet: show the quiz" in early
    log = said(ran(notebook, "from selfcheck.log.store import Log\nLog()"))
    assert "the browser that shows your notebooks keeps your answers" in log


def a_function_does_not_run_in_the_browser(notebook: Page) -> None:
    code = "from pathlib import Path\nfrom selfcheck.functions import called\n"
    code += "called('stemcourse.variants:rows', Path('..'), ['stemcourse.variants'])"
    assert "functions do not run in the browser" in said(ran(notebook, code))


def a_saved_notebook_holds_nothing_of_it(notebook: Page) -> None:
    notebook.evaluate("jupyterapp.commands.execute('docmanager:save')")
    text = notebook.evaluate(SAVED, f"{PATH}.ipynb")
    assert FIRST in text
    for made in attempts(notebook):
        assert made["id"] not in text
        assert made["actor"]["account"]["name"] not in text


def my_progress_shows_and_deletes_both(notebook: Page, tab: Page) -> None:
    notebook.bring_to_front()
    view = notebook.locator(".jp-Notebook .sc-course")
    expect(view).to_contain_text("by 2 checks", timeout=LONG)
    expect(view).to_contain_text(says("kept-browser"))
    expect(tab.locator(".sc-course")).to_contain_text("by 2 checks")
    button(notebook, "delete-all").click()
    button(notebook, "delete-yes").click()
    sees(notebook, says("delete-done"))
    tab.bring_to_front()
    at(tab, FIRST).sees_nothing_graded()
    assert kept(tab) == []


def test_answers_are_the_same_ones(notebook: Page, tab: Page) -> None:
    """One after the other: each step goes on from the one before, and Python starts once."""
    what_is_answered_in_one_is_answered_in_the_other(notebook, tab)
    code_that_asks_is_told_of_both(notebook)
    a_function_does_not_run_in_the_browser(notebook)
    a_saved_notebook_holds_nothing_of_it(notebook)
    my_progress_shows_and_deletes_both(notebook, tab)

"""Cells that are run before Python has started."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.lite import CODE, EMPTY, LONG, press_run_all, until_all_ran
from tests.support.lite_site import NOTEBOOK

pytestmark = pytest.mark.usefixtures("no_other_host", "patience")
ANSWERS = """async () => {
  const { session } = jupyterapp.shell.currentWidget.sessionContext;
  await session.kernel.requestExecute({ code: "" }).done;
}"""
ACTIVE = "jupyterapp.shell.currentWidget.content.activeCellIndex"
# Python starts when the test lets it.
HELD = """async () => {
  await jupyterapp.restored;
  const { sessions } = jupyterapp.serviceManager;
  const { startNew } = sessions;
  sessions.startNew = async (...given) => {
    await new Promise((done) => { window.start = done; });
    return startNew.apply(sessions, given);
  };
}"""


@pytest.fixture
def notebook(page: Page, address: str) -> Page:
    """A notebook whose Python starts when a test lets it."""
    page.goto(f"{address}/lite/lab/index.html")
    page.wait_for_function("() => Boolean(window.jupyterapp)")
    page.evaluate(HELD)
    page.evaluate("path => jupyterapp.commands.execute('docmanager:open', { path })", NOTEBOOK)
    expect(page.locator(".jp-Notebook")).to_be_visible()
    page.wait_for_function("() => Boolean(window.start)")
    return page


def test_they_wait_for_it(notebook: Page) -> None:
    press_run_all(notebook)
    notebook.evaluate("start()")
    until_all_ran(notebook)


def test_the_cell_that_was_active_runs_once(notebook: Page) -> None:
    """Whoever presses twice, since nothing happens, and goes on to another cell, stays there."""
    notebook.evaluate(EMPTY)
    notebook.evaluate("jupyterapp.shell.currentWidget.content.activeCellIndex = 0")
    code = notebook.locator(".jp-Notebook .jp-CodeCell")
    code.first.locator(".jp-InputPrompt").click()
    pressed = notebook.evaluate(ACTIVE)
    notebook.keyboard.press("Shift+Enter")
    notebook.keyboard.press("Shift+Enter")
    notebook.locator(".jp-Notebook .jp-Cell").first.click(position={"x": 3, "y": 8})
    elsewhere = notebook.evaluate(ACTIVE)
    assert elsewhere != pressed
    notebook.evaluate("start()")
    notebook.wait_for_function(f"() => {CODE}[0].executionCount", timeout=LONG)
    # What was asked for later has run as well by then.
    notebook.evaluate(ANSWERS)
    counts = notebook.evaluate(f"() => {CODE}.map((cell) => cell.executionCount)")
    assert counts == [1, *[None] * (len(counts) - 1)]
    assert notebook.evaluate(ACTIVE) == elsewhere

"""Cells that are run before Python has started."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.lite import press_run_all, until_all_ran
from tests.support.lite_site import NOTEBOOK

pytestmark = pytest.mark.usefixtures("no_other_host", "patience")
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


def test_they_wait_for_it(page: Page, address: str) -> None:
    page.goto(f"{address}/lite/lab/index.html")
    page.wait_for_function("() => Boolean(window.jupyterapp)")
    page.evaluate(HELD)
    page.evaluate("path => jupyterapp.commands.execute('docmanager:open', { path })", NOTEBOOK)
    expect(page.locator(".jp-Notebook")).to_be_visible()
    page.wait_for_function("() => Boolean(window.start)")
    press_run_all(page)
    page.evaluate("start()")
    until_all_ran(page)

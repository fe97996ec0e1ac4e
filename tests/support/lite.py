"""A notebook in JupyterLab in the browser: opened, run, and asked what came out."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page, TimeoutError, expect

# A kernel starts in a quarter of a minute, and on a busy machine in several.
LONG = 180_000
TALL = {"width": 1280, "height": 1600}
# What JupyterLab says of itself.
ITS_OWN = re.compile(
    r"Disabling terminals plugin|^warning: Plugin |don't worry, about|No exact match found for"
    r"|did not appear within"
)
CODE = "[...jupyterapp.shell.currentWidget.content.model.cells].filter(c => c.type === 'code')"

READ = "() => jupyterapp.shell.currentWidget?.context?.isReady"

DONE = f"""() => {{
  const cells = {CODE};
  const failed = (cell) => cell.outputs.toJSON().some((each) => each.output_type === "error");
  return cells.length > 0 && (cells.every((cell) => cell.executionCount) || cells.some(failed));
}}"""

ADDED = """(source) => {
  const { content } = jupyterapp.shell.currentWidget;
  content.model.sharedModel.addCell({ cell_type: "code", source });
  content.activeCellIndex = content.widgets.length - 1;
}"""

# A cell has run when the command has; a kernel that hangs would have the test wait for ever.
RUN = """() => {
  window.cellRan = false;
  jupyterapp.commands.execute("notebook:run-cell").then(() => { window.cellRan = true; });
}"""

EMPTY = f"""() => {CODE}.forEach((cell) => {{
  cell.outputs.clear();
  cell.executionCount = null;
}})"""

# Of each cell its number, what it does, and how many outputs it has.
STATES = f"""() => {CODE}.map((cell) => [
  cell.executionCount, cell.executionState, cell.outputs.length,
  cell.sharedModel.source.slice(0, 40),
])"""


def opened(page: Page, site: str, path: str) -> None:
    """Open a notebook as the button on its page does; its kernel starts meanwhile."""
    page.set_viewport_size(TALL)  # type: ignore[arg-type]
    page.goto(f"{site}/lite/lab/index.html?path={path}")
    expect(page.locator(".jp-Notebook")).to_be_visible(timeout=LONG)
    # An empty one stands there first.
    page.wait_for_function(READ, timeout=LONG)


def run_all(page: Page) -> None:
    """Run all cells from the menu at once, and wait until all have run; none may fail.

    Python may still be starting: then they wait for it.
    """
    press_run_all(page)
    until_all_ran(page)


def press_run_all(page: Page) -> None:
    """Choose *Run All Cells* in the menu, with nothing left of what was saved."""
    page.evaluate(EMPTY)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()


def until_all_ran(page: Page) -> None:
    """Wait until all cells have run, and see that none has failed."""
    try:
        page.wait_for_function(DONE, timeout=LONG)
    except TimeoutError:
        raise AssertionError(f"some cells have not run: {page.evaluate(STATES)}") from None
    failed = [each for made in outputs(page) for each in made if each["output_type"] == "error"]
    assert failed == [], (failed, page.evaluate(STATES))


def ran(page: Page, code: str) -> list[dict[str, Any]]:
    """Run *code* in a new cell at the end; return its outputs."""
    page.evaluate(ADDED, code)
    page.evaluate(RUN)
    page.wait_for_function("() => window.cellRan", timeout=LONG)
    return outputs(page)[-1]


def outputs(page: Page) -> list[list[dict[str, Any]]]:
    """Return the outputs of each code cell, as a saved notebook has them."""
    found: list[list[dict[str, Any]]] = page.evaluate(f"() => {CODE}.map(c => c.outputs.toJSON())")
    return found


def own(troubles: list[str]) -> list[str]:
    """Return which of *troubles* are not of what JupyterLab says of itself."""
    return [each for each in troubles if not ITS_OWN.search(each)]

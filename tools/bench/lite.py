"""How long a student waits for JupyterLab in the browser, and what it loads."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from stemcourse.site.lite import FOLDER
from tests.support.lite import LONG, opened, run_all
from tests.support.site import served
from tools.bench.browser import SITE, TIMES
from tools.bench.browser import opened as a_browser
from tools.bench.row import Row

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
# An answer of the kernel: until then what stands in the notebook as its state is a guess.
ANSWERS = """async () => {
  const { session } = jupyterapp.shell.currentWidget.sessionContext;
  await session.kernel.requestExecute({ code: "1" }).done;
}"""
READY = "() => jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel"
MEGA = 1_000_000


def lite() -> Iterator[Row]:
    """Time until there is a notebook, a kernel and all cells of the largest; and megabytes."""
    if not (SITE / FOLDER).is_dir():
        what = "JupyterLab in the browser"
        yield Row(what, None, 4, "s", "(no JupyterLab in the site: make lite)")
        return
    found, sent = [], list[int]()
    with a_browser() as browser, served(SITE, sent=sent) as address:
        for _ in range(TIMES):
            found.append(_visit(browser, address, _largest(), sent))
    columns = [statistics.median(column) for column in zip(*found, strict=True)]
    notebook, kernel, cells, megabytes, again = columns
    note = f"(the middle of {TIMES} first visits, gzip, {_largest()})"
    yield Row("JupyterLab in the browser: page to notebook", notebook, 4, "s", note)
    yield Row("JupyterLab in the browser: page to kernel", kernel, 12, "s")
    yield Row("JupyterLab in the browser: all cells after that", cells, 30, "s")
    yield Row("JupyterLab in the browser: first visit", megabytes, 15, "MB")
    yield Row("JupyterLab in the browser: second visit", again, 15, "MB")


def _largest() -> str:
    """Return the name of the notebook with most cells that run."""

    def cells(path: Path) -> int:
        found = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return sum(each["cell_type"] == "code" for each in found)

    return max(sorted(NOTEBOOKS.glob("*.ipynb")), key=cells).name


def _visit(browser: Browser, address: str, name: str, sent: list[int]) -> tuple[float, ...]:
    """Visit as one who has never been here; return seconds, and megabytes now and once more."""
    context = browser.new_context()
    page = context.new_page()
    sent.clear()
    began = time.perf_counter()
    opened(page, address, f"notebooks/{name}")
    notebook = time.perf_counter() - began
    page.wait_for_function(READY, timeout=LONG)
    page.evaluate(ANSWERS)
    kernel = time.perf_counter() - began
    run_all(page)
    cells = time.perf_counter() - began - kernel
    first = sum(sent) / MEGA
    opened(page, address, f"notebooks/{name}")
    page.wait_for_function(READY, timeout=LONG)
    page.evaluate(ANSWERS)
    again = sum(sent) / MEGA - first
    context.close()
    return notebook, kernel, cells, first, again

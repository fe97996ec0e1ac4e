"""Every notebook opens in JupyterLab, runs from top to bottom, and shows no warning.

Its charts are drawn by the Vega that JupyterLab ships, with sliders, offline.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
import pytest
from playwright.sync_api import Page, expect

from stemcourse.charts.figure import MIME
from tests.lab.conftest import A_MINUTE, ROOT, TALL, idle, open_and_run

PATHS = sorted((ROOT / "notebooks").glob("*.ipynb"))
# JupyterLab adds a picture to the output of a chart that it has drawn, and then draws it again:
# what was set by then is lost. (jupyterlab/packages/vega5-extension/src/index.ts)
COUNT_PICTURES = """
const draw = HTMLCanvasElement.prototype.toDataURL;
let pictures = 0;
HTMLCanvasElement.prototype.toDataURL = function (...type) {
  document.documentElement.dataset.pictures = ++pictures;
  return draw.apply(this, type);
};
"""


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_opens_and_runs(page: Page, lab: str, course: Path, path: Path) -> None:
    cells = nbformat.read(path, as_version=4).cells
    code = [cell.source for cell in cells if cell.cell_type == "code"]
    quizzes = sum(bool(re.search(r"^quiz\(", source, re.M)) for source in code)
    cards = sum(source.startswith("claim(") for source in code)
    charts = _specs(path)
    elsewhere, warned = _listened(page)
    page.set_viewport_size(TALL)  # type: ignore[arg-type]
    page.add_init_script(COUNT_PICTURES)
    open_and_run(page, lab, f"notebooks/{_with_charts(path, course) if charts else path.name}")
    shown = page.locator(".jp-Notebook .selfcheck:has(.sc-live)")
    expect(shown).to_have_count(quizzes, timeout=A_MINUTE)
    expect(page.locator(".jp-Notebook .ec-card")).to_have_count(cards)
    _sliders_move(page, charts)
    # What warns may stand below the last quiz.
    idle(page)
    assert page.locator('[data-mime-type="application/vnd.jupyter.stderr"]').count() == 0
    assert page.locator(".jp-RenderedText[data-mime-type*=error]").count() == 0
    assert elsewhere == []
    assert warned == []


def _specs(path: Path) -> list[dict[str, object]]:
    cells = nbformat.read(path, as_version=4).cells
    outputs = [output for cell in cells for output in cell.get("outputs", ())]
    return [output.data[MIME] for output in outputs if MIME in output.get("data", {})]


def _with_charts(path: Path, course: Path) -> str:
    """Write the notebook as if its charts had never been drawn, and return its name.

    Saved charts are drawn too, when there is time, and would be counted.
    """
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if any(MIME in output.get("data", {}) for output in cell.get("outputs", ())):
            cell.update(outputs=[], execution_count=None)
    name = f"charts-of-{path.name}"
    nbformat.write(notebook, course / "notebooks" / name)
    return name


def _listened(page: Page) -> tuple[list[str], list[str]]:
    """Return what a page will ask of other hosts, and what Vega will warn of."""
    elsewhere: list[str] = []
    warned: list[str] = []

    def asked(url: str) -> None:
        if urlsplit(url).hostname not in ("127.0.0.1", None):
            elsewhere.append(url)

    def said(text: str) -> None:
        # On a busy machine JupyterLab says how long each plugin took to start, Vega's too.
        if "ega" in text and not text.startswith("Plugin "):
            warned.append(text)

    page.on("request", lambda request: asked(request.url))
    page.on("console", lambda message: said(message.text))
    return elsewhere, warned


def _sliders_move(page: Page, charts: list[dict[str, object]]) -> None:
    """See that each chart is drawn, and that its first control draws it anew."""
    shown = page.locator(".jp-Notebook .vega-embed")
    if charts:
        pictures = str(len(charts))
        root = page.locator("html")
        expect(root).to_have_attribute("data-pictures", pictures, timeout=A_MINUTE)
    expect(shown).to_have_count(len(charts), timeout=A_MINUTE)
    for chart, spec in zip(shown.all(), charts, strict=True):
        controls = chart.locator("input, select")
        params = spec.get("params", [])
        assert isinstance(params, list)
        bound = [param for param in params if "bind" in param]
        expect(controls).to_have_count(sum(_inputs(param["bind"]) for param in bound))
        if not bound:
            continue
        chart.scroll_into_view_if_needed()
        before = chart.locator("svg").inner_html()
        first = controls.first
        match first.evaluate("e => e.type"):
            case "range":
                first.press("End")
            case "select-one":
                # JupyterLab takes arrow keys in an output for its own.
                first.select_option(index=1)
            case "radio":
                controls.nth(1).check()
            case _:
                first.press("Space")
        expect(chart.locator("svg")).not_to_have_js_property("innerHTML", before)


def _inputs(bind: dict[str, object]) -> int:
    options = bind.get("options")
    return len(options) if bind["input"] == "radio" and isinstance(options, list) else 1

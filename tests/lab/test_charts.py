"""Charts in a real JupyterLab: drawn by the Vega that it ships, with sliders, offline."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import nbformat
import pytest
from playwright.sync_api import Page, expect

from stemcourse.charts.figure import MIME
from tests.lab.conftest import A_MINUTE, ROOT, TALL, open_and_run


def specs(path: Path) -> list[dict[str, object]]:
    cells = nbformat.read(path, as_version=4).cells
    outputs = [output for cell in cells for output in cell.get("outputs", ())]
    return [output.data[MIME] for output in outputs if MIME in output.get("data", {})]


def _inputs(bind: dict[str, object]) -> int:
    options = bind.get("options")
    return len(options) if bind["input"] == "radio" and isinstance(options, list) else 1


def _without_outputs(path: Path, target: Path) -> None:
    """Write the notebook as if never run: saved charts are drawn too, when there is time."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.update(outputs=[], execution_count=None)
    nbformat.write(notebook, target)


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

PATHS = [path for path in sorted((ROOT / "notebooks").glob("*.ipynb")) if specs(path)]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_chart_is_drawn_and_its_sliders_move_it(
    page: Page, lab: str, course: Path, path: Path
) -> None:
    elsewhere: list[str] = []
    warned: list[str] = []
    page.on(
        "request",
        lambda asked: (
            elsewhere.append(asked.url)
            if urlsplit(asked.url).hostname not in ("127.0.0.1", None)
            else None
        ),
    )
    # On a busy machine JupyterLab says how long each plugin took to start, Vega's too.
    page.on(
        "console",
        lambda said: (
            warned.append(said.text)
            if "ega" in said.text and not said.text.startswith("Plugin ")
            else None
        ),
    )
    page.set_viewport_size(TALL)  # type: ignore[arg-type]
    page.add_init_script(COUNT_PICTURES)
    wanted = specs(path)
    charts = course / "notebooks" / f"charts-of-{path.name}"
    _without_outputs(path, charts)
    open_and_run(page, lab, f"notebooks/{charts.name}")
    root = page.locator("html")
    expect(root).to_have_attribute("data-pictures", str(len(wanted)), timeout=A_MINUTE)
    expect(page.locator(".jp-Notebook .vega-embed")).to_have_count(len(wanted), timeout=A_MINUTE)
    for number, chart in enumerate(page.locator(".jp-Notebook .vega-embed").all()):
        controls = chart.locator("input, select")
        params = wanted[number].get("params", [])
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
    assert elsewhere == []
    assert warned == []

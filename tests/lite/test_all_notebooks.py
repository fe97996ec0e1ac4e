"""Every notebook runs to its end in the browser, and shows what it shows anywhere else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Page, expect

from stemcourse.charts.figure import MIME
from tests.support.lite import LONG, opened, outputs, own, run_all

ROOT = Path(__file__).parents[2]
PATHS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_it_runs_and_shows_the_same(site: str, path: Path, troubles: list[str], page: Page) -> None:
    saved = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    opened(page, site, f"notebooks/{path.name}")
    run_all(page)
    found = outputs(page)
    assert len(found) == len(saved)
    for cell, made in zip(saved, found, strict=True):
        assert [_shown(each) for each in made] == [_shown(each) for each in cell.outputs], (
            cell.source
        )
    charts = [each.data[MIME] for cell in saved for each in cell.outputs if MIME in each.data]
    _move(page, charts)
    assert own(troubles) == []


def _shown(output: Any) -> tuple[str, str]:
    """Return what an output shows: HTML, words, or a chart."""
    if output["output_type"] in ("error", "stream"):
        return output["output_type"], str(output)
    data = output["data"]
    kind = next(each for each in (MIME, "text/html", "text/plain") if each in data)
    if isinstance(data[kind], str):
        return kind, data[kind]
    return kind, json.dumps(_as_drawn(data[kind]), sort_keys=True)


def _as_drawn(value: Any) -> Any:
    """Return part of a chart with its numbers as anybody could see them.

    To JavaScript 90.0 is 90 and -0.0 is 0; another machine's logarithm differs in the last digit.
    """
    if isinstance(value, dict):
        return {key: _as_drawn(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_drawn(each) for each in value]
    if isinstance(value, float | int) and not isinstance(value, bool):
        return f"{value + 0.0:.10g}"
    return value


def _move(page: Page, charts: list[dict[str, Any]]) -> None:
    """See that each slider moves its chart."""
    expect(page.locator(".jp-Notebook .vega-embed")).to_have_count(len(charts), timeout=LONG)
    for number, chart in enumerate(charts):
        bound = [param for param in chart.get("params", []) if "bind" in param]
        if not bound:
            continue
        drawn = page.locator(".jp-Notebook .vega-embed").nth(number)
        drawn.scroll_into_view_if_needed(timeout=LONG)
        sliders = drawn.locator("input[type=range]")
        for slider in sliders.all():
            before = drawn.locator("svg").inner_html()
            slider.press("Home" if slider.input_value() == slider.get_attribute("max") else "End")
            expect(drawn.locator("svg")).not_to_have_js_property("innerHTML", before)

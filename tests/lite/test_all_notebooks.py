"""Every notebook runs to its end in the browser, and shows what it shows anywhere else.

Its charts move, and in few notebooks a question of each type is answered, by the kernel's widgets.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Locator, Page, expect

from stemcourse.charts.figure import MIME
from tests.support.learner import Learner, read
from tests.support.lite import LONG, opened, outputs, own, run_all

ROOT = Path(__file__).parents[2]
PATHS = sorted((ROOT / "notebooks").glob("*.ipynb"))
TYPES = {
    *("case", "categorize", "choice", "cloze", "hotspot", "match", "multiple-response"),
    *("numeric", "order", "short-text"),
}
QUESTION = re.compile(r"data-question='([^']+)' data-q='([^']+)'")


def asked() -> Iterator[tuple[Path, list[str]]]:
    """Yield few notebooks that together ask all types, each with a question of each new one."""
    found = {}
    for path in PATHS:
        cells = nbformat.read(path, as_version=4).cells
        outputs = [output for cell in cells for output in cell.get("outputs", ())]
        html = "".join(each.data.get("text/html", "") for each in outputs)
        found[path] = {
            read(unescape(data))["type"]: name
            for name, data in QUESTION.findall(html)
            # A part of a case waits for the parts before it.
            if name.count("/") == 1
        }
    missing = {*TYPES}
    while missing:
        path = max(found, key=lambda each: len(missing & found[each].keys()))
        new = missing & found[path].keys()
        assert new, f"no notebook asks {missing}"
        yield path, [found[path][kind] for kind in sorted(new)]
        missing -= new


FEW = dict(asked())


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
    for name in FEW.get(path, ()):
        _answer(page, name)
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


def _to_an_end(slider: Locator) -> None:
    slider.press("Home" if slider.input_value() == slider.get_attribute("max") else "End")


MOVES = {"range": _to_an_end, "checkbox": Locator.click}


def _move(page: Page, charts: list[dict[str, Any]]) -> None:
    """See that each slider and each box moves its chart."""
    expect(page.locator(".jp-Notebook .vega-embed")).to_have_count(len(charts), timeout=LONG)
    for number, chart in enumerate(charts):
        bound = [param for param in chart.get("params", []) if "bind" in param]
        if not bound:
            continue
        drawn = page.locator(".jp-Notebook .vega-embed").nth(number)
        drawn.scroll_into_view_if_needed(timeout=LONG)
        for kind, move in MOVES.items():
            controls = drawn.locator(f"input[type={kind}]")
            wanted = sum(param["bind"].get("input") == kind for param in bound)
            # Vega makes them when it has drawn the chart.
            expect(controls).to_have_count(wanted, timeout=LONG)
            for control in controls.all():
                before = drawn.locator("svg").inner_html()
                move(control)
                svg = drawn.locator("svg")
                expect(svg).not_to_have_js_property("innerHTML", before, timeout=LONG)


def _answer(page: Page, name: str) -> None:
    """See that wrong and right are told of a question, and of each part of a case."""
    place = page.locator(f'.jp-Notebook [data-question="{name}"]').first
    place.scroll_into_view_if_needed()
    parts = place.locator(".sc-question").all()
    for each in parts or [place]:
        Learner(each, "mouse").errs_and_mends()
    if parts:
        expect(place).to_have_attribute("data-result", "correct")

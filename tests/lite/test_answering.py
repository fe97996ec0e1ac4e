"""A question of each type is answered in JupyterLab in the browser, by its own kernel's widget."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Page

from tests.support.learner import Learner, read
from tests.support.lite import opened, own, run_all

ROOT = Path(__file__).parents[2]
TYPES = {
    *("case", "categorize", "choice", "cloze", "hotspot", "match", "multiple-response"),
    *("numeric", "order", "short-text"),
}
QUESTION = re.compile(r"data-question='([^']+)' data-q='([^']+)'")


def asked() -> Iterator[tuple[Path, dict[str, str]]]:
    """Yield few notebooks that together ask all types, each with a question of each new one."""
    found = {}
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        cells = nbformat.read(path, as_version=4).cells
        outputs = [output for cell in cells for output in cell.get("outputs", ())]
        html = "".join(each.data.get("text/html", "") for each in outputs)
        found[path] = {read(unescape(data))["type"]: name for name, data in QUESTION.findall(html)}
    missing = TYPES - {"case"}
    while missing:
        path = max(found, key=lambda each: len(missing & found[each].keys()))
        new = missing & found[path].keys()
        assert new, f"no notebook asks {missing}"
        yield path, {kind: found[path][kind] for kind in sorted(new)}
        missing -= new


FEW = [*asked()]


@pytest.mark.parametrize(("path", "questions"), FEW, ids=[path.stem for path, _ in FEW])
def test_right_and_wrong_are_told(
    page: Page, site: str, path: Path, questions: dict[str, str], troubles: list[str]
) -> None:
    opened(page, site, f"notebooks/{path.name}")
    run_all(page)
    for name in questions.values():
        place = page.locator(f'.jp-Notebook [data-question="{name}"]').first
        place.scroll_into_view_if_needed()
        who = Learner(place, "mouse")
        who.check(who.wrong())
        who.sees("incorrect")
        who.press("Try again")
        who.check(who.right())
        who.sees("correct")
    assert own(troubles) == []

"""Every notebook opens in JupyterLab, runs from top to bottom, and shows no warning."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Page, expect

from tests.lab.conftest import A_MINUTE, ROOT, TALL, idle, open_and_run

PATHS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_opens_and_runs(page: Page, lab: str, path: Path) -> None:
    cells = nbformat.read(path, as_version=4).cells
    code = [cell.source for cell in cells if cell.cell_type == "code"]
    quizzes = sum(bool(re.search(r"^quiz\(", source, re.M)) for source in code)
    cards = sum(source.startswith("claim(") for source in code)
    page.set_viewport_size(TALL)  # type: ignore[arg-type]
    open_and_run(page, lab, f"notebooks/{path.name}")
    shown = page.locator(".jp-Notebook .selfcheck:has(.sc-live)")
    expect(shown).to_have_count(quizzes, timeout=A_MINUTE)
    expect(page.locator(".jp-Notebook .ec-card")).to_have_count(cards)
    # What warns may stand below the last quiz.
    idle(page)
    assert page.locator('[data-mime-type="application/vnd.jupyter.stderr"]').count() == 0
    assert page.locator(".jp-RenderedText[data-mime-type*=error]").count() == 0

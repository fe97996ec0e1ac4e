"""A paper and its key, as `selfcheck export --to print` writes them, looked at on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.exporting import exported
from tests.support.sideways import sideways

COURSE = Path(__file__).parents[2] / "content" / "questions"


@pytest.mark.parametrize("name", ["paper", "paper-key"])
def test_it_fits_on_a_phone(page: Page, tmp_path: Path, name: str) -> None:
    # Its key has addresses and ids that are wider than a column.
    exported("print", tmp_path / "paper.html", bank=COURSE / "biology.yaml")
    page.set_viewport_size({"width": 375, "height": 700})
    page.goto((tmp_path / f"{name}.html").as_uri())
    assert sideways(page) == 0

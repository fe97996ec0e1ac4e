"""The sign behind a heading, a link to it, takes no line of its own on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

# At one of these widths each heading ends close to the edge.
WIDTHS = range(320, 400, 5)
HEIGHTS = """() => [...document.querySelectorAll("article :is(h1, h2, h3)")]
  .map((each) => each.getBoundingClientRect().height)"""


@pytest.mark.parametrize("name", ["book/appointment/knee", "notebooks/04-3-transplants"])
def test_it_takes_no_line_of_its_own(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}/{name}.html")
    with_sign = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        with_sign.append(page.evaluate(HEIGHTS))
    page.add_style_tag(content=".headerlink { display: none !important; }")
    for width, heights in zip(WIDTHS, with_sign, strict=True):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(HEIGHTS) == heights, width

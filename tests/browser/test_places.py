"""Whoever comes by an address with a section in it stands there, though questions above grow."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.support.alive import all_alive

PLACES = (
    "01-what-stem-cells-are.html#closing-quiz",
    "04-2-how-harm-happens.html#what-to-remember",
)
WINDOWS = ({"width": 1280, "height": 800}, {"width": 375, "height": 700})
# A browser without scroll anchoring.
OLD = """{
  const supports = CSS.supports.bind(CSS);
  CSS.supports = (...asked) => asked[0] !== "overflow-anchor" && supports(...asked);
  document.addEventListener("DOMContentLoaded", () => {
    document.documentElement.style.overflowAnchor = "none";
  });
}"""
# Where it stands in the window, once nothing moves any more.
TOP = """(id) => new Promise((done) => {
  let last = NaN, still = 0;
  const look = () => {
    const { top } = document.getElementById(id).getBoundingClientRect();
    still = top === last ? still + 1 : 0;
    last = top;
    if (still > 10) done(top); else requestAnimationFrame(look);
  };
  look();
})"""


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("window", WINDOWS, ids=lambda size: str(size["width"]))
@pytest.mark.parametrize("old", [False, True], ids=["anchoring", "none"])
def test_an_address_leads_to_its_section(
    page: Page, site: str, place: str, window: dict[str, int], old: bool
) -> None:
    page.set_viewport_size(window)  # type: ignore[arg-type]
    if old:
        page.add_init_script(OLD)
    page.goto(f"{site}/notebooks/{place}")
    assert all_alive(page)
    top = page.evaluate(TOP, place.partition("#")[2])
    # Below the theme's bar, which a narrow window has.
    assert 0 <= top <= 240


def test_whoever_moves_goes_where_they_like(page: Page, site: str) -> None:
    page.add_init_script(OLD)
    page.goto(f"{site}/notebooks/{PLACES[0]}")
    page.keyboard.press("Home")
    assert all_alive(page)
    page.evaluate(TOP, "closing-quiz")
    assert page.evaluate("scrollY") == 0

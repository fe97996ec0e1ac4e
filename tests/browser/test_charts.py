"""Charts on the built site: a drawing first, and sliders that work with no kernel."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from tests.browser.conftest import SITE
from tests.support.sideways import sideways

PAGES = sorted(
    path.relative_to(SITE).as_posix()
    for path in (SITE / "notebooks").glob("*.html")
    if '<figure class="chart"' in path.read_text("utf-8")
)
OUTSIDE = """figure => {
  const { left, right } = figure.querySelector("svg").getBoundingClientRect();
  const out = ({ left: l, right: r }) => r > right + 1 || l < left - 1;
  return [...figure.querySelectorAll("svg text")]
    .filter((text) => out(text.getBoundingClientRect()))
    .map((text) => text.textContent);
}"""
LIVE = 'figure.chart:has(> script[type="application/json"])'


def alive(chart: Locator) -> Locator:
    chart.scroll_into_view_if_needed()
    expect(chart).to_have_attribute("data-alive", "", timeout=20_000)
    return chart


@pytest.fixture
def page(same_tab: Page) -> Page:
    return same_tab


def test_there_are_charts() -> None:
    assert PAGES


@pytest.mark.parametrize("name", PAGES)
def test_vega_comes_only_when_a_chart_with_sliders_is_near(
    page: Page, site: str, name: str
) -> None:
    asked: list[str] = []

    def ask(request: Request) -> None:
        asked.append(request.url)

    page.on("request", ask)
    page.goto(f"{site}/{name}", wait_until="networkidle")
    assert not [url for url in asked if "vega" in url]
    live = page.locator(LIVE)
    for chart in live.all():
        alive(chart)
    assert len([url for url in asked if "vega.js" in url]) == (1 if live.count() else 0)
    page.remove_listener("request", ask)


@pytest.mark.parametrize("name", PAGES)
def test_every_control_moves_its_chart(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}/{name}")
    for chart in page.locator(LIVE).all():
        alive(chart)
        controls = chart.locator(".chart-controls").locator("input, select")
        assert controls.count()
        for control in controls.all():
            before = chart.locator(".chart-view").inner_html()
            said = chart.locator(".chart-says").text_content() or ""
            match control.evaluate("e => e.type"):
                case "checkbox":
                    control.press("Space")
                case "range":
                    at_end = control.evaluate("e => e.value === e.max")
                    control.press("Home" if at_end else "End")
                case "radio":
                    if control.is_checked():
                        continue
                    control.check()
                case "select-one":
                    control.press("ArrowDown")
                case kind:
                    raise AssertionError(kind)
            expect(chart.locator(".chart-view")).not_to_have_js_property("innerHTML", before)
            expect(chart.locator(".chart-says")).not_to_have_text(said)


@pytest.mark.parametrize("name", PAGES)
def test_a_drawing_says_what_it_shows_before_and_after(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}/{name}")
    for chart in page.locator("figure.chart").all():
        drawing = chart.get_by_role("img")
        words = drawing.get_attribute("aria-label") or ""
        assert len(words) >= 100
        if chart.locator("> script").count():
            alive(chart)
            expect(chart.get_by_role("img")).to_have_attribute("aria-label", words)
        chart.locator("summary").click()
        expect(chart.locator("table")).to_be_visible()


@pytest.mark.parametrize("name", PAGES)
def test_no_word_is_cut_off(page: Page, site: str, name: str) -> None:
    """Whatever fonts a reader has: those of the build are not theirs."""
    page.goto(f"{site}/{name}")
    for chart in page.locator("figure.chart").all():
        assert chart.evaluate(OUTSIDE) == []
        if chart.locator("> script").count():
            assert alive(chart).evaluate(OUTSIDE) == []


@pytest.mark.parametrize("name", PAGES)
def test_without_javascript_the_drawing_and_its_numbers_are_there(
    without_script: Page, site: str, name: str
) -> None:
    without_script.goto(f"{site}/{name}")
    chart = without_script.locator("figure.chart").first
    expect(chart.locator("svg")).to_be_visible()
    chart.locator("summary").click()
    expect(chart.locator("table")).to_be_visible()


def test_a_copy_of_the_folder_on_a_disk_has_sliders_too(page: Page) -> None:
    page.goto((SITE / PAGES[-1]).as_uri())
    chart = alive(page.locator(LIVE).first)
    before = chart.locator(".chart-says").text_content() or ""
    assert re.search(r"\d", before)
    chart.locator("input").first.press("End")
    expect(chart.locator(".chart-says")).not_to_have_text(before)


@pytest.mark.parametrize("name", PAGES)
def test_a_live_chart_fits_a_small_phone(page: Page, site: str, name: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{site}/{name}")
    for chart in page.locator(LIVE).all():
        alive(chart)
    assert not sideways(page)

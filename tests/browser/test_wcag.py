"""What docs/accessibility.md says and no other test looks at; numbers are those of WCAG 2.2."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.alive import all_alive
from tests.support.sideways import sideways

MODULE = "notebooks/01-what-stem-cells-are.html"
EVIDENCE = "book/evidence.html"
PAGES = (MODULE, EVIDENCE, "book/index.html", "search.html")
# Controls whose words do not fit them.
CUT_OFF = """() => {
  return [...document.querySelectorAll("button, label, legend, th, td, p, li, h1, h2, h3")]
    .filter((e) => e.checkVisibility() && !e.closest("[hidden], math, svg"))
    .filter((e) => getComputedStyle(e).overflow !== "visible" || e.matches("button"))
    .filter((e) => e.scrollWidth > e.clientWidth + 2 || e.scrollHeight > e.clientHeight + 2)
    .filter((e) => getComputedStyle(e).overflowX !== "auto")
    .map((e) => e.outerHTML.slice(0, 120));
}"""
# 1.4.12: at least these must do no harm.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
CONTRASTS = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const light = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = light(getComputedStyle(document.querySelector(".sc-question")).backgroundColor);
  const controls = ".sc-live :is(input, select, button):not(.sc-check)";
  return [...document.querySelectorAll(controls)].filter((e) => e.checkVisibility()).map((e) => {
    const edge = light(getComputedStyle(e).borderTopColor);
    return (Math.max(edge, paper) + 0.05) / (Math.min(edge, paper) + 0.05);
  });
}"""
# Of what has the focus: what it is, whether an outline is drawn, and whether all of it is hidden
# under something else.
FOCUSED = """() => {
  const e = document.activeElement;
  if (e === document.body) return null;
  const style = getComputedStyle(e);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  const box = e.getBoundingClientRect();
  const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]];
  const seen = points.some(([x, y]) => {
    const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return top && (e.contains(top) || top.contains(e) || top.closest("label")?.contains(e));
  });
  return { what: e.outerHTML.slice(0, 100), outlined, seen };
}"""
MOST = 1_500
STILL = "* { transition: none !important; scroll-behavior: auto !important; }"


@pytest.fixture
def page(same_tab: Page) -> Page:
    return same_tab


@pytest.mark.parametrize("name", PAGES)
def test_twice_as_large_nothing_is_cut_off(page: Page, site: str, name: str) -> None:
    """1.4.4: a window of 1280 pixels has 640 of twice the size."""
    page.set_viewport_size({"width": 640, "height": 450})
    page.goto(f"{site}/{name}")
    all_alive(page)
    assert page.evaluate(CUT_OFF) == []
    assert not sideways(page)


@pytest.mark.parametrize("name", PAGES)
def test_with_more_space_between_letters_and_lines_nothing_is_cut_off(
    page: Page, site: str, name: str
) -> None:
    """1.4.12."""
    page.goto(f"{site}/{name}")
    all_alive(page)
    page.add_style_tag(content=SPACED)
    assert page.evaluate(CUT_OFF) == []
    assert not sideways(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_edges_of_controls_are_seen(quizzes: Page, scheme: str) -> None:
    """1.4.11: 3 to 1 against the question's paper."""
    quizzes.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    all_alive(quizzes)
    found = quizzes.evaluate(CONTRASTS)
    assert len(found) > 50
    assert min(found) >= 3


def stops(page: Page, address: str) -> list[dict[str, object]]:
    """Where Tab stops from the beginning of a page to its end."""
    page.goto(address)
    all_alive(page)
    # What is on its way to its place cannot be measured there.
    page.add_style_tag(content=STILL)
    found = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            assert len(found) > 50
            return found
        found.append(stop)
    raise AssertionError("Tab does not lead out of the page")


def test_tab_leads_through_a_page_and_the_focus_is_seen(page: Page, site: str) -> None:
    """2.1.2 and 2.4.7."""
    found = stops(page, f"{site}/{MODULE}")
    assert [stop["what"] for stop in found if not stop["outlined"]] == []
    assert [stop["what"] for stop in found if not stop["seen"]] == []


def test_the_focus_is_not_under_the_bar(page: Page, site: str) -> None:
    """2.4.11, where the window is narrow: the theme has a bar that stays, and drawers."""
    page.set_viewport_size({"width": 700, "height": 500})
    found = stops(page, f"{site}/{MODULE}")
    assert [stop["what"] for stop in found if not stop["seen"]] == []


def test_no_key_alone_does_anything(page: Page, site: str) -> None:
    """2.1.4: whoever speaks to the machine may say any letter or sign."""
    page.goto(f"{site}/{MODULE}")
    all_alive(page)
    before = page.url
    for key in "abcdefghijklmnopqrstuvwxyz0123456789/?.,-+*#[]":
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement === document.body"), key
    assert page.url == before


def test_the_first_link_skips_to_the_content(page: Page, site: str) -> None:
    """2.4.1."""
    page.goto(f"{site}/{MODULE}")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = "document.activeElement.closest('article, main, [role=main]') !== null"
    assert page.evaluate(inside)

"""The page of reviews: for whoever uses the keyboard alone, a phone, a disk, another language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.support.course_log import says
from tests.support.moon import built_alone
from tests.support.patience import until
from tests.support.reviews import (
    answered,
    asked,
    begin,
    button,
    counts,
    events,
    remembers,
    solve,
    view,
)
from tests.support.sideways import sideways
from tests.support.wcag import found_by_axe

DUE = ["which-light", "light-time", "full-moon-facts"]
TOP = "() => document.querySelector('.sc-review h2').getBoundingClientRect().top"


def tab_to(page: Page, key: str, **values: object) -> None:
    """Press Tab until the button with the words of *key* has the focus."""
    wanted = button(page, key, **values)
    # Or Tab goes by before it is there.
    expect(wanted).to_be_visible()
    for _ in range(60):
        if wanted.evaluate("e => e === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not lead to {key}")


def test_by_keyboard_alone(page: Page, moon: str) -> None:
    remembers(page, moon, *answered("which-light", "light-time"))
    # From where the text begins.
    page.locator("h1").evaluate("e => { e.tabIndex = -1; e.focus(); }")
    tab_to(page, "review-start")
    page.keyboard.press("Enter")
    counts(page, 1, 2)
    (first,) = asked(page)
    solve(page, first, hand="keyboard")
    tab_to(page, "review-next")
    page.keyboard.press("Enter")
    counts(page, 2, 2)
    asked(page)
    # Nothing stands between the count and what is asked.
    page.keyboard.press("Tab")
    assert view(page).locator("form.sc-live").evaluate("e => e.contains(document.activeElement)")
    tab_to(page, "review-skip")
    page.keyboard.press("Space")
    expect(view(page).get_by_role("heading", name=says("review-done"))).to_be_focused()
    tab_to(page, "review-more", n=1)
    page.keyboard.press("Enter")
    counts(page, 1, 1)


def test_a_double_click_skips_nothing(page: Page, moon: str) -> None:
    remembers(page, moon, *answered(*DUE))
    begin(page, 3)
    (first,) = asked(page)
    solve(page, first)
    button(page, "review-next").dblclick()
    assert asked(page) != [first]
    expect(view(page).locator("h2.sc-count")).to_have_text(says("review-count", n=2, total=3))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_button_can_be_read_where_the_pointer_is(page: Page, moon: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    remembers(page, moon, *answered(*DUE), *answered("who-shines", days=0))
    for key in ("review-start", "review-calendar"):
        button(page, key).hover()
        found = found_by_axe(page, ".sc-buttons")
        assert found.violations_count == 0, found.generate_report()


def test_on_a_phone_a_question_comes_to_the_top_of_the_window(page: Page, moon: str) -> None:
    page.set_viewport_size({"width": 375, "height": 450})
    remembers(page, moon, *answered(*DUE))
    # As much as a course has to say before.
    view(page).evaluate("e => e.insertAdjacentHTML('beforebegin', '<p style=height:15rem>')")
    begin(page, 3)
    for n in (2, 3):
        (name,) = asked(page)
        solve(page, name, right=False)
        button(page, "review-next").click()
        counts(page, n, 3)
        asked(page)
        # The theme has a bar there, and comes slowly to where it is told to.
        until(lambda: page.evaluate(TOP), lambda found: 50 < found < 100)


@pytest.mark.parametrize(
    ("scheme", "forced"), [("light", "none"), ("dark", "none"), ("light", "active")]
)
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(page: Page, moon: str, width: int, scheme: str, forced: str) -> None:
    page.emulate_media(color_scheme=scheme, forced_colors=forced)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 800})
    remembers(page, moon, *answered(*DUE), *answered("who-shines", days=0))
    expect(button(page, "review-start")).to_be_visible()
    sees_nothing_wrong(page)
    begin(page, 3)
    (first,) = asked(page)
    sees_nothing_wrong(page)
    solve(page, first, right=False)
    sees_nothing_wrong(page)
    button(page, "review-stop").click()
    expect(view(page).get_by_role("heading", name=says("review-done"))).to_be_focused()
    sees_nothing_wrong(page)


def sees_nothing_wrong(page: Page) -> None:
    # What is around the view is the theme's affair.
    found = found_by_axe(page, ".sc-review")
    assert found.violations_count == 0, found.generate_report()
    assert not sideways(page)
    for each in view(page).locator("> .sc-buttons > button:visible").all():
        box = each.bounding_box()
        assert box
        assert box["height"] >= 44


def test_a_page_costs_what_it_uses(page: Page, moon: str) -> None:
    remembers(page, moon, *answered("light-time"))
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{moon}/review.html")
    expect(button(page, "review-start")).to_be_visible()
    # What marks the table of contents comes when there is time.
    expect(page.locator(".sc-page-mark").first).to_be_attached()
    before = ours(loaded)
    assert before >= {"page.js", "review.js", "course.js", "selfcheck.css"}
    assert not any("/" in name for name in before)
    begin(page, 1)
    assert asked(page) == ["moon/light-time"]
    assert ours(loaded) - before == {"banks/moon.js", "types/numeric.js"}
    assert all(url.startswith((moon, "blob:", "data:")) for url in loaded)


def ours(addresses: list[str]) -> set[str]:
    """Return which of *addresses* are of the engine, from its folder on."""
    found = (re.search(r"/selfcheck/([^?]+)", address) for address in addresses)
    return {each[1] for each in found if each}


def test_a_page_without_reviews_loads_nothing_of_them(page: Page, moon: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{moon}/quizzes.html", wait_until="networkidle")
    assert not ours(loaded) & {"review.js", "course.js", "banks/moon.js"}


def test_a_bank_that_cannot_be_loaded_is_told(page: Page, moon: str, troubles: list[str]) -> None:
    page.route("**/banks/moon.js*", lambda route: route.abort())
    remembers(page, moon, *answered("which-light"))
    begin(page, 1)
    expect(view(page).get_by_role("alert")).to_have_text(says("review-missing"))
    # What the console says of it, and the browser of the request.
    assert all(re.search(r"banks/moon\.js|ERR_FAILED", each) for each in troubles)
    troubles.clear()
    page.unroute_all()
    # It is still due, and may be had the next time.
    button(page, "review-skip").click()
    # Whoever could answer nothing is not told that they are done.
    expect(view(page).get_by_role("heading", name=says("review-left"))).to_be_focused()
    button(page, "review-more", n=1).click()
    assert asked(page) == ["moon/which-light"]


def test_a_course_that_cannot_be_loaded_is_told(page: Page, moon: str, troubles: list[str]) -> None:
    page.route("**/course.js*", lambda route: route.abort())
    page.goto(f"{moon}/review.html")
    expect(page.get_by_role("alert")).to_have_text(says("review-unread"))
    assert all(re.search(r"course\.js|ERR_FAILED", each) for each in troubles)
    troubles.clear()


def test_a_bank_that_reads_from_right_to_left_gets_its_style(page: Page, moon: str) -> None:
    def turned(route: Route) -> None:
        text = route.fetch().text().replace("class='selfcheck'", "class='selfcheck' dir='rtl'")
        route.fulfill(body=text, content_type="text/javascript")

    page.route("**/banks/moon.js*", turned)
    remembers(page, moon, *answered("which-light"))
    with page.expect_request("**/rtl.css"):
        begin(page, 1)
    expect(view(page).locator("form.sc-live")).to_have_css("direction", "rtl")


def test_from_a_disk(page: Page, moon_site: Path) -> None:
    remembers(page, moon_site.as_uri(), *answered(*DUE, days=1, score=0))
    begin(page, 3)
    (first,) = asked(page)
    solve(page, first)
    button(page, "review-next").click()
    counts(page, 2, 3)
    button(page, "review-stop").click()
    with page.expect_download() as found:
        button(page, "review-calendar").click()
    entries = events(Path(found.value.path()).read_bytes().decode("utf-8"))
    # What was left comes tomorrow, at the latest with what was answered.
    assert sum(int(each["SUMMARY"].split(": ")[1].split()[0]) for each in entries) == 3
    # Nobody else has this disk.
    assert all("URL" not in each for each in entries)


@pytest.mark.parametrize("language", ["de", "es"])
def test_it_speaks_the_language_of_the_site(page: Page, tmp_path: Path, language: str) -> None:
    address = built_alone(tmp_path, language=language).as_uri()
    remembers(page, address, *answered("which-light"))
    expect(view(page)).to_contain_text(says("review-due", language, n=1))
    view(page).get_by_role("button", name=says("review-start", language)).click()
    count = view(page).locator("h2.sc-count")
    expect(count).to_have_text(says("review-count", language, n=1, total=1))


def test_without_a_script_it_says_what_it_needs(moon: str, without_script: Page) -> None:
    without_script.goto(f"{moon}/review.html")
    expect(without_script.locator(".sc-view")).to_have_text(says("review-needs"))

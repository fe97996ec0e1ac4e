"""Whose answers these are: of which course, which tab, which copy of a question, which sitting."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from selfcheck import bank
from selfcheck.render import Settings, html
from tests.support.bare import bare_page
from tests.support.kept import attempts
from tests.support.learner import Learner
from tests.support.moon import MOON
from tests.support.site import served

# A tab that does not hear what other tabs write, until it is told to.
DEAF = """
window.deaf = false;
addEventListener("storage", (event) => { if (deaf) event.stopImmediatePropagation(); }, true);
const { set } = Object.getOwnPropertyDescriptor(BroadcastChannel.prototype, "onmessage");
Object.defineProperty(BroadcastChannel.prototype, "onmessage", {
  set(heed) { set.call(this, (event) => { if (!deaf) heed(event); }); },
});
"""
NAMES = ("which-light", "order-of-phases", "light-time")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of pages with the same questions: of two courses, twice, and in two sittings."""
    place = tmp_path_factory.mktemp("courses")
    once, again = _quiz(), _quiz(Settings(sitting="again"))
    bare_page(place / "moon.html", once, course="moon")
    bare_page(place / "other.html", once, course="other")
    bare_page(place / "twice.html", once + once, course="moon")
    bare_page(place / "sittings.html", once + again, course="moon")
    with served(place) as address:
        yield address


def _quiz(settings: Settings | None = None) -> str:
    content = MOON / "content"
    return html(bank.pick(bank.load("moon", content), *NAMES), {}, settings, content)


def at(page: Page, name: str = "which-light", copy: int = 0) -> Learner:
    return Learner(page.locator(f'[data-question="moon/{name}"]').nth(copy), "mouse")


def tab(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.add_init_script(DEAF)
    page.goto(address)
    return page


@pytest.fixture
def tabs(context: BrowserContext, folder: str) -> tuple[Page, Page]:
    """The same page in two tabs."""
    return tab(context, f"{folder}/moon.html"), tab(context, f"{folder}/moon.html")


def test_two_courses_on_one_origin_do_not_see_each_other(
    context: BrowserContext, folder: str
) -> None:
    moon, other = (tab(context, f"{folder}/{name}.html") for name in ("moon", "other"))
    for name in NAMES:
        who = at(moon, name)
        who.check(who.right())
        who.sees("correct")
    for _ in range(2):
        for name in NAMES:
            at(other, name).sees_nothing_graded()
        other.reload()
    who = at(other)
    who.check(who.wrong())
    who.sees("incorrect")
    moon.reload()
    at(moon).sees("correct")
    assert len(attempts(moon, "moon/which-light", "moon")) == 1
    assert len(attempts(moon, "moon/which-light", "other")) == 1


def test_what_is_not_checked_stays_in_its_course_too(context: BrowserContext, folder: str) -> None:
    moon, other = (tab(context, f"{folder}/{name}.html") for name in ("moon", "other"))
    at(moon).answer(at(moon).right())
    other.reload()
    assert at(other).response() is None


@pytest.mark.parametrize("name", NAMES)
def test_a_tab_follows_another(tabs: tuple[Page, Page], name: str) -> None:
    one, other = tabs
    who, follower = at(one, name), at(other, name)
    wrong = who.wrong()
    who.check(wrong)
    follower.sees("incorrect")
    assert follower.response() == wrong
    who.press("Try again")
    expect(follower.root).not_to_have_attribute("data-result", "incorrect")
    follower.sees_nothing_graded()
    who.check(who.right())
    follower.sees("correct")
    assert follower.response() == who.right()


def test_what_another_tab_checked_goes_before_what_is_only_chosen(
    tabs: tuple[Page, Page],
) -> None:
    one, other = tabs
    at(other).answer("earth")
    assert at(other).response() == "earth"
    at(one).check("sun")
    at(other).sees("correct")
    assert at(other).response() == "sun"
    for page in tabs:
        page.reload()
        at(page).sees("correct")


def test_a_click_before_the_news_does_not_erase_a_check(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    other.evaluate("deaf = true")
    at(one).check("sun")
    at(one).sees("correct")
    # This tab has not heard of it: its question is still open.
    at(other).sees_nothing_graded()
    at(other).answer("earth")
    at(one).sees("correct")
    for page in (one, other):
        page.reload()
        at(page).sees("correct")
        assert at(page).response() == "sun"


def test_a_typed_letter_before_the_news_does_not_erase_a_check(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    other.evaluate("deaf = true")
    at(one, "light-time").check("1.28")
    at(other, "light-time").answer("1")
    for page in tabs:
        page.reload()
        at(page, "light-time").sees("correct")
        assert at(page, "light-time").response() == "1.28"


def test_the_newest_check_wins(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    for page in tabs:
        page.evaluate("deaf = true")
    at(one).check("sun")
    at(one).sees("correct")
    at(other).check("earth")
    at(other).sees("incorrect")
    for page in tabs:
        page.reload()
        at(page).sees("incorrect")
        assert at(page).response() == "earth"
    assert len(attempts(one, "moon/which-light")) == 2


def test_a_new_try_is_known_in_both_tabs(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    at(one).check("earth")
    at(other).sees("incorrect")
    at(other).press("Try again")
    at(other).answer("sun")
    for page in tabs:
        page.reload()
        # As soon as the attempt is known on which it follows.
        expect(at(page).option("radio", "sun")).to_be_checked()
        at(page).sees_nothing_graded()
    assert len(attempts(one, "moon/which-light")) == 1


def test_a_reader_is_not_led_away_by_another_tab(tabs: tuple[Page, Page]) -> None:
    """What is heard is shown without taking the focus from where it is."""
    one, other = tabs
    field = at(other, "light-time").live.get_by_role("textbox")
    field.focus()
    at(one).check("sun")
    at(other).sees("correct")
    expect(field).to_be_focused()


@pytest.mark.parametrize("name", NAMES)
def test_two_copies_on_one_page_follow_each_other(page: Page, folder: str, name: str) -> None:
    page.goto(f"{folder}/twice.html")
    one, other = at(page, name, 0), at(page, name, 1)
    one.check(one.wrong())
    other.sees("incorrect")
    other.press("Try again")
    one.sees_nothing_graded()
    other.check(other.right())
    one.sees("correct")
    assert one.response() == other.response() == one.right()
    page.reload()
    one.sees("correct")
    other.sees("correct")
    assert len(attempts(page, f"moon/{name}")) == 2


def test_what_is_chosen_in_one_copy_shows_in_the_other(page: Page, folder: str) -> None:
    page.goto(f"{folder}/twice.html")
    at(page, copy=0).answer("earth")
    expect(at(page, copy=1).option("radio", "earth")).to_be_checked()


def test_a_second_sitting_is_apart(page: Page, folder: str) -> None:
    page.goto(f"{folder}/sittings.html")
    first, second = at(page, copy=0), at(page, copy=1)
    first.check("sun")
    first.sees("correct")
    second.sees_nothing_graded()
    assert second.response() is None
    second.check("earth")
    second.sees("incorrect")
    page.reload()
    first.sees("correct")
    second.sees("incorrect")
    assert len(attempts(page, "moon/which-light")) == 1
    assert len(attempts(page, "moon/which-light@again")) == 1

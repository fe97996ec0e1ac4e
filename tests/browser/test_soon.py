"""Questions come alive when a reader is near, or in spare time, and nothing is lost meanwhile.

Most tests here give the browser no spare time, so that what nobody comes near stays plain.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from selfcheck.render.settings import Settings
from tests.support.learner import Learner
from tests.support.many import NO_TIME, many, page_with
from tests.support.site import served

COUNT = 60
LAST = f"many/number-{COUNT}"


@pytest.fixture
def place(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder, and the address of the page in it."""
    with served(tmp_path) as address:
        yield tmp_path, f"{address}/index.html"


@pytest.fixture
def busy(page: Page, place: tuple[Path, str]) -> Page:
    """A page with many questions, in a browser that has no time; the first is alive."""
    folder, address = place
    page_with(folder, many("many", COUNT), many("more", 2))
    page.add_init_script(NO_TIME)
    page.goto(address)
    expect(alive(named(page, "many/number-1"))).to_be_visible()
    return page


def named(page: Page, name: str) -> Locator:
    return page.locator(f'[data-question="{name}"]')


def alive(question: Locator) -> Locator:
    return question.locator("form.sc-live")


def in_window(locator: Locator) -> bool:
    seen: bool = locator.evaluate(
        "e => (({ top, bottom }) => bottom > 0 && top < innerHeight)(e.getBoundingClientRect())"
    )
    return seen


def test_all_come_alive_in_spare_time(page: Page, place: tuple[Path, str]) -> None:
    folder, address = place
    page_with(folder, many("many", COUNT))
    page.goto(address)
    expect(page.locator("form.sc-live")).to_have_count(COUNT)
    assert page.evaluate("scrollY") == 0


def test_so_they_do_in_a_browser_that_does_not_tell_when_it_has_time(
    page: Page, place: tuple[Path, str]
) -> None:
    folder, address = place
    page_with(folder, many("many", COUNT))
    page.add_init_script("delete window.requestIdleCallback")
    page.goto(address)
    expect(page.locator("form.sc-live")).to_have_count(COUNT)


def test_the_others_come_alive_when_a_reader_comes_near(busy: Page) -> None:
    far = named(busy, LAST)
    expect(alive(far)).to_have_count(0)
    expect(far.locator("details").first).to_be_attached()
    far.scroll_into_view_if_needed()
    expect(alive(far)).to_be_visible()
    expect(alive(named(busy, "many/number-30"))).to_have_count(0)
    who = Learner(far, "mouse")
    who.check(who.right())
    who.sees("correct")


def test_a_link_into_the_page_leads_to_living_questions(busy: Page) -> None:
    busy.evaluate("location.hash = 'between'")
    expect(alive(named(busy, LAST))).to_be_visible()
    expect(alive(named(busy, "more/number-1"))).to_be_visible()


def test_the_words_of_all_are_there_to_be_found_and_printed(busy: Page) -> None:
    far = named(busy, LAST)
    assert busy.evaluate(f"window.find('What is number {COUNT}?')")
    expect(alive(far)).to_be_visible()
    assert in_window(far)
    middle = named(busy, "many/number-30")
    busy.emulate_media(media="print")
    expect(alive(middle)).to_have_count(0)
    for question in (middle, far, named(busy, "many/number-1")):
        expect(question.get_by_text("What is number").locator("visible=true")).to_have_count(1)


@pytest.mark.parametrize(("key", "wanted"), [("Tab", "input"), ("Shift+Tab", "button")])
def test_the_focus_goes_on_into_the_controls(
    page: Page, place: tuple[Path, str], key: str, wanted: str
) -> None:
    folder, address = place
    page_with(folder, many("many", COUNT), "<button id='after'>after</button>")
    # Nothing is ever near either: the focus alone brings a question alive.
    page.add_init_script(f"{NO_TIME}; IntersectionObserver.prototype.observe = () => {{}}")
    page.goto(address)
    page.wait_for_function("document.readyState === 'complete'")
    if key == "Shift+Tab":
        page.locator("#after").focus()
    page.keyboard.press(key)
    question = named(page, LAST if key == "Shift+Tab" else "many/number-1")
    expect(alive(question)).to_be_visible()
    assert page.evaluate("document.activeElement.localName") == wanted
    assert question.evaluate("e => e.contains(document.activeElement)")
    # And from there as in any page.
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.localName") == "button"


def test_answers_of_questions_that_are_plain_still_count(
    page: Page, place: tuple[Path, str]
) -> None:
    folder, address = place
    page_with(folder, many("many", COUNT, Settings(summary=True)))
    page.goto(address)
    for name in ("many/number-2", LAST):
        who = Learner(named(page, name), "mouse")
        who.check(who.right())
        who.sees("correct")
    # Not by a reload, after which a browser scrolls to where it was.
    page.goto("about:blank")
    page.add_init_script(NO_TIME)
    page.goto(address)
    expect(page.get_by_text(f"2 of {COUNT} answered")).to_be_visible()
    far = named(page, LAST)
    expect(alive(far)).to_have_count(0)
    far.scroll_into_view_if_needed()
    expect(far).to_have_attribute("data-result", "correct")
    Learner(far, "mouse").sees("correct")


def test_what_another_page_answers_counts_at_once(page: Page, place: tuple[Path, str]) -> None:
    folder, address = place
    page_with(folder, many("many", COUNT, Settings(summary=True)))
    other = page.context.new_page()
    page.add_init_script(NO_TIME)
    page.goto(address)
    other.goto(address)
    who = Learner(named(other, LAST), "mouse")
    who.check(who.wrong())
    expect(page.get_by_text(f"1 of {COUNT} answered")).to_be_visible()
    named(page, LAST).scroll_into_view_if_needed()
    expect(named(page, LAST)).to_have_attribute("data-result", "incorrect")


def test_nothing_that_is_seen_moves_when_questions_above_and_below_come_alive(
    busy: Page,
) -> None:
    middle = named(busy, "many/number-30")
    middle.evaluate("e => e.scrollIntoView({ block: 'start' })")
    expect(alive(middle)).to_be_visible()
    expect(alive(named(busy, "many/number-28"))).to_be_attached()
    assert in_window(middle)
    assert abs(middle.evaluate("e => e.getBoundingClientRect().top")) < 2


def test_of_a_drawn_quiz_what_is_asked_comes_first(page: Page, place: tuple[Path, str]) -> None:
    folder, address = place
    page_with(folder, many("many", COUNT, Settings(draw=3, summary=True)))
    page.add_init_script(NO_TIME)
    page.goto(address)
    expect(page.locator("form.sc-live")).to_have_count(3)
    expect(page.locator(".sc-question:visible")).to_have_count(3)
    for question in page.locator(".sc-question:visible").all():
        who = Learner(question, "mouse")
        who.check(who.right())
    page.get_by_role("button", name="Start again").click()
    expect(page.locator(".sc-question:visible form.sc-live")).to_have_count(3)
    expect(page.locator("form.sc-live")).to_have_count(6)

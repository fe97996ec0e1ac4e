"""Reviews on a page of the site: what is due, one thing at a time."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.support.course_log import says
from tests.support.learner import Learner
from tests.support.reviews import (
    answered,
    asked,
    begin,
    button,
    counts,
    events,
    holds,
    remembers,
    solve,
    view,
)

# A day begins at four in the morning.
TOMORROW = "new Date(Date.now() + 864e5 - 4 * 36e5).toLocaleDateString('sv')"
DUE = ["which-light", "light-time", "full-moon-facts"]


def planned(page: Page) -> list[int]:
    """Return of how many questions the file for a calendar speaks, day by day from tomorrow on.

    The page says the same of these days.
    """
    with page.expect_download() as found:
        button(page, "review-calendar").click()
    entries = events(Path(found.value.path()).read_bytes().decode("utf-8"))
    tomorrow = date.fromisoformat(page.evaluate(TOMORROW))
    for n, entry in enumerate(entries):
        assert date.fromisoformat(entry["DTSTART"]) == tomorrow + timedelta(n)
    said = [entry["SUMMARY"].removeprefix("The Moon: ") for entry in entries]
    days = view(page).get_by_role("heading", name=says("review-next-title")).locator("+ ul > li")
    expect(days).to_have_text([re.compile(f": {re.escape(each)}$") for each in said])
    return [int(each.split()[0]) for each in said]


def test_nothing_yet(page: Page, moon: str) -> None:
    remembers(page, moon)
    expect(view(page)).to_contain_text(says("review-nothing-yet"))
    view(page).get_by_role("link", name="Quizzes on a page").click()
    expect(page).to_have_url(f"{moon}/quizzes.html")


def test_nothing_today_and_the_days_for_a_calendar(page: Page, moon: str) -> None:
    remembers(page, moon, *answered(*DUE, days=0), *answered("who-shines", days=0, score=0))
    expect(view(page)).to_contain_text(says("review-none"))
    expect(view(page).get_by_role("button")).to_have_count(1)
    days = view(page).get_by_role("listitem")
    tomorrow = page.evaluate(
        "new Date(Date.now() + 864e5 - 4 * 36e5).toLocaleDateString('en',"
        " {weekday: 'long', day: 'numeric', month: 'long'})"
    )
    expect(days.first).to_contain_text(tomorrow)
    expect(days.first).to_contain_text(says("review-questions", n=1))
    expect(days.last).to_contain_text(says("review-questions", n=3))

    with page.expect_download() as found:
        button(page, "review-calendar").click()
    assert found.value.suggested_filename == "the-moon.ics"
    first, last = events(Path(found.value.path()).read_bytes().decode("utf-8"))
    assert first["SUMMARY"] == f"The Moon: {says('review-questions', n=1)}"
    assert last["SUMMARY"] == f"The Moon: {says('review-questions', n=3)}"
    assert first["URL"] == f"{moon}/review.html"
    assert first["UID"] == f"{first['DTSTART']}-the-moon@selfcheck.invalid"
    assert date.fromisoformat(first["DTSTART"]) < date.fromisoformat(last["DTSTART"])
    assert date.fromisoformat(first["DTEND"]) == date.fromisoformat(first["DTSTART"]) + timedelta(1)


def test_what_is_due_is_asked_one_at_a_time(page: Page, moon: str) -> None:
    remembers(
        page,
        moon,
        *answered("which-light", days=30),
        *answered("light-time", days=90),
        *answered("full-moon-facts", days=2, score=0, confidence=3),
    )
    expect(view(page)).to_contain_text(says("review-due", n=3))
    begin(page, 3)
    # Sure and wrong, then what is most likely forgotten.
    assert asked(page) == ["moon/full-moon-facts"]
    expect(button(page, "review-next")).to_have_count(0)
    solve(page, "moon/full-moon-facts")
    button(page, "review-next").click()
    counts(page, 2, 3)
    assert asked(page) == ["moon/light-time"]
    solve(page, "moon/light-time", right=False)
    # The first answer counts.
    view(page).get_by_role("button", name="Try again").click()
    solve(page, "moon/light-time")
    button(page, "review-next").click()
    counts(page, 3, 3)
    expect(button(page, "review-stop")).to_have_count(0)
    solve(page, "moon/which-light")
    button(page, "review-finish").click()
    done = view(page).get_by_role("heading", name=says("review-done"))
    expect(done).to_be_focused()
    expect(view(page)).to_contain_text(says("review-right", n=2, total=3))
    missed = view(page).get_by_role("link")
    expect(missed).to_have_count(1)
    assert missed.get_attribute("href") == f"{moon}/quizzes.html"
    page.goto(f"{moon}/review.html")
    expect(view(page)).to_contain_text(says("review-none"))


def test_answers_on_the_page_of_a_question_stay(page: Page, moon: str) -> None:
    remembers(page, moon, *answered("which-light"))
    begin(page, 1)
    solve(page, "moon/which-light", right=False)
    page.goto(f"{moon}/quizzes.html")
    who = Learner(page.locator('[data-question="moon/which-light"]'), "mouse")
    who.sees("correct")


def test_more_than_twenty_come_in_two_sittings(page: Page, moon: str) -> None:
    remembers(page, moon)
    names = page.evaluate("Object.keys(selfcheckCourse.questions)")
    single = [name for name in names if name.count("/") == 1]
    own = [name.partition("/")[2] for name in single if name.startswith("moon/")]
    german = [name.partition("/")[2] for name in single if name.startswith("mond/")]
    assert (len(own), len(german)) == (20, 3)
    remembers(page, moon, *answered(*own), *answered(*german, bank="mond"))
    expect(view(page)).to_contain_text(says("review-due", n=23))
    expect(view(page)).to_contain_text(says("review-first", n=20))
    assert planned(page) == [3]
    begin(page, 20)
    seen = []
    for n in range(1, 21):
        counts(page, n, 20)
        seen += asked(page)
        button(page, "review-skip").click()
    # The banks take turns.
    assert [name.partition("/")[0] for name in seen[:6]] == ["mond", "moon"] * 3
    assert len(set(seen)) == 20
    # Nothing was answered, so nothing is said of how it went, and all can follow.
    expect(view(page)).not_to_contain_text("right at first")
    # Whoever stops now has them before them tomorrow, and no day takes more than a sitting.
    assert planned(page) == [20, 3]
    button(page, "review-more", n=23).click()
    counts(page, 1, 20)


def test_a_case_is_asked_with_all_its_parts(page: Page, moon: str) -> None:
    remembers(page, moon, *answered("the-watcher/phase", "the-watcher/how-long"))
    begin(page, 1)
    assert asked(page) == [f"moon/the-watcher/{part}" for part in ("phase", "next", "how-long")]
    for part in ("phase", "next", "how-long"):
        expect(button(page, "review-skip")).to_be_visible()
        solve(page, f"moon/the-watcher/{part}")
    # Of these two were due.
    button(page, "review-finish").click()
    expect(view(page)).to_contain_text(says("review-right", n=2, total=2))


def test_a_changed_question_is_asked_as_a_new_one(page: Page, moon: str) -> None:
    remembers(
        page,
        moon,
        *answered("which-light", days=0, fp="00000000"),
        *answered("light-time@review", days=0, fp="00000000"),
    )
    begin(page, 2)
    assert asked(page) == ["moon/light-time"]
    expect(view(page)).not_to_contain_text(says("changed"))
    solve(page, "moon/light-time")
    button(page, "review-next").click()
    solve(page, "moon/which-light")
    button(page, "review-finish").click()
    page.goto(f"{moon}/review.html")
    expect(view(page)).to_contain_text(says("review-none"))


def test_a_question_that_speaks_of_its_place_leads_there(page: Page, moon: str) -> None:
    def placed(route: Route) -> None:
        # The Moon has none such.
        mark = 'selfcheckCourse.questions["moon/which-light"].placed = true;'
        route.fulfill(body=route.fetch().text() + mark, content_type="text/javascript")

    page.route("**/course.js*", placed)
    remembers(page, moon, *answered("which-light", "light-time"))
    begin(page, 2)
    link = view(page).get_by_role("link", name=says("review-place"))
    for _ in range(2):
        if asked(page) == ["moon/which-light"]:
            assert link.get_attribute("href") == f"{moon}/quizzes.html"
            assert link.get_attribute("target") == "_blank"
        else:
            expect(link).to_have_count(0)
        button(page, "review-skip").click()


def test_who_stops_in_the_middle_comes_back_to_it(page: Page, moon: str) -> None:
    # Both were asked in a review before.
    remembers(page, moon, *answered("which-light", "which-light@review", "light-time@review"))
    begin(page, 2)
    (first,) = asked(page)
    solve(page, first)
    button(page, "review-next").click()
    (second,) = asked(page)
    who = Learner(view(page).locator(f'[data-question="{second}"]'), "mouse")
    who.answer(who.wrong())
    button(page, "review-skip").click()
    expect(view(page)).to_contain_text(says("review-right", n=1, total=1))
    page.goto(f"{moon}/review.html")
    expect(view(page)).to_contain_text(says("review-due", n=1))
    begin(page, 1)
    assert asked(page) == [second]
    who = Learner(view(page).locator(f'[data-question="{second}"]'), "mouse")
    holds(who, who.wrong())
    who.press("Check")
    who.sees("incorrect")


def test_what_another_tab_answers_is_not_asked(
    page: Page, context: BrowserContext, moon: str
) -> None:
    remembers(page, moon, *answered("which-light", "light-time"))
    expect(view(page)).to_contain_text(says("review-due", n=2))
    other = context.new_page()
    other.goto(f"{moon}/review.html")
    begin(other, 2)
    (first,) = asked(other)
    solve(other, first)
    expect(view(page)).to_contain_text(says("review-due", n=1))
    begin(page, 1)
    assert asked(page) != [first]


def test_a_page_that_stands_open_over_night(page: Page, moon: str) -> None:
    page.clock.install()
    remembers(page, moon, *answered("which-light", days=0, score=0))
    expect(view(page)).to_contain_text(says("review-none"))
    page.clock.fast_forward("24:00:00")
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(view(page)).to_contain_text(says("review-due", n=1))

"""A browser whose `localStorage` is full: the database takes answers.

Where there is none, or that is full as well, nothing is lost in silence, and what is said is true.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from selfcheck import bank, words
from selfcheck.render import html
from tests.support import blocked
from tests.support.bare import bare_page
from tests.support.full import fill, make_room
from tests.support.kept import attempts, keeps, settled
from tests.support.learner import Learner
from tests.support.moon import MOON
from tests.support.site import served

ROOMS = (0, 60, 400, 1_500, 5_000, 20_000)
# No room for a statement, in which the question's texts stand as well.
TOO_SMALL = (0, 60, 400)
QUESTIONS = ("which-light", "which-eclipse", "order-of-phases", "light-time", "day-or-night")


@pytest.fixture
def quiz(page: Page, folder: str) -> Page:
    """A page with some questions of the moon."""
    page.goto(f"{folder}/moon.html")
    return page


@pytest.fixture
def alone(page: Page, folder: str) -> Page:
    """The same where there is no database."""
    page.add_init_script(blocked.DATABASE)
    page.goto(f"{folder}/moon.html")
    return page


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    place = tmp_path_factory.mktemp("full")
    content = MOON / "content"
    picked = bank.pick(bank.load("moon", content), *QUESTIONS)
    bare_page(place / "moon.html", html(picked, {}, None, content), course="moon")
    with served(place) as address:
        yield address


def at(page: Page, name: str) -> Learner:
    return Learner(page.locator(f'[data-question="moon/{name}"]'), "mouse")


def warned(page: Page) -> Locator:
    return page.get_by_text("lost when you leave this page").locator("visible=true")


def full(page: Page) -> Locator:
    return page.get_by_text(words.say("en", "full")).locator("visible=true")


def solve(page: Page, name: str) -> None:
    who = at(page, name)
    who.check(who.right())
    who.sees("correct")


@pytest.mark.parametrize("room", ROOMS)
def test_the_database_takes_every_attempt(quiz: Page, room: int) -> None:
    fill(quiz, room)
    quiz.reload()
    first = at(quiz, "which-light")
    for _ in range(9):
        first.check(first.wrong())
        first.sees("incorrect")
        first.press("Try again")
    for name in QUESTIONS:
        solve(quiz, name)
        expect(warned(quiz)).to_have_count(0)
    keeps(quiz, 9 + len(QUESTIONS))
    for _ in range(2):
        quiz.reload()
        for name in QUESTIONS:
            at(quiz, name).sees("correct")
            assert attempts(quiz, f"moon/{name}")
        assert len(attempts(quiz, "moon/which-light")) == 10
        expect(full(quiz)).to_have_count(0)


def test_a_full_database_leaves_them_where_they_are(quiz: Page) -> None:
    solve(quiz, "which-eclipse")
    settled(quiz)
    quiz.evaluate(blocked.FULL_DATABASE)
    solve(quiz, "which-light")
    expect(warned(quiz)).to_have_count(0)
    quiz.reload()
    for name in ("which-eclipse", "which-light"):
        at(quiz, name).sees("correct")
    assert len(attempts(quiz)) == 2
    quiz.evaluate(blocked.ROOM_IN_DATABASE)
    solve(quiz, "light-time")
    assert len(settled(quiz)) == 3


def test_where_both_are_full_an_answer_is_said_to_be_lost(quiz: Page) -> None:
    solve(quiz, "which-eclipse")
    settled(quiz)
    fill(quiz)
    quiz.evaluate(blocked.FULL_DATABASE)
    solve(quiz, "which-light")
    expect(warned(quiz)).to_have_count(1)
    quiz.evaluate(blocked.ROOM_IN_DATABASE)
    solve(quiz, "light-time")
    expect(warned(quiz)).to_have_count(0)
    keeps(quiz, 3)
    quiz.reload()
    for name in ("which-eclipse", "which-light", "light-time"):
        at(quiz, name).sees("correct")


@pytest.mark.parametrize("room", TOO_SMALL)
def test_an_answer_that_finds_no_room_is_said_to_be_lost(alone: Page, room: int) -> None:
    solve(alone, "which-eclipse")
    fill(alone, room)
    expect(warned(alone)).to_have_count(0)
    solve(alone, "which-light")
    expect(warned(alone)).to_have_count(1)
    # It is true: that one is lost, and the one before is not.
    alone.reload()
    at(alone, "which-light").sees_nothing_graded()
    at(alone, "which-eclipse").sees("correct")


@pytest.mark.parametrize("room", TOO_SMALL)
def test_when_there_is_room_again_all_is_kept(alone: Page, room: int) -> None:
    solve(alone, "which-eclipse")
    fill(alone, room)
    for name in ("which-light", "order-of-phases"):
        solve(alone, name)
        expect(warned(alone)).to_have_count(1)
    make_room(alone)
    solve(alone, "light-time")
    expect(warned(alone)).to_have_count(0)
    alone.reload()
    for name in ("which-eclipse", "which-light", "order-of-phases", "light-time"):
        at(alone, name).sees("correct")
    expect(warned(alone)).to_have_count(0)


def test_until_the_page_is_left_nothing_is_lost(alone: Page) -> None:
    fill(alone, 0)
    who = at(alone, "which-light")
    for _ in range(2):
        who.check(who.wrong())
        who.sees("incorrect")
        who.press("Try again")
    solve(alone, "which-light")
    solve(alone, "day-or-night")
    at(alone, "which-light").sees("correct")
    make_room(alone)
    solve(alone, "light-time")
    log = attempts(alone, "moon/which-light")
    assert [each["result"]["success"] for each in log] == [False, False, True]


def test_what_is_chosen_and_finds_no_room_is_said_to_be_lost(quiz: Page) -> None:
    fill(quiz, 0)
    who = at(quiz, "which-light")
    who.answer("sun")
    expect(warned(quiz)).to_have_count(1)
    make_room(quiz)
    who.answer("earth")
    expect(warned(quiz)).to_have_count(0)
    quiz.reload()
    assert at(quiz, "which-light").response() == "earth"


def test_a_full_storage_is_as_good_as_any_to_read_from(quiz: Page) -> None:
    solve(quiz, "which-light")
    fill(quiz, 0)
    quiz.reload()
    at(quiz, "which-light").sees("correct")
    expect(warned(quiz)).to_have_count(0)


def test_whoever_comes_back_to_a_full_storage_is_told_before_they_answer(alone: Page) -> None:
    solve(alone, "which-eclipse")
    expect(full(alone)).to_have_count(0)
    fill(alone, 0)
    solve(alone, "which-light")
    expect(warned(alone)).to_have_count(1)
    for _ in range(2):
        alone.reload()
        expect(full(alone)).to_have_count(1)
        at(alone, "which-light").sees_nothing_graded()
    # It is true: the next is lost as well, which is then said instead.
    solve(alone, "which-light")
    expect(warned(alone)).to_have_count(1)
    expect(full(alone)).to_have_count(0)
    # And with room it is said no more, at once and after a reload.
    alone.reload()
    make_room(alone)
    expect(full(alone)).to_have_count(1)
    solve(alone, "which-light")
    expect(full(alone)).to_have_count(0)
    alone.reload()
    at(alone, "which-light").sees("correct")
    expect(full(alone)).to_have_count(0)


def test_a_storage_with_room_for_answers_is_not_full(alone: Page) -> None:
    fill(alone, 20_000)
    alone.reload()
    at(alone, "which-light").sees_nothing_graded()
    expect(full(alone)).to_have_count(0)

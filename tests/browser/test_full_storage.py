"""A browser whose storage is full: nothing is lost in silence, and what is said is true."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from selfcheck import bank, words
from selfcheck.render import html
from tests.support.bare import bare_page
from tests.support.kept import attempts
from tests.support.learner import Learner
from tests.support.moon import MOON
from tests.support.site import served

# Leaves room for so many characters and no more; the filler is somebody else's.
FILL = """(room) => {
  localStorage.removeItem("filler");
  const fits = (length) => {
    try {
      localStorage.setItem("filler", "x".repeat(length));
      return true;
    } catch {
      return false;
    }
  };
  let [low, high] = [0, 1 << 26];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  if (!fits(low - room)) throw new Error("the storage could not be filled");
}"""
ROOMS = (0, 60, 400, 1_500, 5_000, 20_000)
# No room for a statement, in which the question's texts stand as well.
TOO_SMALL = (0, 60, 400)
QUESTIONS = ("which-light", "which-eclipse", "order-of-phases", "light-time", "day-or-night")


@pytest.fixture
def quiz(page: Page, folder: str) -> Page:
    """A page with some questions of the moon."""
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
def test_attempts_that_were_replaced_make_room(quiz: Page, room: int) -> None:
    """The oldest first, and never the latest answer to a question."""
    first = at(quiz, "which-light")
    for _ in range(9):
        first.check(first.wrong())
        first.sees("incorrect")
        first.press("Try again")
    solve(quiz, "which-light")
    before = [each["id"] for each in attempts(quiz, "moon/which-light")]
    assert len(before) == 10
    quiz.evaluate(FILL, room)
    for name in QUESTIONS[1:]:
        solve(quiz, name)
        expect(warned(quiz)).to_have_count(0)
    quiz.reload()
    for name in QUESTIONS:
        at(quiz, name).sees("correct")
        assert attempts(quiz, f"moon/{name}")
    after = [each["id"] for each in attempts(quiz, "moon/which-light")]
    assert after == before[-len(after) :]
    # With room enough nothing has to go.
    assert (len(after) == 10) is (room == ROOMS[-1])


@pytest.mark.parametrize("room", TOO_SMALL)
def test_an_answer_that_finds_no_room_is_said_to_be_lost(quiz: Page, room: int) -> None:
    solve(quiz, "which-eclipse")
    quiz.evaluate(FILL, room)
    expect(warned(quiz)).to_have_count(0)
    solve(quiz, "which-light")
    expect(warned(quiz)).to_have_count(1)
    # It is true: that one is lost, and the one before is not.
    quiz.reload()
    at(quiz, "which-light").sees_nothing_graded()
    at(quiz, "which-eclipse").sees("correct")


@pytest.mark.parametrize("room", TOO_SMALL)
def test_when_there_is_room_again_all_is_kept(quiz: Page, room: int) -> None:
    solve(quiz, "which-eclipse")
    quiz.evaluate(FILL, room)
    for name in ("which-light", "order-of-phases"):
        solve(quiz, name)
        expect(warned(quiz)).to_have_count(1)
    quiz.evaluate("localStorage.removeItem('filler')")
    solve(quiz, "light-time")
    expect(warned(quiz)).to_have_count(0)
    quiz.reload()
    for name in ("which-eclipse", "which-light", "order-of-phases", "light-time"):
        at(quiz, name).sees("correct")
    expect(warned(quiz)).to_have_count(0)


def test_until_the_page_is_left_nothing_is_lost(quiz: Page) -> None:
    quiz.evaluate(FILL, 0)
    who = at(quiz, "which-light")
    for _ in range(2):
        who.check(who.wrong())
        who.sees("incorrect")
        who.press("Try again")
    solve(quiz, "which-light")
    solve(quiz, "day-or-night")
    at(quiz, "which-light").sees("correct")
    quiz.evaluate("localStorage.removeItem('filler')")
    solve(quiz, "light-time")
    log = attempts(quiz, "moon/which-light")
    assert [each["result"]["success"] for each in log] == [False, False, True]


@pytest.mark.parametrize("room", TOO_SMALL)
def test_a_better_answer_takes_the_room_of_the_one_before(quiz: Page, room: int) -> None:
    who = at(quiz, "which-light")
    who.check(who.wrong())
    who.sees("incorrect")
    quiz.evaluate(FILL, room)
    who.press("Try again")
    solve(quiz, "which-light")
    expect(warned(quiz)).to_have_count(0)
    quiz.reload()
    at(quiz, "which-light").sees("correct")


def test_what_is_chosen_and_finds_no_room_is_said_to_be_lost(quiz: Page) -> None:
    quiz.evaluate(FILL, 0)
    who = at(quiz, "which-light")
    who.answer("sun")
    expect(warned(quiz)).to_have_count(1)
    quiz.evaluate("localStorage.removeItem('filler')")
    who.answer("earth")
    expect(warned(quiz)).to_have_count(0)
    quiz.reload()
    assert at(quiz, "which-light").response() == "earth"


def test_a_full_storage_is_as_good_as_any_to_read_from(quiz: Page) -> None:
    solve(quiz, "which-light")
    quiz.evaluate(FILL, 0)
    quiz.reload()
    at(quiz, "which-light").sees("correct")
    expect(warned(quiz)).to_have_count(0)


def test_whoever_comes_back_to_a_full_storage_is_told_before_they_answer(quiz: Page) -> None:
    solve(quiz, "which-eclipse")
    expect(full(quiz)).to_have_count(0)
    quiz.evaluate(FILL, 0)
    solve(quiz, "which-light")
    expect(warned(quiz)).to_have_count(1)
    for _ in range(2):
        quiz.reload()
        expect(full(quiz)).to_have_count(1)
        at(quiz, "which-light").sees_nothing_graded()
    # It is true: the next is lost as well, which is then said instead.
    solve(quiz, "which-light")
    expect(warned(quiz)).to_have_count(1)
    expect(full(quiz)).to_have_count(0)
    # And with room it is said no more, at once and after a reload.
    quiz.reload()
    quiz.evaluate("localStorage.removeItem('filler')")
    expect(full(quiz)).to_have_count(1)
    solve(quiz, "which-light")
    expect(full(quiz)).to_have_count(0)
    quiz.reload()
    at(quiz, "which-light").sees("correct")
    expect(full(quiz)).to_have_count(0)


def test_a_storage_with_room_for_answers_is_not_full(quiz: Page) -> None:
    quiz.evaluate(FILL, 20_000)
    quiz.reload()
    at(quiz, "which-light").sees_nothing_graded()
    expect(full(quiz)).to_have_count(0)

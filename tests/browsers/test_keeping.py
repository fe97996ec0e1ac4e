"""Where answers go, in each browser: what is blocked, full, gone, older, or on another page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.support import blocked, webkit
from tests.support.full import fill, make_room
from tests.support.kept import attempts, change, empty, keeps, kept, settled
from tests.support.learner import Learner
from tests.support.moon import COURSE
from tests.support.seen import expect

QUESTIONS = ("which-light", "which-eclipse", "day-or-night")
LOST = ("cannot remember", "lost when you leave", "may be lost")
PUT = "(entries) => { for (const [key, text] of entries) localStorage.setItem(key, text); }"


def at(page: Any, name: str = QUESTIONS[0]) -> Learner:
    return Learner(page.locator(f'[data-question="moon/{name}"]'), "mouse")


def solve(page: Any, *names: str) -> None:
    for name in names:
        who = at(page, name)
        who.check(who.right())
        who.sees("correct")


def no_trouble(page: Any) -> None:
    for words in LOST:
        expect(page.get_by_text(words)).to_have_count(0)


@contextmanager
def another(page: Any) -> Iterator[Any]:
    """Yield another tab of the same browser."""
    if not isinstance(page, webkit.Page):
        other = page.context.new_page()
        try:
            yield other
        finally:
            other.close()
        return
    # WebKit's driver works in one tab at a time.
    here = page.driver.current_window_handle
    page.driver.switch_to.new_window("tab")
    try:
        yield page
    finally:
        page.driver.close()
        page.driver.switch_to.window(here)


def test_an_attempt_goes_on_into_the_database(quizzes: Any) -> None:
    solve(quizzes, QUESTIONS[0])
    (attempt,) = settled(quizzes)
    assert (attempt.course, attempt.slot) == (COURSE, f"moon/{QUESTIONS[0]}")
    quizzes.reload()
    at(quizzes).sees("correct")
    no_trouble(quizzes)


@pytest.mark.parametrize("gone", ["storage", "database"])
def test_one_of_two_places_is_enough(
    tab: Any, gone: str, half: dict[str, str], excused: list[str]
) -> None:
    # The theme reads its own setting without care.
    excused.append("blocked")
    tab.goto(f"{half[gone]}/quizzes.html")
    solve(tab, *QUESTIONS[:2])
    keeps(tab, 2)
    for _ in range(2):
        no_trouble(tab)
        tab.reload()
        for name in QUESTIONS[:2]:
            at(tab, name).sees("correct")
    assert not any("selfcheck" in each for each in tab.evaluate("window.complaints"))


def test_a_full_storage_lets_attempts_pass(quizzes: Any) -> None:
    fill(quizzes)
    solve(quizzes, *QUESTIONS)
    no_trouble(quizzes)
    keeps(quizzes, len(QUESTIONS))
    quizzes.reload()
    for name in QUESTIONS:
        at(quizzes, name).sees("correct")
    no_trouble(quizzes)


def test_where_both_are_full_it_says_so(quizzes: Any) -> None:
    solve(quizzes, QUESTIONS[0])
    settled(quizzes)
    fill(quizzes)
    quizzes.evaluate(blocked.FULL_DATABASE)
    solve(quizzes, QUESTIONS[1])
    expect(quizzes.get_by_text(LOST[1])).to_have_count(1)
    make_room(quizzes)
    quizzes.evaluate(blocked.ROOM_IN_DATABASE)
    solve(quizzes, QUESTIONS[2])
    no_trouble(quizzes)
    assert len(settled(quizzes)) == 3


def test_a_browser_that_evicts_takes_no_page_along(quizzes: Any) -> None:
    solve(quizzes, QUESTIONS[0])
    settled(quizzes)
    empty(quizzes)
    solve(quizzes, QUESTIONS[1])
    assert [each.slot for each in settled(quizzes)] == [f"moon/{QUESTIONS[1]}"]
    quizzes.reload()
    at(quizzes).sees_nothing_graded()
    at(quizzes, QUESTIONS[1]).sees("correct")


def test_what_an_older_page_has_kept_is_taken_over(quizzes: Any) -> None:
    """Each attempt was an entry of `localStorage`."""
    who = at(quizzes)
    for _ in range(3):
        who.check(who.wrong())
        who.sees("incorrect")
        who.press("Try again")
    solve(quizzes, *QUESTIONS)
    before = settled(quizzes)
    assert len(before) == 6
    empty(quizzes)
    quizzes.evaluate(PUT, [[each.key, each.text] for each in before])
    quizzes.reload()
    for name in QUESTIONS:
        at(quizzes, name).sees("correct")
    assert sorted(settled(quizzes)) == sorted(before)
    quizzes.reload()
    for name in QUESTIONS:
        at(quizzes, name).sees("correct")


def test_an_answer_to_a_question_that_has_changed_is_asked_again(quizzes: Any) -> None:
    solve(quizzes, QUESTIONS[0])
    (attempt,) = settled(quizzes)
    statement = json.loads(attempt.text)
    decided = statement["object"]["definition"]["extensions"]
    decided["urn:selfcheck:key"] = ["earth"]
    decided["urn:selfcheck:fingerprint"] = "00000000"
    change(quizzes, {attempt.key: json.dumps(statement)})
    quizzes.reload()
    who = at(quizzes)
    who.sees_nothing_graded()
    expect(who.status).to_contain_text("has changed since")
    solve(quizzes, QUESTIONS[0])
    settled(quizzes)
    assert len(attempts(quizzes, f"moon/{QUESTIONS[0]}")) == 2


@pytest.mark.parametrize("room", [None, 0], ids=["room", "full"])
def test_another_tab_follows(quizzes: Any, moon: str, room: int | None) -> None:
    at(quizzes).sees_nothing_graded()
    with another(quizzes) as other:
        other.goto(f"{moon}/quizzes.html")
        if room is not None:
            fill(other, room)
        solve(other, QUESTIONS[0])
        keeps(other, 1)
    at(quizzes).sees("correct")
    settled(quizzes)
    with another(quizzes) as other:
        other.goto(f"{moon}/quizzes.html")
        at(other).sees("correct")
        for name in ("Forget my answers here", "Forget them"):
            other.locator("body").get_by_role("button", name=name, exact=True).click()
        expect(other.get_by_text("are forgotten")).to_have_count(1)
    at(quizzes).sees_nothing_graded()
    assert kept(quizzes) == []

"""What a page remembers, and what it says when it cannot."""

from __future__ import annotations

from typing import Any

from tests.support.kept import kept
from tests.support.learner import Learner
from tests.support.seen import expect

CANNOT = "cannot remember"


def first(page: Any) -> Learner:
    return Learner(page.locator('[data-question="moon/which-light"]'), "mouse")


def test_with_storage_blocked_the_quiz_works_and_says_so(
    tab: Any, forgetful: str, excused: list[str]
) -> None:
    tab.goto(f"{forgetful}/quizzes.html")
    who = first(tab)
    expect(tab.get_by_text(CANNOT)).to_have_count(1)
    who.check(who.wrong())
    who.sees("incorrect")
    # Until the page is left, all is as it should be.
    who.press("Try again")
    who.check(who.right())
    who.sees("correct")
    # The theme reads its own setting without care; what our scripts do must not throw.
    excused.append("blocked")
    assert not any("selfcheck" in each for each in tab.evaluate("window.complaints"))


def test_with_storage_it_says_nothing_of_the_kind(quizzes: Any) -> None:
    who = first(quizzes)
    who.check(who.right())
    expect(quizzes.get_by_text(CANNOT)).to_have_count(0)


def test_what_is_chosen_and_not_checked_comes_back_too(quizzes: Any) -> None:
    who = first(quizzes)
    who.answer(who.wrong())
    chosen = who.response()
    assert [(each.kind, each.slot) for each in kept(quizzes)] == [("draft", "moon/which-light")]
    quizzes.reload()
    who = first(quizzes)
    assert who.response() == chosen
    who.sees_nothing_graded()

"""Reviews in each browser, on the site of the second course."""

from __future__ import annotations

from typing import Any

from tests.support.course_log import says
from tests.support.learner import Learner
from tests.support.reviews import (
    answered,
    asked,
    begin,
    button,
    counts,
    holds,
    remembers,
    solve,
    view,
)
from tests.support.seen import expect


def test_what_is_due_is_asked_and_comes_later(tab: Any, moon: str) -> None:
    remembers(
        tab,
        moon,
        *answered("which-light", "which-light@review"),
        *answered("light-time", days=2, score=0, confidence=3),
    )
    expect(view(tab)).to_contain_text(says("review-due", n=2))
    begin(tab, 2)
    assert asked(tab) == ["moon/light-time"]
    solve(tab, "moon/light-time", hand="keyboard")
    button(tab, "review-next").click()
    counts(tab, 2, 2)
    # It was asked in a review before, and is asked anew.
    assert asked(tab) == ["moon/which-light"]
    solve(tab, "moon/which-light", right=False)
    button(tab, "review-finish").click()
    expect(view(tab)).to_contain_text(says("review-right", n=1, total=2))
    tab.goto(f"{moon}/review.html")
    expect(view(tab)).to_contain_text(says("review-none"))
    # What was answered there before stands there.
    tab.goto(f"{moon}/quizzes.html")
    Learner(tab.locator('[data-question="moon/which-light"]'), "mouse").sees("correct")


def test_who_stops_comes_back_to_the_rest(tab: Any, moon: str) -> None:
    remembers(tab, moon, *answered("which-light", "light-time", "full-moon-facts"))
    begin(tab, 3)
    (first,) = asked(tab)
    solve(tab, first)
    button(tab, "review-next").click()
    counts(tab, 2, 3)
    (second,) = asked(tab)
    who = Learner(view(tab).locator(f'[data-question="{second}"]'), "mouse")
    who.answer(who.wrong())
    button(tab, "review-stop").click()
    tab.goto(f"{moon}/review.html")
    expect(view(tab)).to_contain_text(says("review-due", n=2))
    begin(tab, 2)
    for n in (1, 2):
        counts(tab, n, 2)
        (name,) = asked(tab)
        assert name != first
        who = Learner(view(tab).locator(f'[data-question="{name}"]'), "mouse")
        if name == second:
            holds(who, who.wrong())
        button(tab, "review-skip").click()

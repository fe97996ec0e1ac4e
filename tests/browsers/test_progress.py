"""*My progress* in each browser: what was answered shows there, and in the table of contents."""

from __future__ import annotations

from typing import Any

from tests.support.learner import Learner
from tests.support.seen import expect


def test_what_was_answered_shows_on_the_page_of_it(quizzes: Any, moon: str) -> None:
    who = Learner(quizzes.locator('[data-question="moon/which-light"]'), "mouse")
    who.check(who.right())
    who.sees("correct")
    quizzes.goto(f"{moon}/progress.html")
    expect(quizzes.get_by_text("1 of 28 questions answered, by 1 check since")).to_have_count(1)
    expect(quizzes.get_by_text("1 of 16")).to_have_count(1)
    quizzes.goto(f"{moon}/twice.html")
    expect(quizzes.locator(".sidebar-tree .sc-page-mark").first).to_contain_text("1 of 25")

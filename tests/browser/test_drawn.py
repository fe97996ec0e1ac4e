"""A quiz that draws its questions, and one that is asked twice."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.learner import Learner


@pytest.fixture
def page(same_tab: Page) -> Page:
    return same_tab


@pytest.fixture
def drawn(page: Page, moon: str) -> Page:
    """The page with a quiz that draws three questions of each of two objectives."""
    page.goto(f"{moon}/drawn.html")
    return page


@pytest.fixture
def twice(page: Page, moon: str) -> Page:
    """The page with the same questions in two sittings."""
    page.goto(f"{moon}/twice.html")
    return page


def asked(quiz: Locator) -> list[Learner]:
    expect(quiz.locator(".sc-progress")).to_be_visible()
    return [Learner(each, "mouse") for each in quiz.locator(".sc-question:not([hidden])").all()]


def names(page: Page) -> list[str | None]:
    questions = asked(page.locator(".selfcheck"))
    return [who.root.get_attribute("data-question") for who in questions]


def turn_to(who: Learner) -> Learner:
    """Go on to the question of *who*, in a quiz that shows one at a time."""
    while not who.root.is_visible():
        who.page.get_by_role("button", name="Next question", exact=True).click()
    return who


def test_so_many_questions_of_each_objective_are_drawn(drawn: Page) -> None:
    objectives = [who.data["objective"] for who in asked(drawn.locator(".selfcheck"))]
    assert sorted(objectives) == ["numbers"] * 3 + ["phases"] * 3


def test_a_reload_keeps_the_draw_and_start_again_draws_anew(drawn: Page) -> None:
    before = names(drawn)
    drawn.reload()
    assert names(drawn) == before
    for who in asked(drawn.locator(".selfcheck")):
        turn_to(who).trust("Guessing")
        who.check(who.right())
    drawn.get_by_role("button", name="Start again").click()
    # Every objective has six questions, so none comes again at once.
    after = names(drawn)
    assert not set(after) & set(before)
    drawn.reload()
    assert names(drawn) == after
    for who in asked(drawn.locator(".selfcheck")):
        who.sees_nothing_graded()


def test_learners_are_asked_different_questions(drawn: Page) -> None:
    seen = set()
    for seed in range(4):
        drawn.evaluate(f"localStorage.setItem('selfcheck.seed', '\"seed {seed}\"')")
        drawn.reload()
        seen.add(tuple(names(drawn)))
    assert len(seen) > 1


def test_confidence_is_asked_and_never_changes_the_score(drawn: Page) -> None:
    who = asked(drawn.locator(".selfcheck"))[0]
    who.check(who.right())
    who.sees_nothing_graded()
    expect(who.status).to_contain_text("how sure you are")
    who.trust("Guessing")
    who.press("Check")
    who.sees("correct")


def test_confidence_works_with_the_keyboard_alone(drawn: Page) -> None:
    for question in asked(drawn.locator(".selfcheck"))[:4]:
        who = turn_to(Learner(question.root, "keyboard"))
        who.answer(who.right())
        who.trust("Sure")
        who.press("Check")
        who.sees("correct")


def test_the_second_sitting_is_compared_with_the_first(twice: Page) -> None:
    first, again = twice.locator(".selfcheck").all()
    for number, section in enumerate(first.locator(".sc-question").all()):
        who = Learner(section, "mouse")
        who.check(who.wrong() if number else who.right())
    for who in asked(again):
        who.sees_nothing_graded()
        who.check(who.right())
    comparison = again.locator(".sc-comparison")
    expect(comparison).to_contain_text("You changed 2 answers; 2 of them are right now.")
    expect(comparison.locator("tbody tr")).to_have_count(3)


def test_without_a_first_sitting_it_says_so(twice: Page) -> None:
    again = twice.locator(".selfcheck[data-sitting]")
    for who in asked(again):
        who.check(who.right())
    expect(again.locator(".sc-comparison")).to_contain_text("no answers from the first time")

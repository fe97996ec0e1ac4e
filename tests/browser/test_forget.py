"""*Forget my answers here*: asked twice, and then they are gone, in other tabs too."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support import blocked
from tests.support.course_log import button, says, solve
from tests.support.kept import change, kept, settled
from tests.support.learner import Learner

QUESTIONS = ("which-light", "which-eclipse", "light-time")


def at(page: Page, name: str) -> Learner:
    return Learner(page.locator(f'[data-question="moon/{name}"]').first, "mouse")


def forget(page: Page) -> None:
    button(page, "forget-answers").click()
    button(page, "forget-yes").click()
    expect(page.get_by_text(says("forgotten"))).to_be_visible()


def slots(page: Page) -> set[str]:
    return {each.slot for each in kept(page)}


def test_what_it_does_is_loaded_when_it_is_pressed(quizzes: Page) -> None:
    asked: list[str] = []
    quizzes.on("request", lambda request: asked.append(request.url))
    quizzes.reload(wait_until="networkidle")
    assert not [url for url in asked if "/tools.js" in url]
    for _ in range(2):
        button(quizzes, "forget-answers").click()
        button(quizzes, "forget-no").click()
        expect(quizzes.get_by_role("dialog")).to_have_count(0)
    assert len([url for url in asked if "/tools.js?v=" in url]) == 1


def test_answers_and_drafts_of_the_page_are_gone(quizzes: Page) -> None:
    solve(quizzes, *QUESTIONS[:2])
    draft = at(quizzes, QUESTIONS[2])
    draft.answer(draft.wrong())
    assert slots(quizzes) == {f"moon/{name}" for name in QUESTIONS}
    forget(quizzes)
    assert not slots(quizzes)
    for name in QUESTIONS:
        who = at(quizzes, name)
        who.sees_nothing_graded()
        assert not who.response()
        expect(who.status).to_be_empty()
    quizzes.reload()
    for name in QUESTIONS:
        at(quizzes, name).sees_nothing_graded()
    # And a new answer is kept as the first was.
    solve(quizzes, QUESTIONS[0])
    quizzes.reload()
    at(quizzes, QUESTIONS[0]).sees("correct")


@pytest.mark.parametrize("no", ["button", "Escape"])
def test_who_says_no_keeps_them(quizzes: Page, no: str) -> None:
    solve(quizzes, QUESTIONS[0])
    button(quizzes, "forget-answers").click()
    dialog = quizzes.get_by_role("dialog", name=says("forget-question"))
    expect(dialog).to_be_visible()
    if no == "button":
        button(quizzes, "forget-no").click()
    else:
        quizzes.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    at(quizzes, QUESTIONS[0]).sees("correct")
    assert slots(quizzes) == {f"moon/{QUESTIONS[0]}"}


def test_by_keyboard_no_comes_first_and_the_focus_comes_back(quizzes: Page) -> None:
    solve(quizzes, QUESTIONS[0])
    opener = button(quizzes, "forget-answers")
    opener.focus()
    quizzes.keyboard.press("Enter")
    expect(button(quizzes, "forget-no")).to_be_focused()
    quizzes.keyboard.press("Enter")
    expect(opener).to_be_focused()
    quizzes.keyboard.press("Enter")
    expect(button(quizzes, "forget-no")).to_be_focused()
    quizzes.keyboard.press("Tab")
    expect(button(quizzes, "forget-yes")).to_be_focused()
    quizzes.keyboard.press("Enter")
    expect(opener).to_be_focused()
    expect(quizzes.get_by_text(says("forgotten"))).to_be_visible()
    assert not slots(quizzes)


def test_another_tab_follows(quizzes: Page, moon: str) -> None:
    solve(quizzes, QUESTIONS[0])
    other = quizzes.context.new_page()
    other.goto(f"{moon}/quizzes.html")
    at(other, QUESTIONS[0]).sees("correct")
    forget(quizzes)
    at(other, QUESTIONS[0]).sees_nothing_graded()
    assert not at(other, QUESTIONS[0]).response()


def test_another_page_and_another_sitting_keep_theirs(quizzes: Page) -> None:
    """The same question in a sitting of its own, and one of another course, are not here."""
    solve(quizzes, QUESTIONS[0])
    (own,) = settled(quizzes)
    for old, new in (
        ("which-light:", "which-light@after:"),
        ("which-light:", "which-light-too:"),
        ("the-moon", "the-moon-too"),
    ):
        change(quizzes, {own.key.replace(old, new): own.text})
    forget(quizzes)
    left = [(each.course, each.slot) for each in kept(quizzes)]
    assert sorted(left) == [
        ("the-moon", "moon/which-light-too"),
        ("the-moon", "moon/which-light@after"),
        ("the-moon-too", "moon/which-light"),
    ]


def test_a_round_that_was_drawn_is_forgotten_too(page: Page, moon: str) -> None:
    page.goto(f"{moon}/drawn.html")
    who = Learner(page.locator(".sc-question:visible").first, "mouse")
    if who.root.locator(".sc-confidence").count():
        who.trust("Sure")
    who.check(who.right())
    assert any(slot.endswith("#round") for slot in slots(page))
    forget(page)
    assert not slots(page)


def test_where_nothing_is_kept_it_forgets_all_the_same(
    page: Page, moon: str, troubles: list[str]
) -> None:
    page.add_init_script(blocked.SCRIPT)
    page.goto(f"{moon}/quizzes.html")
    solve(page, QUESTIONS[0])
    forget(page)
    at(page, QUESTIONS[0]).sees_nothing_graded()
    # The theme reads its own setting without care.
    assert not any("selfcheck" in trouble for trouble in troubles)
    troubles.clear()


def test_it_speaks_the_language_of_the_page(page: Page, mond: str) -> None:
    page.goto(f"{mond}/quizzes.html")
    button(page, "forget-answers", "de").click()
    expect(page.get_by_role("dialog", name=says("forget-question", "de"))).to_be_visible()
    button(page, "forget-yes", "de").click()
    expect(page.get_by_text(says("forgotten", "de"))).to_be_visible()


def test_a_page_without_a_quiz_has_no_such_button(page: Page, moon: str) -> None:
    page.goto(f"{moon}/index.html")
    expect(page.locator(".sc-tools")).to_have_count(0)

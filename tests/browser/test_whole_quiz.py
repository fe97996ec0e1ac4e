"""The last module: a drawn assessment with confidence, and the first quiz once more."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.learner import Learner

FIRST = "notebooks/00-start-here.html"
LAST = "notebooks/07-check-yourself.html"


@pytest.fixture
def last(page: Page, site: str) -> Page:
    """The page of the last module."""
    page.goto(f"{site}/{LAST}")
    return page


def final(page: Page) -> Locator:
    return page.locator('.selfcheck[data-quiz="final"]')


def again(page: Page) -> Locator:
    return page.locator('.selfcheck[data-quiz="before"][data-sitting="after"]')


def asked(quiz: Locator) -> list[Learner]:
    expect(quiz.locator(".sc-progress")).to_be_visible()
    visible = quiz.locator(".sc-question:not([hidden])")
    return [Learner(visible.nth(number), "mouse") for number in range(visible.count())]


def turn_to(who: Learner) -> Learner:
    """Go on to the question of *who*, in a quiz that shows one at a time."""
    quiz = who.root.locator("xpath=ancestor::div[@data-quiz]")
    while not who.root.is_visible():
        quiz.get_by_role("button", name="Next question", exact=True).click()
    return who


def test_one_question_of_each_objective_is_drawn(last: Page) -> None:
    questions = asked(final(last))
    objectives = [who.data["objective"] for who in questions]
    assert len(objectives) == len(set(objectives)) >= 15
    known = final(last).locator(".sc-objectives > li").count()
    assert len(objectives) == known


def test_a_reload_keeps_the_draw_and_start_again_draws_anew(last: Page) -> None:
    def names() -> list[str | None]:
        return [who.root.get_attribute("data-question") for who in asked(final(last))]

    before = names()
    last.reload()
    assert names() == before
    for who in asked(final(last)):
        turn_to(who).trust("Guessing")
        who.check(who.right())
    final(last).get_by_role("button", name="Start again").click()
    # Every objective has two questions or more, so none comes again at once.
    assert not set(names()) & set(before)


def test_confidence_is_asked_and_never_changes_the_score(last: Page) -> None:
    who = asked(final(last))[0]
    who.check(who.right())
    who.sees_nothing_graded()
    expect(who.status).to_contain_text("how sure you are")
    who.trust("Guessing")
    who.press("Check")
    who.sees("correct")


def test_confidence_works_with_the_keyboard_alone(last: Page) -> None:
    for question in asked(final(last))[:4]:
        who = turn_to(Learner(question.root, "keyboard"))
        who.answer(who.right())
        who.trust("Sure")
        who.press("Check")
        who.sees("correct")


def test_the_summary_goes_by_objective_and_tells_what_one_was_wrongly_sure_of(last: Page) -> None:
    questions = asked(final(last))
    for number, who in enumerate(questions):
        turn_to(who).trust("Sure")
        who.check(who.wrong() if number < 2 else who.right())
    summary = final(last).get_by_role("group", name="Summary")
    total = len(questions)
    expect(summary.locator(".sc-total")).to_contain_text(f"{total - 2} of {total} right")
    rows = summary.locator(".sc-outcome > li")
    expect(rows).to_have_count(total)
    expect(rows.first).to_contain_text("Read again")
    link = rows.first.get_by_role("link")
    assert re.search(r"/0\d-[a-z-]+\.html#[a-z-]+$", link.evaluate("e => e.href"))
    # Right and sure scores 3, wrong and sure costs 6.
    marks = f"{3 * (total - 2) - 12} of {3 * total}"
    expect(summary.locator(".sc-certainty")).to_contain_text(marks)
    table = summary.locator(".sc-calibration table")
    expect(table.get_by_role("row", name=f"Sure {total} {total - 2}", exact=True)).to_be_visible()
    expect(summary.locator(".sc-calibration").get_by_role("button")).to_have_count(2)
    summary.get_by_role("button", name="Practise the ones I missed").click()
    expect(final(last).locator(".sc-question:not([hidden])")).to_have_count(2)
    expect(final(last).locator(".sc-question:visible")).to_have_count(1)


def test_links_of_the_summary_lead_to_sections_that_exist(last: Page, site: str) -> None:
    links = final(last).locator(".sc-objectives a")
    targets = set(links.evaluate_all("all => all.map(a => a.href)"))
    assert targets
    for target in targets:
        last.goto(target)
        name = target.partition("#")[2]
        expect(last.locator(f"[id='{name}']")).to_have_count(1)


def test_the_second_sitting_is_compared_with_the_first(page: Page, site: str) -> None:
    page.goto(f"{site}/{FIRST}")
    quiz = page.locator('.selfcheck[data-quiz="before"]')
    expect(quiz.locator(".sc-live").first).to_be_attached()
    count = quiz.locator(".sc-question").count()
    for number in range(count):
        who = Learner(quiz.locator(".sc-question").nth(number), "mouse")
        who.check(who.wrong() if number < 3 else who.right())
    page.goto(f"{site}/{LAST}")
    for who in asked(again(page)):
        who.sees_nothing_graded()
        who.check(who.right())
    comparison = again(page).locator(".sc-comparison")
    expect(comparison).to_contain_text("You changed 3 answers; 3 of them are right now.")
    expect(comparison.locator("tbody tr")).to_have_count(count)


def test_without_a_first_sitting_it_says_so(last: Page) -> None:
    for who in asked(again(last)):
        who.check(who.right())
    expect(again(last).locator(".sc-comparison")).to_contain_text("no answers from the first time")

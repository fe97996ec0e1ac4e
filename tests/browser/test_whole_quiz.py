"""The last module of the course: a drawn assessment, and the quiz of the first one once more."""

from __future__ import annotations

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
    return [Learner(each, "mouse") for each in quiz.locator(".sc-question:not([hidden])").all()]


def test_one_question_of_each_objective_is_drawn(last: Page) -> None:
    objectives = [who.data["objective"] for who in asked(final(last))]
    assert len(objectives) == len(set(objectives)) >= 15
    known = final(last).locator(".sc-objectives > li").count()
    assert len(objectives) == known


def test_links_of_the_summary_lead_to_sections_that_exist(last: Page, site: str) -> None:
    links = final(last).locator(".sc-objectives a")
    targets = set(links.evaluate_all("all => all.map(a => a.href)"))
    assert targets
    for target in targets:
        assert target.startswith(f"{site}/notebooks/0")
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

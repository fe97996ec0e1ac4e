"""A page on paper: a worksheet without answers, and with them for whoever asks for that."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from selfcheck import words
from tests.browser.test_site import WITH_QUIZ
from tests.support.alive import all_alive

ANSWERS = ":is(.sc-answer, .sc-hint)"
# A browser without a window prints nothing: this says when it would.
PRINTS = "() => { window.print = () => document.body.setAttribute('data-printed', ''); }"
AFTER = "() => window.dispatchEvent(new Event('afterprint'))"
BEFORE_AN_OPTION = 'e => getComputedStyle(e, "::before").content'
AFTER_AN_ITEM = 'e => getComputedStyle(e, "::after").content'


def seen(page: Page, places: str) -> set[bool]:
    found = page.locator(places).evaluate_all(
        "all => all.map(e => e.checkVisibility() && !!e.getClientRects().length)"
    )
    return {bool(each) for each in found}


def prints(page: Page, button: str) -> None:
    """Press a button that prints, and look at the paper."""
    page.emulate_media(media="screen")
    page.evaluate(PRINTS)
    page.get_by_role("button", name=words.say("en", button), exact=True).press("Enter")
    expect(page.locator("body")).to_have_attribute("data-printed", "")
    page.emulate_media(media="print")


def is_worksheet(page: Page) -> None:
    assert seen(page, ".sc-question .sc-prompt:not(.sc-live *)") == {True}
    assert seen(page, f"{ANSWERS}, {ANSWERS} *") == {False}
    assert seen(page, ".sc-live, .sc-tools") <= {False}


@pytest.fixture
def page(same_tab: Page) -> Page:
    return same_tab


@pytest.mark.parametrize("name", WITH_QUIZ)
def test_a_page_on_paper_is_a_worksheet(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}/{name}")
    all_alive(page)
    page.emulate_media(media="print")
    is_worksheet(page)


@pytest.mark.parametrize("name", WITH_QUIZ)
def test_a_button_prints_it_with_the_answers(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}/{name}")
    all_alive(page)
    prints(page, "print-answers")
    assert seen(page, ".sc-question .sc-plain :is(.sc-prompt, .sc-key, .sc-why)") == {True}
    assert seen(page, ".sc-live, .sc-tools") == {False}
    # And then it is what it was, on the screen and on paper.
    page.evaluate(AFTER)
    is_worksheet(page)
    page.emulate_media(media="screen")
    assert seen(page, ".sc-plain *") == {False}


def test_another_prints_the_worksheet_again(quizzes: Page) -> None:
    prints(quizzes, "print-answers")
    quizzes.evaluate(AFTER)
    quizzes.evaluate("document.body.removeAttribute('data-printed')")
    prints(quizzes, "print-questions")
    is_worksheet(quizzes)


def test_there_is_room_to_answer_each_type(quizzes: Page) -> None:
    all_alive(quizzes)
    quizzes.emulate_media(media="print")
    rooms = {
        "choice": (".sc-options > li", BEFORE_AN_OPTION, "\N{BALLOT BOX}"),
        "multiple-response": (".sc-options > li", BEFORE_AN_OPTION, "\N{BALLOT BOX}"),
        "hotspot": (".sc-options > li", BEFORE_AN_OPTION, "\N{BALLOT BOX}"),
        "order": (".sc-items > li", AFTER_AN_ITEM, "____"),
        "categorize": (".sc-items > li", AFTER_AN_ITEM, "____"),
        "match": (".sc-left > li", AFTER_AN_ITEM, "____"),
        "numeric": (".sc-blank", "e => e.textContent", "____"),
        "short-text": (".sc-blank", "e => e.textContent", "____"),
        "cloze": (".sc-gap", "e => e.textContent", ""),
    }
    for kind, (places, look, wanted) in rooms.items():
        for question in quizzes.locator(f""".sc-question[data-q*='"type":"{kind}"']""").all():
            room = question.locator(f".sc-plain {places}")
            assert room.count(), kind
            for each in room.all():
                expect(each).to_be_visible()
                assert wanted in str(each.evaluate(look)), kind


def test_what_a_learner_answered_stays_off_the_paper(quizzes: Page) -> None:
    """A worksheet is the same for all, whatever has been answered on the screen."""
    all_alive(quizzes)
    quizzes.emulate_media(media="print")
    before = quizzes.locator(".sc-question").first.inner_text()
    quizzes.emulate_media(media="screen")
    question = quizzes.locator(".sc-question").first
    question.get_by_role("radio").first.check()
    question.get_by_role("button", name="Check", exact=True).click()
    expect(question.get_by_role("status")).not_to_be_empty()
    quizzes.emulate_media(media="print")
    assert question.inner_text() == before


def test_without_javascript_what_is_open_is_printed(without_script: Page, moon: str) -> None:
    without_script.goto(f"{moon}/quizzes.html")
    without_script.locator(".sc-answer > summary").first.click()
    without_script.emulate_media(media="print")
    answers = without_script.locator(".sc-answer")
    expect(answers.first.locator(".sc-why")).to_be_visible()
    for answer in answers.all()[1:]:
        expect(answer).to_be_hidden()
    expect(without_script.locator(".sc-tools")).to_be_hidden()

"""What home page, handout and checklist promise: an answer at once on a phone, and two sheets."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

PHONE = {"width": 375, "height": 667}
SHEETS = 2
EDGE = "15mm"
# A page in a PDF, and not the list of all of them.
SHEET = re.compile(rb"/Type\s*/Page\b")
THUMB = 44


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_question_is_answered_by_touch_without_scrolling(
    browser: Browser, site: str, scheme: str
) -> None:
    context = browser.new_context(
        viewport=PHONE,  # type: ignore[arg-type]
        color_scheme=scheme,  # type: ignore[arg-type]
        has_touch=True,
        is_mobile=True,
    )
    page = context.new_page()
    page.goto(f"{site}/book/index.html")
    question = page.locator('[data-question="verdict/which-is-proven"]')
    check = question.get_by_role("button", name="Check", exact=True)
    options = question.get_by_role("radio")
    expect(options).to_have_count(3)
    for control in (*options.all(), check):
        expect(control).to_be_in_viewport(ratio=1)
    question.locator(".sc-live").get_by_text("Ana, for leukaemia").tap()
    check.tap()
    expect(question).to_have_attribute("data-result", "correct")
    expect(question.get_by_role("status")).not_to_be_empty()
    expect(question.locator(".sc-live").get_by_text("Proven is not harmless")).to_be_visible()
    context.close()


def test_the_figure_does_not_answer_the_first_question_beside_it(page: Page, site: str) -> None:
    figure = page.locator("img[src$='one-name-four-offers.svg']")
    question = page.locator('[data-question="verdict/which-is-proven"]')
    show = page.get_by_role("link", name="Show it now")

    page.goto(f"{site}/book/index.html")
    expect(question.get_by_role("radio")).to_have_count(3)
    expect(figure).to_be_hidden()
    show.click()
    expect(figure).to_be_visible()
    expect(show).to_be_hidden()

    page.goto("about:blank")
    page.goto(f"{site}/book/index.html")
    expect(figure).to_be_hidden()
    question.locator(".sc-live").get_by_text("Ben, for a worn knee").click()
    question.get_by_role("button", name="Check", exact=True).click()
    expect(figure).to_be_visible()
    expect(show).to_be_hidden()

    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    question.get_by_role("button", name="Try again").click()
    expect(question).not_to_have_attribute("data-result", re.compile("."))
    expect(figure).to_be_visible()


def test_the_three_ways_are_large_and_lead_on(page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{site}/book/index.html")
    ways = page.locator(".course-ways a")
    expect(ways).to_have_count(3)
    for way in ways.all():
        box = way.bounding_box()
        assert box
        assert box["height"] >= THUMB
        assert box["width"] >= PHONE["width"] * 0.8
    for name, path in (
        ("I have an appointment", "appointment/index.html"),
        ("One lesson", "instructors/lesson.html"),
        ("The whole course", "whole-course.html"),
    ):
        page.goto(f"{site}/book/index.html")
        ways.filter(has_text=name).click()
        expect(page).to_have_url(f"{site}/book/{path}")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", ["instructors/handout", "checklist"])
def test_it_prints_on_two_sheets(page: Page, site: str, name: str, paper: str) -> None:
    page.goto(f"{site}/book/{name}.html")
    printed = page.pdf(
        format=paper, margin={"top": EDGE, "right": EDGE, "bottom": EDGE, "left": EDGE}
    )
    assert len(SHEET.findall(printed)) == SHEETS

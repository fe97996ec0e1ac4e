"""A quiz that shows one question at a time, with confidence and certainty-based marks."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.learner import Hand, Learner


@pytest.fixture
def paged(page: Page, moon: str) -> Page:
    """The page with the paged quiz."""
    page.goto(f"{moon}/paged.html")
    expect(page.locator(".sc-paging")).to_be_visible()
    return page


def turn(page: Page, name: str, hand: Hand = "mouse") -> None:
    button = page.get_by_role("button", name=name, exact=True)
    if hand == "mouse":
        button.click()
    else:
        button.press("Enter")


def shown(page: Page) -> Locator:
    return page.locator(".sc-question:visible")


def count(page: Page) -> int:
    return page.locator(".sc-question").count()


@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
def test_one_is_shown_and_buttons_lead_on(paged: Page, hand: Hand) -> None:
    first = shown(paged)
    expect(first).to_have_count(1)
    expect(first).to_have_attribute("data-question", "moon/which-light")
    expect(paged.get_by_role("button", name="Previous question")).to_be_disabled()
    turn(paged, "Next question", hand)
    expect(first).to_have_attribute("data-question", "moon/which-eclipse")
    expect(first.locator(".sc-count")).to_be_focused()
    expect(first.locator(".sc-count")).to_contain_text(f"Question 2 of {count(paged)}")
    turn(paged, "Previous question", hand)
    expect(first).to_have_attribute("data-question", "moon/which-light")


def test_a_reload_goes_on_where_nothing_is_answered_yet(paged: Page) -> None:
    who = Learner(shown(paged).first, "mouse")
    who.trust("Sure")
    who.check(who.right())
    expect(paged.get_by_text(f"1 of {count(paged)} answered")).to_be_visible()
    paged.reload()
    expect(shown(paged)).to_have_attribute("data-question", "moon/which-eclipse")


def test_a_case_is_one_page_and_begins_at_its_vignette(paged: Page) -> None:
    case = paged.locator('[data-question="moon/the-watcher"]')
    while not case.is_visible():
        turn(paged, "Next question")
    expect(case.locator("> .sc-count")).to_be_focused()
    expect(case.locator(".sc-vignette")).to_be_visible()
    expect(shown(paged)).to_have_count(1)
    who = Learner(shown(paged).first, "mouse")
    who.trust("Sure")
    who.check(who.right())
    expect(shown(paged)).to_have_count(2)


def test_a_question_that_stays_plain_is_on_every_page(
    page: Page, moon: str, troubles: list[str]
) -> None:
    page.add_init_script(
        "document.addEventListener('DOMContentLoaded', () => {"
        " document.querySelector('[data-question=\"moon/which-eclipse\"]').dataset.q = '{'; });"
    )
    page.goto(f"{moon}/paged.html")
    plain = page.locator('[data-question="moon/which-eclipse"]')
    for _ in range(2):
        expect(plain.locator(".sc-prompt")).to_be_visible()
        turn(page, "Next question")
    (said,) = troubles
    assert said.startswith("warning: selfcheck: moon/which-eclipse stays plain.")
    troubles.clear()


def test_another_variant_is_no_changed_answer(page: Page, moon: str) -> None:
    def solve(who: Learner) -> None:
        if not who.root.is_visible():
            turn(page, "Next question")
        if who.root.locator(".sc-confidence").count():
            who.trust("Sure")
        who.check(who.right())

    page.goto(f"{moon}/quizzes.html")
    sections = page.locator(".sc-question")
    for number in range(sections.count()):
        who = Learner(sections.nth(number), "mouse")
        who.check(who.right())
        if "variants" in who.data:
            who.press("Another one")
            who.check(who.right())
    page.goto(f"{moon}/paged.html")
    expect(page.locator(".sc-paging")).to_be_visible()
    for number in range(sections.count()):
        solve(Learner(sections.nth(number), "mouse"))
    expect(page.locator(".sc-comparison")).to_contain_text("You changed no answer.")


def test_a_whole_sitting(paged: Page) -> None:
    """Marks: right and sure gives 3, wrong and sure costs 6, a guess gives 1 or 0."""
    sections = paged.locator(".sc-question")
    levels = {0: ("Sure", False), 1: ("Sure", False), 2: ("Guessing", True), 3: ("Guessing", False)}
    for number in range(sections.count()):
        who = Learner(sections.nth(number), "mouse")
        if not who.root.is_visible():
            turn(paged, "Next question")
        level, right = levels.get(number, ("Sure", True))
        who.trust(level)  # type: ignore[arg-type]
        who.check(who.right() if right else who.wrong())
        who.sees("correct" if right else "incorrect")
        calibration = paged.locator(".sc-calibration")
        expect(calibration).to_have_count(1 if number >= 9 else 0)
    summary = paged.get_by_role("group", name="Summary")
    total = count(paged)
    expect(summary.locator(".sc-total")).to_contain_text(f"{total - 3} of {total} right")
    marks = 3 * (total - 4) + 1 - 2 * 6
    expect(summary.locator(".sc-certainty")).to_contain_text(f"{marks} of {3 * total}")
    rows = summary.locator(".sc-outcome > li")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("Explain the phases of the Moon")
    expect(rows.first).to_contain_text("Read again")
    table = summary.locator(".sc-calibration table")
    expect(
        table.get_by_role("row", name=f"Sure {total - 2} {total - 4}", exact=True)
    ).to_be_visible()
    wrong = summary.locator(".sc-calibration").get_by_role("button")
    expect(wrong).to_have_count(2)
    # Those come before the table, since they are what to look at again.
    first = summary.locator(".sc-calibration > :first-child")
    expect(first).to_contain_text("Sure and wrong")
    wrong.nth(1).click()
    expect(shown(paged)).to_have_attribute("data-question", "moon/which-eclipse")
    summary.get_by_role("button", name="Practise the ones I missed").click()
    expect(shown(paged)).to_have_attribute("data-question", "moon/which-light")
    turn(paged, "Next question")
    turn(paged, "Next question")
    expect(shown(paged)).to_have_attribute("data-question", "moon/new-moon-facts")
    expect(paged.get_by_role("button", name="Next question")).to_be_disabled()
    who = Learner(shown(paged).first, "mouse")
    who.trust("Sure")
    who.check(who.right())
    who.sees("correct")


def test_links_of_objectives_lead_from_any_folder_to_the_section(paged: Page, moon: str) -> None:
    link = paged.locator(".sc-objectives a").first
    assert link.evaluate("a => a.href") == f"{moon}/notebooks/moon.html#numbers"


def test_on_paper_all_questions_stand(paged: Page) -> None:
    paged.emulate_media(media="print")
    expect(shown(paged)).to_have_count(count(paged))

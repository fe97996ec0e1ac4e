"""Answers are taken along in a file, brought in, and deleted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.course_log import bring, button, download, says, sees, solve, term
from tests.support.kept import attempts
from tests.support.learner import Learner

BROKEN = Path(__file__).parents[1] / "broken" / "imports"


@pytest.fixture
def answered(page: Page, moon: str) -> Page:
    """*My progress* after two answers."""
    page.goto(f"{moon}/quizzes.html")
    solve(page, "which-light", "light-time")
    page.goto(f"{moon}/progress.html")
    expect(page.locator(".sc-course")).to_contain_text("2 of 28 questions answered")
    return page


def key(statement: Any) -> tuple[str, str]:
    return statement["timestamp"], statement["id"]


def test_a_file_holds_all_statements(answered: Page) -> None:
    statements = download(answered)
    sees(answered, says("along-written", n=2))
    names = [each["object"]["id"] for each in statements]
    assert names == [
        "urn:selfcheck:question:the-moon:moon/which-light",
        "urn:selfcheck:question:the-moon:moon/light-time",
    ]
    assert sorted(statements, key=key) == statements


def test_there_and_back_is_the_same(answered: Page, browser: Browser, moon: str) -> None:
    first = download(answered)
    other = browser.new_page()
    other.goto(f"{moon}/progress.html")
    bring(other, json.dumps(first))
    sees(other, says("along-added", n=2, known=0))
    expect(other.locator(".sc-course")).to_contain_text("2 of 28 questions answered")
    assert download(other) == first
    bring(other, json.dumps(first))
    sees(other, says("along-added", n=0, known=2))
    assert download(other) == first
    # And the questions have their answers.
    other.goto(f"{moon}/quizzes.html")
    Learner(other.locator('[data-question="moon/which-light"]'), "mouse").sees("correct")
    other.close()


def test_two_halves_become_a_whole(answered: Page) -> None:
    more = term(5, ["which-eclipse"])
    bring(answered, json.dumps(more + download(answered)))
    sees(answered, says("along-added", n=5, known=2))
    assert len(download(answered)) == 7


@pytest.mark.parametrize("name", ["file-cut-before-the-end", "id-twice", "list-empty"])
def test_a_broken_file_changes_nothing(answered: Page, name: str) -> None:
    before = download(answered)
    text = (BROKEN / f"{name}.json").read_text("utf-8").replace("tides", "the-moon")
    bring(answered, text)
    line = answered.locator(".sc-course [role=status]").last
    expect(line).to_contain_text(says("along-refused", why="").strip())
    assert download(answered) == before


def test_a_file_of_another_course_is_refused(answered: Page) -> None:
    before = download(answered)
    bring(answered, (BROKEN / "verb-missing.json").read_text("utf-8"))
    why = says("entry-of-course", n=1, course="tides")
    sees(answered, says("along-refused", why=why))
    assert download(answered) == before


def test_what_is_no_text_is_refused(answered: Page) -> None:
    bring(answered, b"\xff\xfe\x00\x01" * 100)
    sees(answered, says("along-refused", why=says("file-not-read")))


@pytest.mark.parametrize("no", ["button", "Escape"])
def test_who_says_no_keeps_all(answered: Page, no: str) -> None:
    button(answered, "delete-all").click()
    dialog = answered.get_by_role("dialog")
    expect(dialog).to_have_accessible_name(says("delete-question", n=2))
    # What does nothing has the focus.
    expect(button(answered, "delete-no")).to_be_focused()
    if no == "button":
        button(answered, "delete-no").click()
    else:
        answered.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(button(answered, "delete-all")).to_be_focused()
    assert len(download(answered)) == 2


def test_whoever_presses_twice_is_asked_once(answered: Page) -> None:
    button(answered, "delete-all").evaluate("(button) => { button.click(); button.click(); }")
    expect(answered.get_by_role("dialog")).to_be_visible()
    # The other press has looked up how many there are by the time that this has.
    assert len(attempts(answered)) == 2
    expect(answered.locator("dialog")).to_have_count(1)
    button(answered, "delete-no").click()
    expect(answered.locator("dialog")).to_have_count(0)
    assert len(download(answered)) == 2


def test_everything_is_deleted_and_other_tabs_hear_of_it(
    answered: Page, context: BrowserContext, moon: str
) -> None:
    other = context.new_page()
    other.goto(f"{moon}/quizzes.html")
    who = Learner(other.locator('[data-question="moon/which-light"]'), "mouse")
    who.sees("correct")
    button(answered, "delete-all").click()
    button(answered, "delete-yes").click()
    sees(answered, says("delete-done"))
    expect(answered.locator(".sc-course")).to_contain_text(says("progress-none"))
    who.sees_nothing_graded()
    answered.reload()
    expect(answered.locator(".sc-course")).to_contain_text(says("progress-none"))


def test_all_of_it_by_keyboard(answered: Page) -> None:
    answered.get_by_label(says("along-bring")).focus()
    for key in ("print-record", "along-download"):
        answered.keyboard.press("Shift+Tab")
        expect(button(answered, key)).to_be_focused()
    with answered.expect_download():
        answered.keyboard.press("Enter")
    for _ in range(3):
        answered.keyboard.press("Tab")
    expect(button(answered, "delete-all")).to_be_focused()
    answered.keyboard.press("Enter")
    # The question says how many there are, which is looked up first.
    expect(button(answered, "delete-no")).to_be_focused()
    answered.keyboard.press("Tab")
    expect(button(answered, "delete-yes")).to_be_focused()
    answered.keyboard.press("Enter")
    sees(answered, says("delete-done"))
    expect(button(answered, "delete-all")).to_be_focused()

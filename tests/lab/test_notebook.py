"""Every question type in a real JupyterLab, by mouse and by keyboard: the site's verdicts."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Page, expect

from tests.lab.conftest import (
    A_MINUTE,
    MODULE,
    ROOT,
    TALL,
    kernel_has,
    keys_stay,
    open_and_run,
    run_cell,
)
from tests.support.answers import WAYS
from tests.support.learner import Hand, Learner
from tests.support.moon import MOON

CASES = ("the-watcher", "the-traveller")
EQUAL = ("switch-it-on", "who-shines")
HANDS: tuple[Hand, ...] = ("mouse", "keyboard")


def learner(moon: Page, kind: str, hand: Hand) -> Learner:
    """One question of each type for each hand, so that no test meets another's answers."""
    questions = moon.locator(f'.sc-question[data-q*=\'"type":"{kind}"\']:not(.sc-case *)')
    question = questions.nth(HANDS.index(hand))
    question.scroll_into_view_if_needed()
    return Learner(question, hand)


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("kind", WAYS)
def test_answering(moon: Page, kind: str, hand: Hand) -> None:
    cells = moon.locator(".jp-Notebook .jp-Cell").count()
    who = learner(moon, kind, hand)
    who.press("Check")
    who.sees_nothing_graded()
    partly = who.partly()
    if partly is not None:
        who.check(partly)
        who.sees("partial")
        who.press("Try again")
    wrong = who.wrong()
    who.check(wrong)
    who.sees("incorrect")
    who.sees_feedback_to(wrong)
    who.press("Try again")
    who.check(who.right())
    who.sees("correct")
    assert moon.locator(".jp-Notebook .jp-Cell").count() == cells


@pytest.mark.parametrize(("name", "hand"), list(zip(EQUAL, HANDS, strict=True)))
def test_equal_texts(moon: Page, name: str, hand: Hand) -> None:
    question = moon.locator(f'[data-question="moon/{name}"]')
    question.scroll_into_view_if_needed()
    who = Learner(question, hand)
    who.check(who.partly())
    who.sees("partial")
    who.press("Try again")
    who.check(who.right())
    who.sees("correct")


@pytest.mark.parametrize(("name", "hand"), list(zip(CASES, HANDS, strict=True)))
def test_a_case(moon: Page, name: str, hand: Hand) -> None:
    case = moon.locator(f'[data-question="moon/{name}"]')
    status = case.locator("> .sc-status")
    for part in case.locator(".sc-question").all():
        expect(part).to_be_visible()
        who = Learner(part, hand)
        who.check(who.right())
        who.sees("correct")
        if case.locator("[data-waiting]").count():
            expect(status).to_contain_text("is now open")
    expect(case).to_have_attribute("data-result", "correct")


def test_a_number_from_code_is_graded_on_check(moon: Page) -> None:
    """And a quiz speaks its own language where the page has none of its own."""
    question = moon.locator('[data-question="mond/laufzeit"]')
    field = question.get_by_role("textbox")
    expect(field).to_have_value("1,28")
    expect(question).to_contain_text("Diese Zahl kommt aus deinem Code.")
    assert question.get_attribute("data-result") is None
    question.get_by_role("button", name="Prüfen", exact=True).click()
    expect(question).to_have_attribute("data-result", "correct")


def test_a_report_leads_to_the_repository_of_the_course(moon: Page) -> None:
    who = Learner(moon.locator('[data-question="moon/which-light"]'), "mouse")
    if who.root.get_attribute("data-result") is None:
        who.check(who.right())
    link = who.live.get_by_role("link", name="Something wrong with this question?")
    expect(link).to_be_visible()
    assert link.evaluate("a => a.href").startswith("https://example.org/moon/course/issues/new?")


def test_keys_stay_in_the_quiz(moon: Page) -> None:
    """In JupyterLab `b` inserts a cell, `d d` deletes one and an arrow leaves it."""
    keys_stay(moon, "b", "a", "d", "d", "x", "ArrowDown", "ArrowDown")


def test_every_quiz_and_card_is_shown_and_nothing_warns(notebook: Page) -> None:
    cells = nbformat.read(ROOT / MODULE, as_version=4).cells
    sources = [cell.source for cell in cells if cell.cell_type == "code"]
    quizzes = sum(source.startswith("quiz(") for source in sources)
    cards = sum(source.startswith("claim(") for source in sources)
    expect(notebook.locator(".jp-Notebook .selfcheck:has(.sc-live)")).to_have_count(quizzes)
    expect(notebook.locator(".jp-Notebook .ec-card")).to_have_count(cards)
    stderr = notebook.locator('[data-mime-type="application/vnd.jupyter.stderr"]')
    assert stderr.count() == 0


def test_code_of_quizzes_is_collapsed(notebook: Page) -> None:
    inputs = notebook.locator(".jp-CodeCell .jp-InputArea-editor:visible")
    assert inputs.count() == 0


def test_no_news_popup(notebook: Page) -> None:
    assert notebook.locator(".jp-toast-button, .Toastify__toast").count() == 0


def test_the_kernel_gets_the_attempts(lab: str, course: Path, home: Path, page: Page) -> None:
    ask = "from selfcheck import quiz\nshown = quiz('moon', 'which-light')\nshown"
    tell = "print('attempts:', [a['result']['success'] for a in shown.attempts])"
    notebook = nbformat.read(MOON / "notebooks" / "moon.ipynb", as_version=4)
    notebook.cells = [nbformat.v4.new_code_cell(code) for code in (ask, tell)]
    nbformat.write(notebook, course / MOON.name / "notebooks" / "own.ipynb")
    page.set_viewport_size(TALL)  # type: ignore[arg-type]
    open_and_run(page, lab, "moon/notebooks/own.ipynb")
    who = Learner(page.locator(".jp-Notebook .sc-question"), "mouse")
    who.check(who.wrong())
    who.press("Try again")
    who.check(who.right())
    kernel_has(home, 2)
    run_cell(page, 1)
    expect(page.get_by_text("attempts: [False, True]")).to_be_visible(timeout=A_MINUTE)

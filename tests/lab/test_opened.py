"""A saved notebook that is opened and not run: its quizzes answer, without a kernel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.lab.conftest import (
    A_MINUTE,
    LIVE,
    MODULE,
    MOON_NOTEBOOK,
    ROOT,
    TALL,
    copy_of,
    keys_stay,
    open_notebook,
    saved,
)
from tests.support.answers import WAYS
from tests.support.kept import attempts
from tests.support.learner import Hand, Learner
from tests.support.moon import COURSE

HANDS: tuple[Hand, ...] = ("mouse", "keyboard")


@pytest.fixture(scope="module")
def opened(
    shared: str,
    course: Path,
    own: dict[str, str],
    browser: Browser,
    browser_context_args: dict[str, Any],
) -> Iterator[Page]:
    """The notebook of the second course, opened and not run."""
    page = browser.new_page(**{**browser_context_args, "viewport": TALL})
    open_notebook(page, shared, copy_of(MOON_NOTEBOOK, "opened-moon.ipynb", course, own))
    expect(page.locator(LIVE)).to_have_count(3, timeout=A_MINUTE)
    yield page
    page.close()


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("kind", WAYS)
def test_answering(opened: Page, kind: str, hand: Hand) -> None:
    cells = opened.locator(".jp-Notebook .jp-Cell").count()
    questions = opened.locator(f'.sc-question[data-q*=\'"type":"{kind}"\']:not(.sc-case *)')
    question = questions.nth(HANDS.index(hand))
    question.scroll_into_view_if_needed()
    who = Learner(question, hand)
    wrong = who.wrong()
    who.check(wrong)
    who.sees("incorrect")
    who.press("Try again")
    who.check(who.right())
    who.sees("correct")
    slot = question.get_attribute("data-question") or ""
    assert len(attempts(opened, slot, COURSE)) == 2
    assert opened.locator(".jp-Notebook .jp-Cell").count() == cells


def test_each_quiz_speaks_its_own_language(opened: Page) -> None:
    """One was in German, and questions before and after it are asked in English."""
    german = opened.locator('[data-question="mond/laufzeit"]')
    german.get_by_role("textbox").fill("1,28")
    german.get_by_role("button", name="Prüfen", exact=True).click()
    expect(german.get_by_role("status")).to_have_text("Richtig")
    english = Learner(opened.locator('[data-question="moon/which-eclipse"]'), "mouse")
    if english.root.get_attribute("data-result"):
        english.press("Try again")
    english.check(english.right())
    english.sees("correct")


def test_plain_keys_stay_in_the_quiz_and_others_reach_jupyterlab(opened: Page) -> None:
    keys_stay(opened, "b", "a", "d", "d", "x", "ArrowDown", "Escape")
    assert saved(opened, "Control+s")


def test_the_course_answers_as_soon_as_it_is_opened(
    lab: str, course: Path, own: dict[str, str], page: Page
) -> None:
    page.set_viewport_size(TALL)  # type: ignore[arg-type]
    open_notebook(page, lab, copy_of(MODULE, "opened-module.ipynb", course, own))
    expect(page.locator(LIVE).first).to_be_attached(timeout=A_MINUTE)
    who = Learner(page.locator('.sc-question[data-q*=\'"type":"choice"\']').first, "mouse")
    who.check(who.right())
    who.sees("correct")
    page.reload()
    expect(page.locator(LIVE).first).to_be_attached(timeout=A_MINUTE)
    Learner(page.locator('.sc-question[data-q*=\'"type":"choice"\']').first, "mouse").sees(
        "correct"
    )


def test_every_saved_quiz_says_its_course() -> None:
    """Of which `quiz` in the notebook makes the same place for answers."""
    for path in _notebooks():
        text = path.read_text("utf-8")
        assert text.count("<div class='selfcheck'") == text.count('"selfcheck_course": "'), path


def _notebooks() -> list[Path]:
    folders = ("notebooks", "tests/moon/notebooks")
    return [path for folder in folders for path in sorted((ROOT / folder).glob("*.ipynb"))]

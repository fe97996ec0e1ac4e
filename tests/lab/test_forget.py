"""`selfcheck forget` in a terminal, while a notebook with answers is open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page

from selfcheck.log.store import Log
from tests.lab.conftest import kernel_has
from tests.lab.test_kernel import answer, ask_again, at
from tests.lab.test_log import opened
from tests.support.kept import attempts, kept
from tests.support.moon import COURSE
from tests.support.patience import until


def forget(own: dict[str, str]) -> str:
    """Forget all answers, as somebody does in a terminal; return what is said."""
    command = [sys.executable, "-m", "selfcheck", "forget", "--yes"]
    return subprocess.run(command, env=own, capture_output=True, text=True, check=True).stdout


def slots(home: Path) -> list[str]:
    return [row.slot for row in Log(home).rows(COURSE)]


def comes_back(page: Page) -> None:
    """Come back to the window, from that of the terminal."""
    page.evaluate("dispatchEvent(new Event('focus'))")


def test_who_comes_back_to_the_notebook_finds_nothing_answered(
    lab: str, course: Path, home: Path, own: dict[str, str], page: Page
) -> None:
    opened(page, lab, course)
    # Begun, and not checked.
    at(page, "which-eclipse").answer(at(page, "which-eclipse").wrong())
    answer(page, "which-light")
    kernel_has(home, 1)
    forget(own)
    kernel_has(home, 0)
    comes_back(page)
    at(page, "which-light").sees_nothing_graded()
    until(lambda: kept(page), lambda found: found == [])
    assert at(page, "which-eclipse").response() is None
    assert slots(home) == []

    answer(page, "which-eclipse")
    kernel_has(home, 1)
    ask_again(page)
    at(page, "which-light").sees_nothing_graded()
    at(page, "which-eclipse").sees("correct")
    assert slots(home) == ["moon/which-eclipse"]


def answered_and_forgotten(
    page: Page, lab: str, course: Path, home: Path, own: dict[str, str]
) -> None:
    """Answer a question in a notebook, and forget that in a terminal."""
    opened(page, lab, course)
    answer(page, "which-light")
    kernel_has(home, 1)
    forget(own)


def test_who_goes_on_answering_hears_of_it(
    lab: str, course: Path, home: Path, own: dict[str, str], page: Page
) -> None:
    """In a terminal of JupyterLab: its window is not left for that."""
    answered_and_forgotten(page, lab, course, home, own)
    answer(page, "which-eclipse")
    kernel_has(home, 1)
    at(page, "which-light").sees_nothing_graded()
    until(lambda: len(attempts(page)), lambda found: found == 1)
    assert slots(home) == ["moon/which-eclipse"]


def test_who_tries_again_what_was_forgotten_keeps_the_new_answer(
    lab: str, course: Path, home: Path, own: dict[str, str], page: Page
) -> None:
    answered_and_forgotten(page, lab, course, home, own)
    at(page, "which-light").press("Try again")
    answer(page, "which-light")
    kernel_has(home, 1)
    until(lambda: len(attempts(page)), lambda found: found == 1)
    ask_again(page)
    at(page, "which-light").sees("correct")
    assert [row.id for row in Log(home).rows(COURSE)] == [each["id"] for each in attempts(page)]

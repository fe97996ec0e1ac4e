"""Every page of the built site, as readers with different machines and needs meet it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SITE
from tests.support.alive import all_alive
from tests.support.kept import empty_for_good
from tests.support.sideways import sideways
from tests.support.site import pages
from tests.support.wcag import found_by_axe

PAGES = pages(SITE)
QUIZ = "<div class='selfcheck'"
WITH_QUIZ = [page for page in PAGES if QUIZ in (SITE / page).read_text("utf-8")]
NARROW = {"width": 320, "height": 640}


@pytest.fixture
def page(same_tab: Page) -> Page:
    return same_tab


def test_there_are_pages() -> None:
    assert len(PAGES) >= 3
    assert WITH_QUIZ


# They show what was answered elsewhere.
VIEWS = ("book/my-progress.html", "book/review.html")


@pytest.fixture(scope="module", params=PAGES)
def visited(
    request: pytest.FixtureRequest, one_tab: tuple[Page, list[str]], site: str
) -> Iterator[tuple[str, Page]]:
    """A page's name, and the page with all its quizzes alive, opened once for several tests."""
    name: str = request.param
    page, troubles = one_tab
    page.goto(f"{site}/{name}")
    all_alive(page)
    yield name, page
    empty_for_good(page)
    found = troubles.copy()
    troubles.clear()
    assert not found


def test_axe_finds_nothing(visited: tuple[str, Page]) -> None:
    found = found_by_axe(visited[1])
    assert found.violations_count == 0, found.generate_report()


def test_axe_finds_nothing_in_the_dark(visited: tuple[str, Page]) -> None:
    _, page = visited
    page.emulate_media(color_scheme="dark")
    page.reload()
    all_alive(page)
    found = found_by_axe(page)
    page.emulate_media(color_scheme="light")
    assert found.violations_count == 0, found.generate_report()


def test_nothing_scrolls_sideways_on_a_small_phone(
    visited: tuple[str, Page], browser_context_args: dict[str, Any]
) -> None:
    _, page = visited
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    page.reload()
    all_alive(page)
    found = sideways(page)
    page.set_viewport_size(browser_context_args["viewport"])
    assert not found


def test_a_page_says_what_it_is(visited: tuple[str, Page]) -> None:
    _, page = visited
    expect(page).to_have_title(re.compile(r"\w{3,}"))
    description = page.locator('meta[name="description"]').get_attribute("content") or ""
    assert 50 <= len(description) <= 200
    assert page.locator("h1").count() == 1


def test_every_quiz_comes_alive(visited: tuple[str, Page]) -> None:
    name, page = visited
    assert bool(all_alive(page)) == (name in WITH_QUIZ)


def test_the_engine_is_loaded_only_where_it_is_used(visited: tuple[str, Page]) -> None:
    name, page = visited
    scripts = page.locator('script[src*="selfcheck"]').count()
    assert bool(scripts) == (name in {*WITH_QUIZ, *VIEWS})


@pytest.mark.parametrize("name", WITH_QUIZ)
def test_without_javascript_questions_and_answers_are_there(
    without_script: Page, site: str, name: str
) -> None:
    without_script.goto(f"{site}/{name}")
    question = without_script.locator(".sc-question").first
    expect(question.locator(".sc-prompt")).to_be_visible()
    answer = question.locator(".sc-answer")
    expect(answer.locator(".sc-key")).to_be_hidden()
    answer.locator("summary").click()
    expect(answer.locator(".sc-key")).to_be_visible()
    expect(answer.locator(".sc-why")).to_be_visible()


@pytest.mark.parametrize("name", PAGES)
def test_a_copy_of_the_folder_opens_from_a_disk(page: Page, name: str) -> None:
    page.goto(Path(SITE / name).as_uri())
    all_alive(page)


def test_a_notebook_can_be_downloaded(module: Page) -> None:
    with module.expect_download() as waiting:
        module.get_by_role("link", name="Download this notebook").click()
    assert waiting.value.suggested_filename == "01-what-stem-cells-are.ipynb"
    assert waiting.value.path().read_text("utf-8").startswith("{")


def test_code_that_only_calls_a_quiz_is_hidden(module: Page) -> None:
    assert module.get_by_text("from selfcheck import quiz").count() == 0


def test_the_first_page_leads_to_the_first_module(page: Page, site: str) -> None:
    page.goto(f"{site}/index.html")
    page.wait_for_url("**/book/index.html")
    page.get_by_role("link", name="Start", exact=False).first.click()
    expect(page).to_have_url(re.compile("/notebooks/0"))
    expect(page.locator("h1")).to_be_visible()

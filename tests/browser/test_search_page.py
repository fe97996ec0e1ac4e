"""The page of the search: it finds what is asked, and shows no answer around it."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

DONE = re.compile("finished|found|did not match")


def found(page: Page, site: str, words: str) -> Locator:
    page.goto(f"{site}/search.html?q={words}")
    expect(page.locator("#search-results .search-summary")).to_contain_text(DONE)
    return page.locator("#search-results li")


def test_around_a_prompt_no_hint_and_no_answer_is_shown(page: Page, moon: str) -> None:
    results = found(page, moon, "moonlight")
    expect(results).not_to_have_count(0)
    expect(results.first.locator(".context")).to_contain_text("moonlight")
    for said in results.locator(".context").all_text_contents():
        assert "Think of a mirror" not in said
        assert "reflects sunlight" not in said
        assert "The Sun lights one half" not in said


def test_a_word_of_an_answer_leads_nowhere(page: Page, moon: str) -> None:
    expect(found(page, moon, "mirror")).to_have_count(0)

"""Waits for a page whose questions come alive one after another, near ones first."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def all_alive(page: Page) -> int:
    """Wait until all questions are alive, and return how many there are."""
    questions = page.locator(".sc-question").count()
    expect(page.locator(".sc-question > .sc-live")).to_have_count(questions)
    return questions

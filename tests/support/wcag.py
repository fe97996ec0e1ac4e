"""What axe finds on a page against WCAG."""

from __future__ import annotations

from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# To tell of what it finds in order takes axe as long as to look.
FAULTS_ALONE = {"resultTypes": ["violations"]}


def found_by_axe(page: Page, context: str | None = None) -> AxeResults:
    """Let axe look at *page*, or at what the selector *context* names."""
    return Axe().run(page, context=context, options=FAULTS_ALONE)

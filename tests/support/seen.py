"""Looks at what a page shows in whichever browser, by Playwright's `expect` or by our own."""

from __future__ import annotations

from typing import Any

import playwright.sync_api

from tests.support import webkit


def expect(place: Any) -> Any:
    """Return what waits until *place* is as a test says."""
    if isinstance(place, webkit.Locator):
        return webkit.Expected(place)
    return playwright.sync_api.expect(place)

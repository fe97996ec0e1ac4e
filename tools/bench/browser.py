"""The browser in which pages are measured."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tools import chromium

ROOT = Path(__file__).parents[2]
SITE = ROOT / "_build" / "html"
# Of what a page does once: the middle one counts, as the machine has business of its own.
TIMES = 3


@contextmanager
def opened() -> Iterator[Browser]:
    """Give a browser, and close it."""
    path = chromium.find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(chromium.ARGUMENTS))
        yield browser
        browser.close()

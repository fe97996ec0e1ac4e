"""What several kinds of test share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Request

from tools import chromium


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-messages",
        action="store_true",
        help="write the golden messages of the broken banks anew",
    )


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The Chromium that tools/chromium.py finds."""
    path = chromium.find()
    if path is None:
        pytest.fail("no Chromium; run `python -m tools.chromium`")
    return {**browser_type_launch_args, "executable_path": path, "args": [*chromium.ARGUMENTS]}


@pytest.fixture
def troubles(context: BrowserContext) -> list[str]:
    """What the console, the network and the scripts complain of, on all pages of a test."""
    found: list[str] = []

    def watch(page: Page) -> None:
        page.on(
            "console",
            lambda said: (
                found.append(f"{said.type}: {said.text}")
                if said.type in ("error", "warning")
                else None
            ),
        )
        page.on("pageerror", lambda error: found.append(f"script: {error}"))
        page.on("requestfailed", lambda asked: found.extend(_failure(asked)))
        page.on("request", lambda asked: found.extend(_elsewhere(asked.url)))
        page.on(
            "response",
            lambda got: found.append(f"{got.status}: {got.url}") if got.status >= 400 else None,
        )

    context.on("page", watch)
    return found


def _failure(asked: Request) -> list[str]:
    # Whoever leaves a page stops what it was still fetching.
    return [] if asked.failure == "net::ERR_ABORTED" else [f"{asked.failure}: {asked.url}"]


def _elsewhere(url: str) -> list[str]:
    parts = urlsplit(url)
    here = parts.scheme in ("data", "blob", "file") or parts.hostname == "127.0.0.1"
    return [] if here else [f"another host: {url}"]


@pytest.fixture
def no_troubles(troubles: list[str]) -> Iterator[None]:
    """Finds that nothing complained."""
    yield
    assert not troubles

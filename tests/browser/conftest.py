"""Chromium on the built site, with no kernel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Request

from tests.support.moon import built_alone
from tests.support.site import served

SITE = Path(__file__).parents[2] / "_build" / "html"


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the built site."""
    if not (SITE / "index.html").exists():
        pytest.fail("there is no built site; run `make book` first")
    with served(SITE) as address:
        yield address


@pytest.fixture(scope="session")
def moon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the second course, which knows no biology and is built by selfcheck alone."""
    with served(built_alone(tmp_path_factory.mktemp("moon"))) as address:
        yield address


@pytest.fixture(scope="session")
def mond(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same course with German pages."""
    with served(built_alone(tmp_path_factory.mktemp("mond"), language="de")) as address:
        yield address


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


@pytest.fixture(autouse=True)
def _no_troubles(troubles: list[str]) -> Iterator[None]:
    """Every browser test also finds that nothing complained."""
    yield
    assert not troubles


@pytest.fixture
def module(page: Page, site: str) -> Page:
    """The page of module 1."""
    page.goto(f"{site}/notebooks/01-what-stem-cells-are.html")
    return page


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A laptop's window."""
    return {**browser_context_args, "viewport": {"width": 1280, "height": 900}}

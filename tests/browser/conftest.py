"""Chromium on the built site, with no kernel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.support.kept import empty_for_good
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
def moon_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the second course, which knows no biology and is built by selfcheck alone."""
    return built_alone(tmp_path_factory.mktemp("moon"))


@pytest.fixture(scope="session")
def moon(moon_site: Path) -> Iterator[str]:
    """The address of the second course."""
    with served(moon_site) as address:
        yield address


@pytest.fixture(scope="session")
def mond(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same course with German pages."""
    with served(built_alone(tmp_path_factory.mktemp("mond"), language="de")) as address:
        yield address


@pytest.fixture(autouse=True)
def _no_troubles(request: pytest.FixtureRequest) -> None:
    """Every test with a tab of its own also finds that nothing complained.

    For one without, a tab would be made that nobody looks at.
    """
    if "context" in request.fixturenames:
        request.getfixturevalue("no_troubles")


@pytest.fixture
def same_tab(
    one_tab: tuple[Page, list[str]], browser_context_args: dict[str, Any]
) -> Iterator[Page]:
    """The tab of a module, for each of its tests as a new one would be: nothing complains in it.

    A module of many cases takes it in place of `page`. Scripts for all pages, `add_init_script`,
    stay: they are for a fixture of the whole module. So does the page until the next one comes.
    """
    page, troubles = one_tab
    yield page
    empty_for_good(page)
    page.unroute_all()
    page.emulate_media(media="null", color_scheme="light")
    page.set_viewport_size(browser_context_args["viewport"])
    found = troubles.copy()
    troubles.clear()
    assert not found
    assert page.context.pages == [page]


@pytest.fixture
def without_script(browser: Browser) -> Iterator[Page]:
    """A tab in which no script runs."""
    page = browser.new_page(java_script_enabled=False)
    yield page
    page.close()


@pytest.fixture
def quizzes(page: Page, moon: str) -> Page:
    """The page of the second course with its whole bank."""
    page.goto(f"{moon}/quizzes.html")
    return page


@pytest.fixture
def module(page: Page, site: str) -> Page:
    """The page of module 1."""
    page.goto(f"{site}/notebooks/01-what-stem-cells-are.html")
    return page


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A laptop's window."""
    return {**browser_context_args, "viewport": {"width": 1280, "height": 900}}

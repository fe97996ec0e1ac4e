"""The second course in each browser that is asked for: in Chromium, unless `--engines` says more.

What a page complains of fails the test in each of them. Of a browser that is not here the tests
are skipped, and the summary says which.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, ViewportSize

from tests.support import blocked, screen, webkit
from tests.support.blocked import DATABASE, STORAGE
from tests.support.kept import empty_for_good
from tests.support.moon import built_alone
from tests.support.site import served
from tests.support.troubles import watched
from tools import browsers

ENGINES = ("chromium", "firefox", "webkit")
WINDOW: ViewportSize = {"width": 1280, "height": 900}
# WebKit's driver has no log: here are what scripts throw, and what comes from another host.
CATCH = """<script>
  window.complaints = [];
  addEventListener("error", (e) => window.complaints.push(`script: ${e.message} in ${e.filename}`));
  addEventListener("unhandledrejection", (e) => window.complaints.push(`script: ${e.reason}`));
</script>"""
CAUGHT = """window.complaints.concat(performance.getEntriesByType("resource").map((e) => e.name)
  .filter((name) => /^https?:/.test(name) && new URL(name).hostname !== "127.0.0.1"))"""
Tab = tuple[Page, list[str]]
BLOCKED = f"<script>{blocked.SCRIPT}</script>"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test that needs a page in each of the browsers."""
    if "engine" in metafunc.fixturenames:
        named = metafunc.config.getoption("--engines").split(",")
        assert set(named) <= set(ENGINES), f"--engines knows {', '.join(ENGINES)}"
        metafunc.parametrize("engine", named, scope="session")


@pytest.fixture(scope="session")
def moon_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the second course."""
    return built_alone(tmp_path_factory.mktemp("moon"))


@pytest.fixture(scope="session")
def moon(moon_site: Path) -> Iterator[str]:
    """The address of the second course."""
    with served(moon_site, head=CATCH) as address:
        yield address


@pytest.fixture(scope="session")
def forgetful(moon_site: Path) -> Iterator[str]:
    """The address of the second course where the browser keeps nothing."""
    with served(moon_site, head=CATCH + BLOCKED) as address:
        yield address


@pytest.fixture(scope="session")
def half(moon_site: Path) -> Iterator[dict[str, str]]:
    """The address of the second course where one of two places is blocked, by its name."""
    storage, database = (CATCH + f"<script>{each}</script>" for each in (STORAGE, DATABASE))
    with served(moon_site, head=storage) as one, served(moon_site, head=database) as other:
        yield {"storage": one, "database": other}


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """The system's Firefox."""
    path = browsers.firefox()
    if path is None:
        pytest.skip(browsers.missing("firefox"))
    browser = playwright.firefox.launch(channel="moz-firefox", executable_path=path)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def chromium_tab(browser: Browser) -> Iterator[Tab]:
    """A tab of Chromium for all tests: one of its own takes longer than a test."""
    yield from _opened(browser)


@pytest.fixture(scope="session")
def firefox_tab(firefox: Browser) -> Iterator[Tab]:
    """A tab of Firefox for all tests."""
    yield from _opened(firefox)


@pytest.fixture(scope="session")
def window() -> Iterator[webkit.Page]:
    """The system's WebKit: one window for all tests."""
    programs = browsers.webkit()
    if programs is None:
        pytest.skip(browsers.missing("webkit"))
    with screen.opened(programs, WINDOW["width"], WINDOW["height"]) as driver:
        yield webkit.Page(driver)


@pytest.fixture
def excused() -> list[str]:
    """Words of complaints that a test expects."""
    return []


@pytest.fixture
def tab(
    engine: str, request: pytest.FixtureRequest, excused: list[str]
) -> Iterator[Page | webkit.Page]:
    """A page in one of the browsers, with nothing kept from earlier tests."""
    if engine == "webkit":
        page, troubles = request.getfixturevalue("window"), []
        yield page
        _empty_window(page, troubles)
    else:
        page, troubles = request.getfixturevalue(f"{engine}_tab")
        yield page
        empty_for_good(page)
    found = troubles.copy()
    troubles.clear()
    assert [each for each in found if not any(word in each for word in excused)] == []


@pytest.fixture
def quizzes(tab: Any, moon: str) -> Any:
    """The page of the second course with its whole bank."""
    tab.goto(f"{moon}/quizzes.html")
    return tab


def _opened(browser: Browser) -> Iterator[Tab]:
    context = browser.new_context(viewport=WINDOW)
    troubles = watched(context)
    yield context.new_page(), troubles
    context.close()


def _empty_window(page: webkit.Page, troubles: list[str]) -> None:
    troubles += page.evaluate(CAUGHT)
    # A file of the same address in which no script of ours runs and keeps something.
    page.goto(page.evaluate("new URL('_static/file.png', location.href).href"))
    empty_for_good(page)

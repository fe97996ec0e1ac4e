"""What several kinds of test share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, BrowserContext, Page

from selfcheck.log import keeper, place
from tests.support.troubles import watched
from tools import chromium

# How long something takes says here how busy the machine is: it is no fault of what is tested.
# And the same examples are tried each time, or a run that changes nothing could fail: others are
# tried by `make fuzz`.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-messages",
        action="store_true",
        help="write the golden messages of the broken banks anew",
    )
    parser.addoption(
        "--engines",
        default="chromium",
        help="the browsers for tests/browsers, with commas: chromium,firefox,webkit",
    )


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of the log of answers: no test reads or writes that of whoever runs it."""
    folder = tmp_path_factory.mktemp("home") / "selfcheck"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(place.VARIABLE, str(folder))
        patch.delenv(keeper.VARIABLE, raising=False)
        yield folder


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
    return watched(context)


@pytest.fixture
def no_troubles(troubles: list[str]) -> Iterator[None]:
    """Finds that nothing complained."""
    yield
    assert not troubles


@pytest.fixture(scope="module")
def one_tab(
    browser: Browser, browser_context_args: dict[str, Any]
) -> Iterator[tuple[Page, list[str]]]:
    """One tab for all tests of a module, and its troubles: a profile of its own takes long.

    Each test has to leave it empty, as `same_tab` of tests/browser does.
    """
    context = browser.new_context(**browser_context_args)
    troubles = watched(context)
    yield context.new_page(), troubles
    context.close()

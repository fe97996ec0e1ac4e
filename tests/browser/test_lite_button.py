"""The button *Open and run* leads to JupyterLite, or says in one line what would go wrong there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserType, Page, expect

from tests.support import lite_course, tiny
from tests.support.blocked import SCRIPT
from tests.support.site import served

PAGE = "notebooks/ebb & flow.html"
QUERY = "?path=notebooks/ebb%20%26%20flow.ipynb"
LAB, NOTEBOOKS = (
    re.compile(rf"/lite/{view}/index\.html{re.escape(QUERY)}$") for view in lite_course.VIEWS
)
ANYWAY = "Open it all the same"
NO_WORKERS = """Object.defineProperty(Navigator.prototype, "serviceWorker", {
  get() { throw new DOMException("not here", "SecurityError"); },
});"""
LITTLE = 'Object.defineProperty(Navigator.prototype, "deviceMemory", { get: () => 1 });'
OLD = "delete WebAssembly.Tag;"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a course, with the pages of a JupyterLite that runs nothing."""
    course = lite_course.written(tmp_path_factory.mktemp("tides"))
    lite_course.with_lite(course / "site")
    assert tiny.sphinx(course, "-W") == (0, "")
    return course / "site"


@pytest.fixture(scope="module")
def tides(folder: Path) -> Iterator[str]:
    with served(folder, head='<link rel="icon" href="data:,">') as address:
        yield address


def press(page: Page, address: str) -> None:
    page.goto(f"{address}/{PAGE}")
    page.get_by_role("link", name="Open and run").click()


def says(page: Page, text: str, *, hopeless: bool = False) -> None:
    line = page.get_by_role("status")
    expect(line).to_contain_text(text)
    expect(line.get_by_role("link", name=ANYWAY)).to_have_count(0 if hopeless else 1)


@pytest.mark.parametrize(
    ("width", "height", "view"),
    [(1280, 900, "lab"), (1024, 768, "lab"), (390, 844, "notebooks"), (844, 390, "notebooks")],
)
def test_it_leads_to_the_view_that_fits(
    page: Page, tides: str, width: int, height: int, view: str
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    press(page, tides)
    expect(page).to_have_url(f"{tides}/lite/{view}/index.html{QUERY}")
    expect(page).to_have_title(view)


def test_a_phone_is_turned(page: Page, tides: str) -> None:
    """What stands in the link is what opens in another tab too."""
    page.goto(f"{tides}/{PAGE}")
    link = page.get_by_role("link", name="Open and run")
    expect(link).to_have_attribute("href", LAB)
    page.set_viewport_size({"width": 390, "height": 844})
    expect(link).to_have_attribute("href", NOTEBOOKS)
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(link).to_have_attribute("href", LAB)


def test_without_javascript_it_is_a_link(without_script: Page, tides: str) -> None:
    press(without_script, tides)
    expect(without_script).to_have_title("lab")


@pytest.mark.parametrize(
    ("made", "text", "hopeless"),
    [
        (NO_WORKERS, "This window does not let Python read the course's files", False),
        (LITTLE, "This device has little memory", False),
        (OLD, "This browser is too old to run Python", True),
    ],
    ids=["workers", "memory", "old"],
)
def test_what_a_browser_lacks_is_said(
    page: Page, tides: str, made: str, text: str, hopeless: bool
) -> None:
    page.add_init_script(made)
    press(page, tides)
    says(page, text, hopeless=hopeless)


def test_a_browser_that_keeps_nothing_is_told(page: Page, tides: str, troubles: list[str]) -> None:
    page.add_init_script(SCRIPT)
    press(page, tides)
    says(page, "Nothing can be kept for this site here", hopeless=True)
    # The theme's script reads it without care.
    assert set(troubles) == {"script: blocked"}
    troubles.clear()


def test_whoever_wants_to_try_it_may(page: Page, tides: str) -> None:
    page.add_init_script(LITTLE)
    press(page, tides)
    page.get_by_role("link", name=ANYWAY).click()
    expect(page).to_have_title("lab")


def test_offline_is_said_until_one_is_online(page: Page, tides: str) -> None:
    """By a name that is secure: what 127.0.0.1 serves is there without a network."""
    page.goto(f"{tides.replace('127.0.0.1', 'tides.localhost')}/{PAGE}")
    page.context.set_offline(True)
    page.get_by_role("link", name="Open and run").click()
    says(page, "You are offline")
    page.context.set_offline(False)
    page.get_by_role("link", name="Open and run").click()
    expect(page).to_have_title("lab")


def test_from_a_disk_it_says_so(page: Page, folder: Path) -> None:
    press(page, folder.as_uri())
    says(page, "This page was opened from a disk", hopeless=True)


def test_by_http_it_says_so(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], tides: str
) -> None:
    """On this machine http counts as secure: so the site gets a name, as of another machine."""
    arguments = [
        *browser_type_launch_args["args"],
        "--host-resolver-rules=MAP tides.test 127.0.0.1",
    ]
    with browser_type.launch(**{**browser_type_launch_args, "args": arguments}) as browser:
        page = browser.new_page()
        press(page, tides.replace("127.0.0.1", "tides.test"))
        says(page, "This address begins with http")

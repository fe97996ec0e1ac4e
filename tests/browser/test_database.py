"""The browser's database of attempts: who gets it, when, and what it outlives."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, Playwright, Route, expect

from selfcheck import bank
from selfcheck.render import html
from tests.support.bare import bare_page
from tests.support.kept import attempts, empty, settled
from tests.support.learner import Learner
from tests.support.moon import MOON
from tests.support.site import served
from tools import chromium

NAMES = "indexedDB.databases().then((all) => all.map(({ name }) => name))"
PERSIST = """
  window.asked = 0;
  StorageManager.prototype.persist = async () => (window.asked += 1) > 0;
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("database")
    content = MOON / "content"
    picked = bank.pick(bank.load("moon", content), "which-light", "which-eclipse")
    bare_page(folder / "moon.html", html(picked, {}, None, content), course="moon")
    # A page that has a table of contents to mark.
    text = (folder / "moon.html").read_text("utf-8")
    marked = text.replace(' data-course="moon"', ' data-course="moon" data-marks="marks.js?v=1"')
    assert marked != text
    (folder / "marked.html").write_text(marked, encoding="utf-8")
    (folder / "marks.js").write_text("document.title = 'marked';", encoding="utf-8")
    with served(folder) as address:
        yield address


def at(page: Page, name: str = "which-light") -> Learner:
    return Learner(page.locator(f'[data-question="moon/{name}"]'), "mouse")


def solve(page: Page, name: str = "which-light") -> None:
    who = at(page, name)
    who.check(who.right())
    who.sees("correct")


def test_who_only_reads_gets_none(page: Page, place: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name in ("moon", "marked"):
        page.goto(f"{place}/{name}.html", wait_until="networkidle")
        expect(at(page).live).to_be_attached()
    assert page.evaluate(NAMES) == []
    assert not [url for url in asked if "/log.js" in url or "/marks.js" in url]
    page.goto(f"{place}/moon.html")
    solve(page)
    solve(page, "which-eclipse")
    settled(page)
    assert page.evaluate(NAMES) == ["selfcheck"]
    assert len([url for url in asked if "/log.js" in url]) == 1


def test_contents_are_marked_once_something_is_answered(page: Page, place: str) -> None:
    page.goto(f"{place}/marked.html")
    assert page.title() == "moon"
    solve(page)
    expect(page).to_have_title("marked")
    page.reload()
    expect(page).to_have_title("marked")


def test_the_first_attempt_asks_the_browser_not_to_delete(page: Page, place: str) -> None:
    page.add_init_script(PERSIST)
    page.goto(f"{place}/moon.html")
    expect(at(page).live).to_be_attached()
    assert page.evaluate("window.asked") == 0
    solve(page)
    solve(page, "which-eclipse")
    settled(page)
    assert page.evaluate("window.asked") == 1
    page.reload()
    at(page).sees("correct")
    assert page.evaluate("window.asked") == 0


def test_a_database_that_comes_late_is_followed(page: Page, place: str) -> None:
    page.goto(f"{place}/moon.html")
    solve(page)
    settled(page)
    held: list[Route] = []
    page.route("**/log.js*", lambda route: held.append(route))
    page.reload(wait_until="domcontentloaded")
    # Alive all the same, and what is checked meanwhile is kept.
    at(page).sees_nothing_graded()
    solve(page, "which-eclipse")
    held.pop().continue_()
    at(page).sees("correct")
    at(page, "which-eclipse").sees("correct")
    settled(page)
    assert len(attempts(page)) == 2


def test_without_the_script_attempts_stay_where_they_are(
    page: Page, place: str, troubles: list[str]
) -> None:
    page.route("**/log.js*", lambda route: route.abort())
    page.goto(f"{place}/moon.html")
    for _ in range(2):
        solve(page)
        page.reload()
        at(page).sees("correct")
        at(page).press("Try again")
    assert len(attempts(page)) == 2
    assert all("log.js" in each or "ERR_FAILED" in each for each in troubles)
    troubles.clear()


def test_a_page_that_comes_back_as_it_was_left_looks_again(page: Page, place: str) -> None:
    page.goto(f"{place}/moon.html")
    solve(page)
    settled(page)
    # By somebody who tells nobody.
    empty(page)
    at(page).sees("correct")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    at(page).sees_nothing_graded()


def test_an_attempt_outlives_a_browser_that_is_killed(
    playwright: Playwright, place: str, tmp_path: Path
) -> None:
    given = {
        "user_data_dir": tmp_path / "profile",
        "executable_path": chromium.find(),
        "args": [*chromium.ARGUMENTS],
    }
    context = playwright.chromium.launch_persistent_context(**given)
    page = context.new_page()
    page.goto(f"{place}/moon.html")
    solve(page)
    settled(page)
    killed(str(tmp_path / "profile"))
    with suppress(Error):
        context.close()
    again = playwright.chromium.launch_persistent_context(**given)
    page = again.new_page()
    page.goto(f"{place}/moon.html")
    assert len(attempts(page)) == 1
    again.close()


def killed(profile: str) -> None:
    """End all processes of the browser that has a profile, without a word."""
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if profile in (entry / "cmdline").read_text("utf-8", errors="replace"):
                os.kill(int(entry.name), signal.SIGKILL)

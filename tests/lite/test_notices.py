"""JupyterLite says in one line what goes wrong, and what to do instead."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserType, Page, Route, expect

from tests.support.blocked import FULL_DATABASE, ROOM_IN_DATABASE, SCRIPT
from tests.support.lite_site import NOTEBOOK, line, opened, save, says, write
from tools.lite.notices import VIEWS

pytestmark = pytest.mark.usefixtures("no_other_host", "patience")
# As a browser does that refuses them by a setting, and as one that has none.
REFUSED = """ServiceWorkerContainer.prototype.register = () =>
  Promise.reject(new DOMException("not here", "SecurityError"));"""
WORKERS = "This window does not let Python read the course's files"


def address_of(view: str) -> str:
    return f"lite/{view}/index.html?path={NOTEBOOK}"


def test_where_all_is_well_nothing_is_said(page: Page, address: str) -> None:
    """Before Python starts and after; quizzes answer at once, and the notebook stays as it came."""
    notebook = opened(page, address)
    expect(notebook.locator(".sc-live").first).to_be_visible()
    indicator = page.locator(".jp-Notebook-ExecutionIndicator")
    expect(indicator).to_have_attribute("data-status", "idle", timeout=180_000)
    expect(says(page)).to_have_count(0)
    assert not page.evaluate("jupyterapp.shell.currentWidget.context.model.dirty")


def test_from_a_disk(page: Page, folder: Path) -> None:
    for view in VIEWS:
        page.goto(f"{folder.as_uri()}/{address_of(view)}")
        expect(line(page, "This page was opened from a disk")).to_be_visible()
        expect(says(page)).to_have_count(1)


def test_by_http(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], address: str
) -> None:
    """On this machine http counts as secure: so the site gets a name, as of another machine."""
    arguments = [
        *browser_type_launch_args["args"],
        "--host-resolver-rules=MAP course.test 127.0.0.1",
    ]
    with browser_type.launch(**{**browser_type_launch_args, "args": arguments}) as browser:
        page = browser.new_page()
        notebook = opened(page, address.replace("127.0.0.1", "course.test"))
        expect(notebook.locator(".sc-live").first).to_be_visible()
        expect(line(page, "This address begins with http")).to_be_visible()
        expect(says(page)).to_have_count(1)


def test_without_a_service_worker(page: Page, address: str) -> None:
    """The site's own notebook is there to be downloaded."""
    page.add_init_script(REFUSED)
    opened(page, address)
    told = line(page, WORKERS)
    expect(told).to_be_visible()
    expect(says(page)).to_have_count(1)
    with page.expect_download() as taken:
        told.get_by_role("link", name="Download the notebook").click()
    assert taken.value.suggested_filename == "00-start-here.ipynb"


def test_where_the_browser_keeps_nothing(page: Page, address: str) -> None:
    page.add_init_script(SCRIPT)
    page.goto(f"{address}/{address_of('lab')}")
    expect(line(page, "Nothing can be kept for this site here")).to_be_visible()


def test_on_a_small_device_and_on_an_old_browser(page: Page, address: str) -> None:
    page.add_init_script(
        'Object.defineProperty(Navigator.prototype, "deviceMemory", { get: () => 1 });'
    )
    opened(page, address)
    expect(line(page, "This device has little memory")).to_be_visible()
    page.add_init_script("delete WebAssembly.Tag;")
    page.reload()
    expect(line(page, "This browser is too old to run Python")).to_be_visible()


def test_a_kernel_that_does_not_start(page: Page, address: str) -> None:
    page.clock.install()
    page.route("**/pyodide.asm.wasm", lambda route: None)
    opened(page, address)
    expect(page.locator(".jp-Notebook-ExecutionIndicator")).to_have_attribute(
        "data-status", "unknown"
    )
    expect(says(page)).to_have_count(0)
    page.clock.fast_forward(61_000)
    told = line(page, "Python has not started within a minute")
    expect(told.get_by_role("button", name="Reload")).to_be_visible()


def test_a_part_that_does_not_come(page: Page, address: str) -> None:
    page.route("**/build/*/bundle.js*", lambda route: route.abort())
    page.goto(f"{address}/{address_of('lab')}")
    told = line(page, "A part of JupyterLab did not come")
    expect(told).to_be_visible()
    page.unroute_all()
    told.get_by_role("button", name="Reload").click()
    expect(page.locator(".jp-Notebook")).to_be_visible()
    expect(says(page)).to_have_count(0)


def test_where_it_takes_long_to_begin(page: Page, address: str) -> None:
    page.clock.install()
    held: list[Route] = []
    page.route("**/build/*/bundle.js*", lambda route: held.append(route))
    page.goto(f"{address}/{address_of('lab')}", wait_until="commit")
    page.wait_for_function("() => Boolean(window.courseLite?.say)")
    expect(says(page)).to_have_count(0)
    page.clock.fast_forward(61_000)
    told = line(page, "JupyterLab takes long to begin")
    expect(told.get_by_role("button", name="Reload")).to_be_visible()
    for each in held:
        each.continue_()
    # JupyterLite is looked for from time to time.
    page.clock.resume()
    expect(told).to_have_count(0)


def test_offline_until_one_is_online(page: Page, address: str) -> None:
    """By a name that is secure: what 127.0.0.1 serves is there without a network."""
    opened(page, address.replace("127.0.0.1", "course.localhost"))
    page.add_init_script(
        'Object.defineProperty(Navigator.prototype, "onLine", { get: () => false });'
    )
    page.reload()
    told = line(page, "You are offline")
    expect(told).to_be_visible()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(told).to_have_count(0)


def test_where_there_is_no_more_room(page: Page, address: str) -> None:
    """What could not be saved can be taken along as it is, until there is room again."""
    opened(page, address)
    write(page, "My own words.")
    page.evaluate(FULL_DATABASE)
    page.keyboard.press("Control+s")
    told = line(page, "Your notebook could not be saved")
    # JupyterLab says first that it could not; ours says what to do.
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    with page.expect_download() as taken:
        told.get_by_role("button", name="Download mine").click()
    notebook = json.loads(Path(taken.value.path()).read_text("utf-8"))
    assert notebook["cells"][0]["source"] == "My own words."
    page.evaluate(ROOM_IN_DATABASE)
    save(page)
    expect(told).to_have_count(0)


def test_a_line_is_read_out_and_closed_and_hides_nothing(page: Page, address: str) -> None:
    """On a phone too, in light and dark."""
    page.add_init_script(REFUSED)
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, address, "notebooks")
    told = line(page, WORKERS)
    expect(page.get_by_role("status").filter(has=told)).to_be_visible()
    below = "document.querySelector('#main').getBoundingClientRect().top"
    height = told.bounding_box()["height"]  # type: ignore[index]
    page.wait_for_function(f"({below}) > {height - 1}")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        page.evaluate(
            "theme => jupyterapp.commands.execute('apputils:change-theme', { theme })", theme
        )
        expect(page.locator("body")).to_have_attribute("data-jp-theme-name", theme)
        found = Axe().run(
            page, context=".course-notices", options={"runOnly": ["wcag2a", "wcag2aa"]}
        )
        assert found.response["violations"] == []
    told.get_by_role("button", name="Close this message").press("Enter")
    expect(told).to_have_count(0)
    page.wait_for_function(f"({below}) === 0")


def test_the_service_worker_keeps_to_jupyterlite(page: Page, site: str) -> None:
    """The pages of the site are not under it."""
    opened(page, site)
    page.wait_for_function("navigator.serviceWorker.controller")
    asked = "async () => (await navigator.serviceWorker.getRegistrations()).map(r => r.scope)"
    assert page.evaluate(asked) == [f"{site}/lite/"]
    page.goto(f"{site}/notebooks/00-start-here.html")
    assert page.evaluate("navigator.serviceWorker.controller") is None
    got = page.reload()
    assert got
    assert not got.from_service_worker
    assert page.evaluate(asked) == [f"{site}/lite/"]

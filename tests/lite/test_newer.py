"""What a reader saved in JupyterLite stays theirs when the site has something newer."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.blocked import FULL_DATABASE, ROOM_IN_DATABASE
from tests.support.lite_site import (
    NOTEBOOK,
    copied,
    line,
    opened,
    publish,
    save,
    says,
    stands,
    write,
)

pytestmark = pytest.mark.usefixtures("no_other_host", "patience")
NEWER = "There is a newer version of this notebook on the site. Yours is kept as it is:"
FILES = """async () => {
  const { contents } = jupyterapp.serviceManager;
  return (await contents.get("notebooks", { content: true })).content.map((each) => each.path);
}"""
KEPT = "path => jupyterapp.serviceManager.contents.get(path, { content: true })"
AWAY = """() => {
  const { fetch } = window;
  window.back = () => { window.fetch = fetch; };
  window.fetch = (asked, ...how) =>
    String(asked).includes("/files/") ? Promise.reject(new TypeError()) : fetch(asked, ...how);
}"""
MINE = re.compile(r"00-start-here \(mine, \d{4}-\d\d-\d\d\)\.ipynb")


def test_what_was_only_opened_follows_the_site(page: Page, address: str, folder: Path) -> None:
    """No cache holds it back; and nothing is saved that nobody wrote, so nothing is said."""
    publish(folder, "The first version.")
    expect(opened(page, address)).to_contain_text("The first version.")
    publish(folder, "The second version.")
    notebook = opened(page, address)
    expect(notebook).to_contain_text("The second version.")
    expect(notebook).not_to_contain_text("The first version.")
    assert not page.evaluate("jupyterapp.shell.currentWidget.context.model.dirty")
    expect(says(page)).to_have_count(0)


def test_what_is_saved_stays_and_can_be_taken_along(page: Page, address: str) -> None:
    opened(page, address)
    write(page, "My own words.")
    save(page)
    page.reload()
    expect(stands(page)).to_contain_text("My own words.")
    expect(says(page)).to_have_count(0)
    with page.expect_download() as taken:
        page.get_by_role("menuitem", name="File", exact=True).click()
        page.get_by_role("menuitem", name="Download", exact=True).click()
    # JupyterLite names it by its path.
    assert taken.value.suggested_filename.endswith("00-start-here.ipynb")
    assert "My own words." in Path(taken.value.path()).read_text("utf-8")

    # The site's is there again once theirs is deleted.
    page.locator(".jp-DirListing-item", has_text="00-start-here").click(button="right")
    page.locator('.lm-Menu-item[data-command="filebrowser:delete"]').click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.locator(".jp-Notebook")).to_have_count(0)
    expect(opened(page, address)).not_to_contain_text("My own words.")


def test_a_site_that_moves_has_what_is_saved(page: Page, address: str, folder: Path) -> None:
    opened(page, address)
    write(page, "My own words.")
    save(page)
    copied(folder / "lite", folder / "moved")
    expect(opened(page, f"{address}/moved")).to_contain_text("My own words.")


def test_what_is_written_is_saved_by_itself(page: Page, address: str) -> None:
    page.clock.install()
    opened(page, address)
    write(page, "My own words.")
    page.clock.fast_forward(125_000)
    page.wait_for_function("() => !jupyterapp.shell.currentWidget.context.model.dirty")
    kept = page.evaluate(KEPT, NOTEBOOK)
    assert kept["content"]["cells"][0]["source"] == "My own words."


def test_a_newer_version_is_told_and_brought_without_loss(
    page: Page, address: str, folder: Path
) -> None:
    opened(page, address)
    write(page, "My own words.")
    save(page)
    publish(folder, "The new version.")
    expect(opened(page, address)).to_contain_text("My own words.")
    told = line(page, NEWER)
    write(page, "Not saved yet.")

    with page.expect_download() as taken:
        told.get_by_role("button", name="Download mine").click()
    assert taken.value.suggested_filename == "00-start-here.ipynb"
    notebook = json.loads(Path(taken.value.path()).read_text("utf-8"))
    assert [each["source"] for each in notebook["cells"][:2]] == ["Not saved yet.", "My own words."]

    # Where there is no room for a copy, nothing happens to theirs.
    page.evaluate(FULL_DATABASE)
    told.get_by_role("button", name="Get the new one").click()
    failed = line(page, "The new one was not opened")
    expect(failed).to_be_visible()
    expect(page.locator(".jp-Notebook")).to_contain_text("My own words.")
    page.evaluate(ROOM_IN_DATABASE)

    # Nor where the new one cannot be had.
    page.evaluate(AWAY)
    told.get_by_role("button", name="Get the new one").click()
    away = line(page, "The new one could not be fetched")
    expect(away).to_be_visible()
    expect(failed).to_have_count(0)
    expect(page.locator(".jp-Notebook")).to_contain_text("My own words.")
    assert not [*filter(MINE.search, page.evaluate(FILES))]
    page.evaluate("back()")

    told.get_by_role("button", name="Get the new one").click()
    notebook_shown = page.locator(".jp-Notebook")
    expect(notebook_shown).to_contain_text("The new version.")
    expect(notebook_shown).not_to_contain_text("My own words.")
    expect(told).to_have_count(0)
    expect(away).to_have_count(0)
    got = line(page, "This is the new one. Yours stands beside it")
    expect(got).to_have_text(MINE)
    got.get_by_role("button", name="Open yours").click()
    expect(stands(page)).to_contain_text("My own words.")
    opened(page, address)
    expect(stands(page)).to_contain_text("The new version.")
    expect(says(page)).to_have_count(0)

    files = page.evaluate(FILES)
    (mine,) = filter(MINE.search, files)
    own = opened(page, address, path=mine)
    expect(own).to_contain_text("Not saved yet.")
    expect(own).to_contain_text("My own words.")
    # It is no notebook of the site any more.
    expect(says(page)).to_have_count(0)

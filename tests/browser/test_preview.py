"""`selfcheck preview` in a browser: a save is seen, and a mistake where it stands."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from selfcheck.preview.server import Preview
from tests.support.learner import Learner
from tests.support.moon import MOON
from tests.support.wcag import found_by_axe


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The content folder of a copy of the second course."""
    shutil.copytree(MOON, tmp_path / "moon")
    return tmp_path / "moon" / "content"


@pytest.fixture
def preview(folder: Path, page: Page) -> Iterator[Preview]:
    """A preview of that folder."""
    with Preview(folder, 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        # Or its page would complain that nobody answers.
        page.goto("about:blank")
        server.shutdown()
        thread.join()


def edit(folder: Path, before: str, after: str) -> None:
    path = folder / "questions" / "moon.yaml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def test_an_author_sees_each_save(page: Page, preview: Preview, folder: Path) -> None:
    page.goto(preview.address)
    page.get_by_role("link", name="The Moon", exact=True).click()
    expect(page.get_by_text("Nothing to mend")).to_be_visible()
    first = page.locator('[data-question="moon/which-light"]')
    who = Learner(first, "mouse")
    who.check(who.right())
    who.sees("correct")

    edit(folder, "Where does moonlight come from?", "What lights the Moon?")
    expect(first.get_by_role("group", name="What lights the Moon?")).to_be_visible()

    edit(folder, "    explanation: The Sun lights", "    explaining: The Sun lights")
    article = page.locator("#which-light")
    expect(article.get_by_text(re.compile("explaining")).first).to_be_visible()
    expect(article.locator(".sc-question")).to_have_count(0)
    page.get_by_role("link", name="which-light").click()
    expect(page.locator("#which-light:target")).to_be_visible()
    # The others are there, and answer.
    who = Learner(page.locator('[data-question="moon/which-eclipse"]'), "keyboard")
    who.check(who.wrong())
    who.sees("incorrect")

    edit(folder, "    explaining: The Sun lights", "    explanation: The Sun lights")
    expect(page.get_by_text("Nothing to mend")).to_be_visible()
    expect(first.locator("form.sc-live")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_by_everyone(
    page: Page, preview: Preview, folder: Path, scheme: str
) -> None:
    before = preview.watch.state
    edit(folder, "    sources: []", "    sources: [nobody2020]")
    # A page that is open by then would be loaded once more.
    preview.watch.other_than(before, timeout=60)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for path in ("", "bank/moon"):
        page.goto(preview.address + path)
        expect(page.get_by_text("1 to mend").first).to_be_visible()
        found = found_by_axe(page)
        assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

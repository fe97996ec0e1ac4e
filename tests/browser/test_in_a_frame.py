"""In a frame that forbids forms, storage and more, as learning platforms have them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from selfcheck import bank, words
from selfcheck.render import html
from tests.support.bare import bare_page
from tests.support.learner import Hand, Learner
from tests.support.moon import MOON
from tests.support.site import served

OUTER = """<!DOCTYPE html><html lang="en"><head><title>Platform</title>
<link rel="icon" href="data:,"></head>
<body><iframe src="moon.html" title="Course" sandbox="{sandbox}" width="700" height="900"></iframe>
</body></html>"""
# Without allow-same-origin the page has no origin, and reading `localStorage` throws.
SANDBOXES = ("allow-scripts", "allow-scripts allow-same-origin")
TYPES = (
    "which-light",
    "full-moon-facts",
    "light-time",
    "order-of-phases",
    "phase-and-time",
    "day-or-night",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    place = tmp_path_factory.mktemp("framed")
    content = MOON / "content"
    picked = bank.pick(bank.load("moon", content), *TYPES)
    bare_page(place / "moon.html", html(picked, {}, None, content), course="moon")
    with served(place) as address:
        yield address, place


def framed(page: Page, folder: tuple[str, Path], sandbox: str) -> FrameLocator:
    address, place = folder
    (place / "outer.html").write_text(OUTER.format(sandbox=sandbox), encoding="utf-8")
    page.goto(f"{address}/outer.html")
    return page.frame_locator("iframe")


@pytest.fixture(autouse=True)
def _no_advice(no_troubles: None, troubles: list[str]) -> Iterator[None]:
    """Chromium warns whoever writes the outer page that such a frame may free itself."""
    yield
    troubles[:] = [each for each in troubles if "can escape its sandboxing" not in each]


@pytest.mark.parametrize("sandbox", SANDBOXES)
@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
def test_every_question_is_checked(
    page: Page, folder: tuple[str, Path], sandbox: str, hand: Hand
) -> None:
    frame = framed(page, folder, sandbox)
    for name in TYPES:
        who = Learner(frame.locator(f'[data-question="moon/{name}"]'), hand)
        who.check(who.wrong())
        expect(who.root).to_have_attribute("data-result", "incorrect")
        who.press("Try again")
        who.check(who.right())
        who.sees("correct")


@pytest.mark.parametrize("sandbox", SANDBOXES)
def test_it_says_whether_it_can_remember(
    page: Page, folder: tuple[str, Path], sandbox: str
) -> None:
    frame = framed(page, folder, sandbox)
    expect(frame.locator("form.sc-live").first).to_be_visible()
    said = frame.get_by_text(words.say("en", "forgets-page"))
    expect(said).to_have_count(0 if "same-origin" in sandbox else 1)

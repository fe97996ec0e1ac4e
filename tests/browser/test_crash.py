"""What a learner has typed is kept with each letter: a tab that is killed takes nothing along."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Error, Page, expect

from selfcheck import convert
from selfcheck.render import html
from tests.support.bare import bare_page
from tests.support.one_of_each import COMMON, QUESTIONS
from tests.support.site import served


def test_a_crash_takes_nothing_that_was_typed(page: Page, tmp_path: Path) -> None:
    question = {**COMMON, "type": "short-text", **QUESTIONS["short-text"]}
    data = {"schema": 1, "id": "t", "title": "T", "objectives": {"o": "O"}}
    bare_page(tmp_path / "index.html", html(convert.bank({**data, "questions": [question]}), {}))
    with served(tmp_path) as address:
        page.goto(f"{address}/index.html")
        page.get_by_role("textbox").press_sequentially("progeni")
        # Whoever crashes does not answer.
        with page.expect_event("crash"), suppress(Error):
            page.goto("chrome://crash")
        page.close()
        again = page.context.new_page()
        again.goto(f"{address}/index.html")
        expect(again.get_by_role("textbox")).to_have_value("progeni")
        again.close()

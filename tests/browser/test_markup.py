"""Markup in a bank can never run script, in either host.

Three lines of defence stand before it. Here the first two are passed by: what an author may not
write is rendered all the same for the page, and raw HTML is handed to the notebook's half.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from selfcheck import convert
from selfcheck.questions import Bank
from selfcheck.render import html
from selfcheck.render.quiz import VERSION
from tests.support.bare import bare_page
from tests.support.notebook import bare_notebook, run
from tests.support.site import served
from tests.unit.test_render import HOSTILE

RAW = """<div class="selfcheck" data-version="VERSION" data-quiz="x">
<section class="sc-question" data-question="x/y"
 data-q='{"type":"choice","fp":"00000001","ids":"a b","key":"a"}'>
<div class="sc-prompt"><p>Which? PLACE</p></div>
<ol class="sc-options"><li>a PLACE</li><li>b</li></ol>
<details class="sc-answer"><summary>Answer</summary><p class="sc-key">A</p>
<ol class="sc-feedback"><li>PLACE</li><li>no</li></ol><div class="sc-why">PLACE</div></details>
</section></div>"""
RAW_HOSTILE = [
    "<script>window.pwned = 1</script>",
    "<img src='data:,x' onerror='window.pwned = 1'>",
    "<svg onload='window.pwned = 1'></svg>",
    "<iframe srcdoc='<script>parent.pwned = 1</script>'></iframe>",
    "<a id=trap href='javascript:window.pwned=1'>x</a>",
    "<details open ontoggle='window.pwned = 1'><summary>x</summary></details>",
]


def bank(text: str) -> Bank:
    options = [
        {"text": f"a {text}", "feedback": text, "correct": True},
        {"text": "b", "feedback": text},
    ]
    question = {
        "id": "one",
        "type": "choice",
        "objective": "o",
        "level": "apply",
        "prompt": f"Which? {text}",
        "options": options,
        "explanation": text,
        "hints": [text],
        "sources": [],
    }
    data = {"schema": 1, "id": "t", "title": "T", "objectives": {"o": "O"}}
    return convert.bank({**data, "questions": [question]})


@pytest.fixture
def page(same_tab: Page) -> Page:
    return same_tab


@pytest.fixture
def place(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder that is served."""
    with served(tmp_path) as address:
        yield tmp_path, address


@pytest.mark.parametrize("text", HOSTILE)
def test_on_the_page(page: Page, place: tuple[Path, str], text: str) -> None:
    folder, address = place
    bare_page(folder / "index.html", html(bank(text), {}))
    page.goto(f"{address}/index.html")
    expect(page.locator(".sc-live")).to_be_attached()
    for link in page.locator(".sc-question a").all():
        assert (link.get_attribute("href") or "https:").startswith("https:")
    assert page.evaluate("window.pwned") is None


@pytest.mark.parametrize("text", RAW_HOSTILE)
def test_in_the_notebook(page: Page, place: tuple[Path, str], text: str) -> None:
    folder, address = place
    bare_notebook(folder / "index.html")
    page.goto(f"{address}/index.html")
    run(page, RAW.replace("VERSION", str(VERSION)).replace("PLACE", text))
    expect(page.locator(".sc-live")).to_be_attached()
    live = page.locator(".sc-live").first
    live.locator("input[type=radio]").first.click()
    live.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator("[data-result]")).to_be_attached()
    for link in page.locator("a").all():
        assert link.get_attribute("href") is None
    assert page.locator("body :is(script, iframe)").count() == 0
    assert page.evaluate("window.pwned") is None

"""Marks in the table of contents: what of each page is answered."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.support.course_log import bring, says, sees, solve, term
from tests.support.moon import built_alone
from tests.support.wcag import found_by_axe

# A database that is gone; who was refused it.
GONE = """
window.refused = [];
indexedDB.open = () => {
  window.refused.push(new Error().stack);
  throw new Error("gone");
};
"""


def entry(page: Page, title: str) -> Locator:
    """Return the entry of the page *title* in the theme's table of contents."""
    return page.locator(".sidebar-tree a").filter(has_text=re.compile(f"^{re.escape(title)}"))


def marked(page: Page, title: str, key: str, language: str = "en", **values: int) -> None:
    """See the mark of a page, in words and as a picture."""
    mark = entry(page, title).locator(".sc-page-mark")
    expect(mark).to_have_text(f" ({says(key, language, **values)})")
    expect(mark.locator("svg")).to_be_visible()


def test_what_was_answered_is_marked_on_the_next_page(page: Page, moon: str) -> None:
    page.goto(f"{moon}/twice.html")
    solve(page, "which-light", "full-moon-facts", "light-time")
    page.goto(f"{moon}/paged.html")
    marked(page, "Quizzes on a page", "mark-some", done=3, of=25)
    marked(page, "Drawn anew", "mark-some", done=3, of=6)
    marked(page, "Then and now", "mark-some", done=3, of=6)
    expect(entry(page, "One at a time").locator(".sc-page-mark")).to_have_count(0)
    link = page.get_by_role("link", name="Then and now (3 of 6 questions answered)")
    expect(link.first).to_be_visible()
    # The theme's own contrast is the theme's affair.
    found = found_by_axe(page, ".sc-page-mark")
    assert found.violations_count == 0, found.generate_report()


def test_a_page_of_which_all_is_answered(page: Page, moon: str) -> None:
    page.goto(f"{moon}/progress.html")
    expect(page.locator(".sc-course [aria-busy=false]")).to_be_visible()
    made = term(3, ["which-light", "full-moon-facts", "light-time"])
    for n, each in enumerate(term(3, ["which-light", "full-moon-facts", "light-time"])):
        each["id"] = f"after-{n}"
        each["context"]["extensions"]["urn:selfcheck:sitting"] = "after"
        made.append(each)
    bring(page, json.dumps(made))
    sees(page, says("along-added", n=6, known=0))
    # Here too, and without loading the page again.
    marked(page, "Then and now", "mark-whole", of=6)
    page.goto(f"{moon}/twice.html")
    marked(page, "Then and now", "mark-whole", of=6)


def test_who_has_answered_nothing_loads_nothing_for_it(page: Page, moon: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{moon}/quizzes.html", wait_until="networkidle")
    assert not [url for url in asked if "marks.js" in url or "pages.js" in url]
    expect(page.locator(".sc-page-mark")).to_have_count(0)


@pytest.mark.parametrize("name", ["progress", "quizzes"])
def test_what_another_tab_answers_is_marked_too(
    page: Page, context: BrowserContext, moon: str, name: str
) -> None:
    page.goto(f"{moon}/twice.html")
    solve(page, "which-light")
    page.goto(f"{moon}/{name}.html")
    marked(page, "Then and now", "mark-some", done=1, of=6)
    other = context.new_page()
    other.goto(f"{moon}/twice.html")
    solve(other, "light-time")
    marked(page, "Then and now", "mark-some", done=2, of=6)


def test_a_letter_that_is_typed_draws_no_mark_anew(page: Page, moon: str) -> None:
    page.goto(f"{moon}/quizzes.html")
    solve(page, "which-light")
    marked(page, "Quizzes on a page", "mark-some", done=1, of=25)
    page.evaluate(
        """() => {
          const { count } = IDBObjectStore.prototype;
          globalThis.asked = 0;
          IDBObjectStore.prototype.count = function (...given) {
            globalThis.asked += 1;
            return count.apply(this, given);
          };
          globalThis.heard = 0;
          new BroadcastChannel("selfcheck").onmessage = () => { globalThis.heard += 1; };
        }"""
    )
    field = page.locator('[data-question="moon/light-time"]').first.get_by_role("textbox")
    field.press_sequentially("1234567")
    # The marks have heard of each letter by then.
    page.wait_for_function("heard >= 7")
    assert page.evaluate("asked") == 0
    solve(page, "light-time")
    marked(page, "Quizzes on a page", "mark-some", done=2, of=25)
    assert page.evaluate("asked") > 0


def test_where_the_database_fails_nothing_complains(page: Page, moon: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{moon}/quizzes.html")
    solve(page, "which-light")
    marked(page, "Quizzes on a page", "mark-some", done=1, of=25)
    page.add_init_script(GONE)
    page.reload()
    page.wait_for_function("refused.some((by) => by.includes('/marks.js'))")
    # What nobody has caught is an error once this turn is over.
    page.evaluate("new Promise((done) => setTimeout(done))")
    assert not errors


def test_from_a_disk_and_in_another_language(page: Page, tmp_path: Path) -> None:
    site = built_alone(tmp_path, language="de")
    page.goto((site / "quizzes.html").as_uri())
    solve_german(page)
    page.goto((site / "twice.html").as_uri())
    marked(page, "Quizzes on a page", "mark-some", "de", done=1, of=25)


def solve_german(page: Page) -> None:
    """Check one question with the buttons of a German page."""
    question = page.locator('[data-question="moon/which-light"]').first
    question.get_by_label("From the Sun").check()
    question.get_by_role("button", name=says("check", "de"), exact=True).click()
    expect(question).to_have_attribute("data-result", "correct")

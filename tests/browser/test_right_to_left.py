"""A quiz that reads from right to left, on a page and in a notebook."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from selfcheck.render import html
from tests.support.asked import asked
from tests.support.bare import bare_page
from tests.support.learner import Learner
from tests.support.notebook import bare_notebook, run
from tests.support.site import served

CHOICE = """
prompt: ما هي الخلية (cell)؟
options:
  - {id: life, text: "وحدة الحياة (unit of life).", feedback: نعم, correct: true}
  - {id: sum, text: "جدول 5 + 3 = 8.", feedback: لا}
"""
NUMERIC = """
prompt: كم درجة؟
answer: -18
tolerance: 1
unit: °C
"""
# Where each character of an element's own text stands, from left to right.
SEEN = """element => {
  const found = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data } = walker.currentNode;
    for (let n = 0; n < data.length; n += 1) {
      const range = document.createRange();
      range.setStart(walker.currentNode, n);
      range.setEnd(walker.currentNode, n + 1);
      if (data[n].trim()) found.push([range.getBoundingClientRect().left, data[n]]);
    }
  }
  return found.sort(([one], [other]) => one - other).map(([, sign]) => sign).join("");
}"""


@pytest.fixture(params=["page", "notebook"])
def host(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def shown(page: Page, host: str, folder: Path, kind: str, text: str) -> Learner:
    quiz = html(asked(folder, kind, text, "ar"), {})
    if host == "page":
        bare_page(folder / "index.html", quiz)
        # It is loaded at the first check, when nobody serves the page any more.
        page.route("**/log.js*", lambda route: route.fulfill(path=folder / "log.js"))
    else:
        bare_notebook(folder / "index.html")
    with served(folder) as address:
        page.goto(f"{address}/index.html")
        if host == "notebook":
            run(page, quiz)
        page.wait_for_load_state("networkidle")
        return Learner(page.locator(".sc-question"), "mouse")


def test_question_mark_and_radio_buttons_stand_where_they_are_read(
    page: Page, host: str, tmp_path: Path
) -> None:
    who = shown(page, host, tmp_path, "choice", CHOICE)
    expect(page.locator(".selfcheck")).to_have_css("direction", "rtl")
    legend = who.live.locator("legend")
    assert legend.evaluate(SEEN).startswith("؟")
    for option in who.live.get_by_role("radio").all():
        button, label = option.bounding_box(), option.locator("xpath=..").bounding_box()
        assert button is not None
        assert label is not None
        assert button["x"] > label["x"] + label["width"] / 2


def test_a_sum_reads_from_left_to_right(page: Page, host: str, tmp_path: Path) -> None:
    who = shown(page, host, tmp_path, "choice", CHOICE)
    sums = who.live.locator("label", has_text="جدول")
    assert "5+3=8" in sums.evaluate(SEEN)


def test_a_number_stands_before_its_unit_and_after_its_sign(
    page: Page, host: str, tmp_path: Path
) -> None:
    who = shown(page, host, tmp_path, "numeric", NUMERIC)
    box = who.live.get_by_role("textbox").bounding_box()
    measure = who.live.locator(".sc-measure")
    around = measure.bounding_box()
    assert box is not None
    assert around is not None
    assert measure.evaluate(SEEN) == "°C"
    assert box["x"] < around["x"] + 2
    who.check("-17")
    who.sees("correct")
    who.press("Try again")
    who.check("-3")
    key = who.live.locator(".sc-mark", has_text="Right answer")
    seen = key.evaluate(SEEN)
    assert "-18°C" in seen
    assert "(-19to-17counts)" in seen

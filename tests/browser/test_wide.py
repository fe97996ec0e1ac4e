"""What is wider than a phone, code, formulas and tables, scrolls by itself wherever it stands."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from selfcheck import convert
from selfcheck.render import html
from tests.support.bare import bare_page
from tests.support.one_of_each import COMMON, with_figure
from tests.support.site import served

FORMULA = "$" + " + ".join(f"a_{{{n}}}" for n in range(40)) + "$"
BLOCK = f"It is\n\n$${FORMULA.strip('$')}$$"
CODE = "It is\n\n```\n" + "print('no line break') ; " * 12 + "\n```\n"
ROW = "|" + " unbreakable |" * 14
TABLE = f"It is\n\n{ROW}\n|{' - |' * 14}\n{ROW}\n"
WIDE = {"formula": FORMULA, "block": BLOCK, "code": CODE, "table": TABLE}
WIDTHS = (320, 375)


def option(name: str, text: str, *, correct: bool = False) -> dict[str, Any]:
    return {"id": name, "text": text, "feedback": text, "correct": correct}


def questions(wide: str) -> dict[str, dict[str, Any]]:
    """A question of each type whose texts hold something wide wherever they may."""
    options = [option("a", wide, correct=True), option("b", "Short"), option("c", f"{wide} ")]
    options[2]["text"] = f"Another one: {wide}" if wide == FORMULA else wide.replace("It", "This")
    return {
        "choice": {"options": options},
        "multiple-response": {"options": copy.deepcopy(options)},
        "order": {
            "items": [
                {"id": name, "text": text} for name, text in (("a", wide), ("b", "B"), ("c", "C"))
            ]
        },
        "match": {
            "pairs": [
                {"left": {"id": "a", "text": wide}, "right": {"id": "x", "text": "X"}},
                {"left": {"id": "b", "text": "B"}, "right": {"id": "y", "text": "Y"}},
            ]
        },
        "categorize": {
            "categories": [
                {"id": "g", "text": wide, "items": [{"id": "a", "text": wide, "feedback": wide}]},
                {"id": "h", "text": "H", "items": [{"id": "b", "text": "B", "feedback": "B"}]},
            ]
        },
        "numeric": {"answer": 8, "feedback": wide},
        "short-text": {"answers": ["cell"], "wrong": [{"answers": ["bone"], "feedback": wide}]},
        "cloze": {"text": f"A [[cell]].\n\n{wide}", "gaps": {"cell": {"answers": ["cell"]}}},
        "hotspot": {
            "figure": "two",
            "alt": "Two.",
            "regions": [
                {"region": "left", "text": wide, "feedback": wide, "correct": True},
                {"region": "right", "text": "Right", "feedback": "No."},
            ],
        },
    }


@pytest.fixture
def page(same_tab: Page) -> Page:
    return same_tab


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    place = tmp_path_factory.mktemp("wide")
    for name, wide in WIDE.items():
        asked = [
            {**COMMON, "hints": [wide], "prompt": wide, "explanation": wide}
            | {"id": kind, "type": kind, **more}
            for kind, more in questions(wide).items()
        ]
        bank = {"schema": 1, "id": "wide", "title": "T", "objectives": {"o": "O"}}
        content = place / "content"
        if not content.exists():
            content.mkdir()
            with_figure(content)
        made = html(convert.bank({**bank, "questions": asked}), {}, folder=content)
        bare_page(place / f"{name}.html", made)
    with served(place) as address:
        yield address


def answer(root: Locator) -> None:
    """Choose the first of everything, and type what is wrong."""
    for menu in root.get_by_role("combobox").all():
        menu.select_option(index=1)
    for box in root.get_by_role("textbox").all():
        box.fill("4" if root.locator(".sc-number").count() else "bone")
    chosen = root.locator(".sc-live :is(.sc-pills, fieldset:not(:has(.sc-pills)))")
    for group in chosen.filter(has=root.page.locator("input:not([type=text])")).all():
        group.locator("input").first.check()
    if root.locator(".sc-moves").count():
        root.locator(".sc-moves button:enabled").first.click()


# Of all that is wider than its place: whether it stands in something that scrolls, which does not
# itself reach beyond the question.
SCROLLS = """(section) => {
  const { left, right } = section.getBoundingClientRect();
  const ends = ":is(math > :last-child, pre > code, tr > :last-child)";
  const wide = [...section.querySelectorAll(`.sc-live ${ends}`)]
    .filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth);
  return wide.map((e) => {
    for (let box = e; box !== section; box = box.parentElement) {
      const { overflowX } = getComputedStyle(box);
      if (overflowX !== "auto" || box.scrollWidth <= box.clientWidth) continue;
      box.scrollLeft = 1e6;
      const own = box.getBoundingClientRect();
      const end = e.getBoundingClientRect().right;
      const moved = box.scrollLeft > 0;
      box.scrollLeft = 0;
      return own.left >= left && own.right <= right && moved && end <= right;
    }
    return false;
  });
}"""
SIDEWAYS = """() => Math.max(
  document.documentElement.scrollWidth,
  ...[...document.querySelectorAll(".sc-question, .sc-row, fieldset")].map(
    (e) => e.getBoundingClientRect().right,
  ),
)"""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("wide", WIDE)
def test_it_scrolls_and_the_page_does_not(page: Page, folder: str, wide: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{folder}/{wide}.html")
    for kind in questions(""):
        root = page.locator(f'[data-question="wide/{kind}"]')
        expect(root.locator("form.sc-live")).to_be_visible()
        root.get_by_role("button", name="Hint", exact=True).click()
        before = root.evaluate(SCROLLS)
        # In the prompt and in the hint; and in what is chosen, sorted, put in order or matched.
        places = {"numeric": 2, "short-text": 2, "choice": 4, "multiple-response": 4}
        assert len(before) >= places.get(kind, 3), kind
        assert all(before), kind
        assert page.evaluate(SIDEWAYS) <= width, kind
        answer(root)
        root.get_by_role("button", name="Check", exact=True).click()
        expect(root.locator(".sc-live .sc-why")).to_be_visible()
        after = root.evaluate(SCROLLS)
        # And in the explanation and the feedback.
        assert len(after) > len(before), kind
        assert all(after), kind
        assert page.evaluate(SIDEWAYS) <= width, kind

"""Tables in the text, on a phone: one that would be wider is a stack of lines with names."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SITE
from tests.support.site import pages

PHONE = {"width": 375, "height": 800}
WITH_TABLE = [
    name for name in pages(SITE) if '"table-wrapper' in (SITE / name).read_text(encoding="utf-8")
]
# Tables that hide a part of themselves to the right, folded ones too.
CUT = """() => {
  for (const each of document.querySelectorAll("details")) each.open = true;
  return [...document.querySelectorAll(".table-wrapper")]
    .filter((each) => each.scrollWidth > each.clientWidth)
    .map((each) => each.innerText);
}"""
SIX_ROWS = "notebooks/05-1-six-questions.html"


@pytest.mark.parametrize("name", WITH_TABLE)
def test_no_table_of_the_text_is_cut_on_a_phone(page: Page, site: str, name: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{site}/{name}")
    assert page.evaluate(CUT) == []


def test_each_line_of_a_stack_names_its_column(page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{site}/{SIX_ROWS}")
    row = page.locator(".course-stack tbody tr").first
    names = row.locator(".course-column")
    expect(names).to_have_text(
        [
            "What belongs there:",
            "What is known of benefit:",
            "What is known of risk:",
            "What to ask:",
        ]
    )
    for each in names.all():
        expect(each).to_be_visible()
    expect(page.locator(".course-stack thead").first).not_to_be_visible()


def test_elsewhere_it_is_a_table(page: Page, site: str) -> None:
    page.goto(f"{site}/{SIX_ROWS}")
    table = page.get_by_role("table").first
    expect(table.get_by_role("columnheader", name="What is known of risk")).to_be_visible()
    assert not any(each.is_visible() for each in page.locator(".course-column").all())
    # On paper too, where there is room.
    page.emulate_media(media="print")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert not any(each.is_visible() for each in page.locator(".course-column").all())


def test_a_table_with_room_for_its_words_stays_one(page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{site}/book/appointment/knee.html")
    expect(page.get_by_role("columnheader", name="Harm", exact=True)).to_be_visible()
    expect(page.locator(".course-stack, .course-column")).to_have_count(0)

"""What is folded, in a card and in the text: by mouse, by keys, by search, by address, on paper."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from stemcourse import evidence
from tests.browser.conftest import SITE
from tests.support import tiny
from tests.support.site import pages, served
from tests.support.wcag import found_by_axe

ROOT = SITE.parents[1]
CARDS = evidence.cards(ROOT / "content" / "evidence")
CLAIM = CARDS["bio-three-categories"].claim
# Words of one line, that stand nowhere else on their page.
HIDDEN = "are about three times as frequent"
assert HIDDEN in CLAIM.summary
CONF = f"""{tiny.WITH_SITE}\
myst_heading_anchors = 3
myst_enable_extensions = ["dollarmath"]
html_favicon = "_static/favicon.svg"
html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["course.css"]
language = "en"
"""
OPTIONAL = """\
---
description: A page with something optional.
---
# A page

Text.

## A section

<details>
<summary>More: how sure</summary>

A *word*, a [link to a section](#another), a formula $p = 0.03$ and a table.

| group | healed |
| --- | --- |
| cells | nobody |

- One
- Two

</details>

## Another

Text.
"""
# What a browser does that cannot style what is in a closed `<details>`.
OLD = """{
  const supports = CSS.supports.bind(CSS);
  CSS.supports = (...asked) => !asked[0].includes("details-content") && supports(...asked);
}"""
FOLDS = ":is(.ec-card, .rt-decisions, section) > details:not([class])"
DECISIONS = "notebooks/05-2-our-answer.html"
# Of pages by name: which have folds that paper shows, and which load the script for them.
WITH_FOLDS = """([names, folds]) => Promise.all(names.map(async (name) => {
  const text = await (await fetch(`/${name}`)).text();
  const page = new DOMParser().parseFromString(text, "text/html");
  return [name, !!page.querySelector(folds), !!page.querySelector('script[src*="folds.js"]')];
}))"""


@pytest.fixture
def card(module: Page) -> Locator:
    """The card of one claim on the page of module 1."""
    return module.locator(".ec-card").filter(has_text=CLAIM.claim)


@pytest.fixture(scope="session")
def optional(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page of the site's own make, with something optional in its text."""
    folder = tmp_path_factory.mktemp("optional")
    shutil.copytree(ROOT / "book" / "_static", folder / "_static")
    shutil.copy(ROOT / "content" / "figures" / "favicon.svg", folder / "_static")
    tiny.written(folder, "", conf=CONF)
    (folder / "index.md").write_text(OPTIONAL, encoding="utf-8")
    assert tiny.sphinx(folder, "-W", "--keep-going") == (0, "")
    with served(folder / "site") as address:
        yield f"{address}/index.html"


def is_closed(fold: Locator) -> None:
    expect(fold).not_to_have_attribute("open", "")
    expect(fold.locator("> :not(summary)").first).not_to_be_visible()


def is_open(fold: Locator) -> None:
    expect(fold).to_have_attribute("open", "")
    for each in fold.locator("> *").all():
        expect(each).to_be_visible()


def printed(fold: Locator) -> bool:
    """Return whether all that is in *fold* is seen; its `open` says nothing of that on paper."""
    parts = "e => [...e.children].every((each) => each.checkVisibility())"
    return bool(fold.evaluate(parts))


def test_a_card_shows_what_matters_and_folds_the_rest(card: Locator) -> None:
    for words in (CLAIM.claim, CLAIM.plain, CLAIM.caveat):
        expect(card.get_by_text(words)).to_be_visible()
    is_closed(card.locator("details"))
    expect(card.get_by_text(CLAIM.summary)).not_to_be_visible()
    expect(card.get_by_role("link")).to_have_count(0)


def test_a_card_opens_and_closes_by_mouse(card: Locator) -> None:
    card.locator("summary").click()
    is_open(card.locator("details"))
    expect(card.get_by_text(CLAIM.summary)).to_be_visible()
    expect(card.get_by_role("link", name="Wang et al. 1997")).to_be_visible()
    card.locator("summary").click()
    is_closed(card.locator("details"))


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_card_opens_and_closes_by_keyboard(card: Locator, key: str) -> None:
    # The Tab key comes to it, and there is nothing else to come to in a closed card.
    card.locator("summary").focus()
    card.page.keyboard.press("Tab")
    assert not card.evaluate("e => e.contains(document.activeElement)")
    card.page.keyboard.press("Shift+Tab")
    expect(card.locator("summary")).to_be_focused()
    card.page.keyboard.press(key)
    is_open(card.locator("details"))
    card.page.keyboard.press("Tab")
    expect(card.get_by_role("link").first).to_be_focused()
    card.page.keyboard.press("Shift+Tab")
    card.page.keyboard.press(key)
    is_closed(card.locator("details"))


def test_words_of_a_closed_card_are_found(page: Page, site: str) -> None:
    """By an address that names words, for which a browser searches as it does in the page."""
    page.goto(f"{site}/notebooks/01-what-stem-cells-are.html#:~:text={quote(HIDDEN)}")
    card = page.locator(".ec-card").filter(has_text=CLAIM.claim)
    is_open(card.locator("details"))
    expect(card.get_by_text(HIDDEN)).to_be_visible()
    expect(page.locator(".ec-card > details[open]")).to_have_count(1)


def test_an_address_of_a_place_in_a_closed_card_opens_it(card: Locator) -> None:
    card.locator("details p").first.evaluate("e => { e.id = 'within'; location.hash = 'within'; }")
    is_open(card.locator("details"))
    expect(card.get_by_text(CLAIM.summary)).to_be_in_viewport()


def test_on_paper_all_cards_are_open(module: Page) -> None:
    folds = module.locator(".ec-card > details")
    assert not any(printed(each) for each in folds.all())
    module.emulate_media(media="print")
    assert folds.count() > 5
    assert all(printed(each) for each in folds.all())
    module.emulate_media(media="screen")
    assert not any(printed(each) for each in folds.all())


def test_on_paper_the_table_of_decisions_is_open(page: Page, site: str) -> None:
    page.goto(f"{site}/{DECISIONS}")
    fold = page.locator(".rt-decisions > details")
    is_closed(fold)
    page.emulate_media(media="print")
    for part in ("caption", "tbody tr:last-child", "p"):
        expect(fold.locator(part).last).to_be_visible()
    # It says to open the list.
    expect(fold.locator("summary")).not_to_be_visible()


@pytest.mark.parametrize("where", ["card", "optional", "decisions"])
def test_a_browser_without_the_style_opens_them_to_print(
    context: BrowserContext, site: str, optional: str, where: str
) -> None:
    context.add_init_script(OLD)
    page = context.new_page()
    addresses = {
        "card": f"{site}/notebooks/01-what-stem-cells-are.html",
        "optional": optional,
        "decisions": f"{site}/{DECISIONS}",
    }
    page.goto(addresses[where])
    folds = page.locator(FOLDS)
    assert folds.count()
    folds.last.evaluate("e => { e.open = true; }")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert all(each.evaluate("e => e.open") for each in folds.all())
    # A worksheet has no answers.
    assert page.locator(".sc-answer[open]").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folds.evaluate_all("all => all.filter((each) => each.open).length") == 1
    expect(folds.last).to_have_attribute("open", "")


def test_only_a_page_with_folds_has_a_script_for_them(page: Page, site: str) -> None:
    page.goto(f"{site}/book/bibliography.html")
    found = page.evaluate(WITH_FOLDS, [pages(SITE), FOLDS])
    assert {(folds, script) for _, folds, script in found} == {(True, True), (False, False)}, found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_fold_has_no_fault_that_axe_finds(
    page: Page, site: str, optional: str, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for address in (f"{site}/notebooks/01-what-stem-cells-are.html", optional):
        page.goto(address)
        folds = page.locator(FOLDS)
        folds.evaluate_all("all => all.forEach((each) => (each.open = true))")
        found = found_by_axe(page, FOLDS)
        assert found.violations_count == 0, found.generate_report()
        for line in folds.locator("> summary").all():
            box = line.bounding_box()
            assert box
            assert box["height"] >= 24


def test_what_is_optional_opens_by_mouse_and_by_keyboard(page: Page, optional: str) -> None:
    page.goto(optional)
    fold = page.locator("section > details:not([class])")
    is_closed(fold)
    fold.get_by_text("More: how sure").click()
    is_open(fold)
    page.keyboard.press("Enter")
    is_closed(fold)
    page.keyboard.press("Space")
    is_open(fold)


def test_what_is_optional_is_markdown_as_elsewhere(page: Page, optional: str) -> None:
    page.goto(optional)
    fold = page.locator("section > details:not([class])")
    fold.locator("summary").click()
    expect(fold.locator("em")).to_have_text("word")
    expect(fold.locator("math")).to_be_visible()
    expect(fold.get_by_role("cell", name="nobody")).to_be_visible()
    expect(fold.get_by_role("listitem")).to_have_count(2)
    fold.get_by_role("link", name="link to a section").click()
    expect(page.get_by_role("heading", name="Another")).to_be_in_viewport()


def test_what_is_optional_is_found_and_printed(page: Page, optional: str) -> None:
    page.goto(f"{optional}#:~:text=nobody")
    fold = page.locator("section > details:not([class])")
    is_open(fold)
    fold.locator("summary").click()
    assert not printed(fold)
    page.emulate_media(media="print")
    assert printed(fold)

"""The table of all claims: read, filtered, sorted and downloaded."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect

from stemcourse import evidence
from stemcourse.evidence import VERDICTS
from tests.browser.conftest import SITE
from tests.support.sideways import sideways
from tests.support.wcag import found_by_axe

PAGE = "book/evidence.html"
CARDS = evidence.cards(SITE.parents[1] / "content" / "evidence")
CLAIMS = [card.claim for card in CARDS.values()]
ALL = f"{len(CLAIMS)} claims"


@pytest.fixture
def page(same_tab: Page) -> Page:
    return same_tab


@pytest.fixture
def table(page: Page, site: str) -> Page:
    page.goto(f"{site}/{PAGE}")
    return page


def shown(page: Page) -> list[str]:
    """The ids of the claims that a reader sees, in their order."""
    bodies = page.locator(".ev-claims tbody").evaluate_all(
        "all => all.filter(e => e.checkVisibility()).map(e => e.id)"
    )
    return [str(each) for each in bodies]


def status(page: Page) -> Locator:
    return page.get_by_role("status")


def some(count: int) -> str:
    return f"{count} of {ALL}"


def test_every_claim_stands_in_the_articles_order(table: Page) -> None:
    assert shown(table) == [claim.id for claim in CLAIMS]
    expect(status(table)).to_have_text(ALL)


def test_without_javascript_the_table_is_complete(without_script: Page, site: str) -> None:
    without_script.goto(f"{site}/{PAGE}")
    assert without_script.locator(".ev-claims tbody").count() == len(CLAIMS)
    expect(without_script.locator(".ev-filter")).to_be_hidden()
    assert without_script.locator(".ev-claims button").count() == 0
    card = CARDS["bio-one-cell-many-tissues"]
    line = without_script.locator(f"#{card.claim.id}")
    expect(line).to_contain_text(card.claim.claim)
    expect(line).to_contain_text(VERDICTS[card.claim.verdict].words)
    expect(line.get_by_text(card.claim.plain)).to_be_visible()
    expect(line.get_by_text(card.claim.caveat)).to_be_hidden()
    line.locator("summary").click()
    for text in (card.claim.summary, card.claim.caveat):
        expect(line.get_by_text(text)).to_be_visible()
    for source in card.references:
        expect(line.get_by_role("link", name=source.label, exact=True)).to_be_visible()


def test_the_counts_are_those_of_the_claims(table: Page) -> None:
    counts = Counter(claim.verdict for claim in CLAIMS)
    for verdict in VERDICTS.values():
        line = table.locator(".ev-counts tbody tr").filter(has_text=verdict.meaning)
        expect(line.get_by_role("rowheader")).to_contain_text(verdict.words)
        expect(line.get_by_role("cell").first).to_have_text(str(counts[verdict.name]))


def test_ticked_verdicts_are_those_that_are_shown(table: Page) -> None:
    for words in ("Contested", "Unsupported"):
        table.get_by_role("checkbox", name=words, exact=True).check()
    wanted = [claim.id for claim in CLAIMS if claim.verdict in ("contested", "unsupported")]
    assert shown(table) == wanted
    expect(status(table)).to_have_text(some(len(wanted)))


def test_a_module_shows_the_claims_that_it_treats(table: Page) -> None:
    table.get_by_label("Module").select_option("01-what-stem-cells-are")
    assert shown(table)
    assert set(shown(table)) == {claim.id for claim in CLAIMS if claim.id.startswith("bio-")}


def test_words_are_found_in_claims_and_in_evidence(table: Page) -> None:
    table.get_by_role("searchbox", name="Words").fill("Seizure")
    found = set(shown(table))
    assert found == {
        claim.id
        for claim in CLAIMS
        if "seizure" in f"{claim.claim} {claim.plain} {claim.summary} {claim.caveat}".lower()
    }
    table.get_by_role("searchbox", name="Words").fill("seizure epilepsy")
    assert set(shown(table)) < found
    expect(status(table)).to_have_text(some(len(shown(table))))


def test_an_accent_need_not_be_typed(table: Page) -> None:
    table.get_by_role("searchbox", name="Words").fill("nguyen")
    plain = shown(table)
    table.get_by_role("searchbox", name="Words").fill("nguyén")
    assert shown(table) == plain


def test_filters_add_up_and_can_be_undone(table: Page) -> None:
    table.get_by_role("checkbox", name="Misleading", exact=True).check()
    table.get_by_role("searchbox", name="Words").fill("no-such-word")
    assert shown(table) == []
    expect(status(table)).to_have_text(re.compile(rf"^{some(0)}: none fits .*show all"))
    table.get_by_role("button", name="Claim", exact=True).click()
    table.get_by_role("button", name="Show all").click()
    expect(status(table)).to_have_text(ALL)
    assert shown(table) == [claim.id for claim in CLAIMS]
    assert table.locator("[aria-sort]").count() == 0


@pytest.mark.parametrize("name", ["Claim", "Verdict", "Where treated", "Sources"])
def test_columns_sort_both_ways_by_keyboard(table: Page, name: str) -> None:
    head = table.get_by_role("columnheader", name=name).last
    measures = {
        "Claim": lambda claim: claim.claim.lower(),
        "Verdict": lambda claim: list(VERDICTS).index(claim.verdict),
        "Where treated": lambda claim: (
            table.locator(f"#{claim.id}").get_attribute("data-modules") or ""
        ).split()[0],
        "Sources": lambda claim: len(claim.references),
    }
    measured = {claim.id: measures[name](claim) for claim in CLAIMS}
    button = head.get_by_role("button")
    button.focus()
    table.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    upwards = [measured[each] for each in shown(table)]
    table.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    downwards = [measured[each] for each in shown(table)]
    expect(button).to_be_focused()
    assert table.locator("[aria-sort]").count() == 1
    if name == "Claim":
        # The page sorts as English does, which knows more of hyphens and quotes than Python.
        assert upwards[0] == min(upwards)
        assert downwards == upwards[::-1]
    else:
        assert upwards == sorted(upwards)
        assert downwards == sorted(downwards, reverse=True)


def test_all_that_is_shown_opens_and_closes(table: Page) -> None:
    table.get_by_role("checkbox", name="Contested", exact=True).check()
    table.get_by_role("button", name="Open all").click()
    expect(table.locator(".ev-claims details[open]")).to_have_count(len(shown(table)))
    table.get_by_role("button", name="Close all").click()
    expect(table.locator(".ev-claims details[open]")).to_have_count(0)


def test_an_address_can_name_a_claim(page: Page, site: str) -> None:
    page.goto(f"{site}/{PAGE}#{CLAIMS[-1].id}")
    expect(page.get_by_text(CLAIMS[-1].caveat)).to_be_in_viewport()


def test_every_link_to_a_section_leads_there(table: Page) -> None:
    places = table.locator(".ev-claims tbody tr:first-child td:nth-child(3)")
    assert places.count() == len(CLAIMS)
    targets = places.locator("a").evaluate_all("all => all.map(e => e.getAttribute('href'))")
    assert len(targets) >= len(CLAIMS)
    for target in sorted(set(targets)):
        name, _, anchor = str(target).partition("#")
        other = (SITE / PAGE).parent / name
        assert unquote(anchor) in _ids(other.read_text("utf-8")), target


def _ids(html: str) -> set[str | None]:
    class Ids(HTMLParser):
        found: set[str | None]

        def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.found.update(value for name, value in attrs if name == "id")

    parser = Ids()
    parser.found = set()
    parser.feed(html)
    return parser.found


def test_a_link_leads_to_the_card(table: Page) -> None:
    table.locator("#bio-esc-day-3-to-5").get_by_role("link", name="Day 3 is too early").click()
    section = table.locator("section").filter(has=table.get_by_role("heading", name="Day 3"))
    expect(section.last.locator(".ec-claim")).to_have_text(CARDS["bio-esc-day-3-to-5"].claim.claim)


def test_the_claims_can_be_downloaded(table: Page) -> None:
    with table.expect_download() as waiting:
        table.get_by_role("link", name="CSV").click()
    assert waiting.value.suggested_filename == "claims.csv"
    with waiting.value.path().open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [line["id"] for line in lines] == [claim.id for claim in CLAIMS]
    for line, claim in zip(lines, CLAIMS, strict=True):
        assert line["plain"] == claim.plain
        assert line["summary"] == claim.summary
    with table.expect_download() as waiting:
        table.get_by_role("link", name="JSON").click()
    assert waiting.value.suggested_filename == "claims.json"
    data = json.loads(waiting.value.path().read_text("utf-8"))
    assert [each["id"] for each in data["claims"]] == [claim.id for claim in CLAIMS]
    assert [each["plain"] for each in data["claims"]] == [claim.plain for claim in CLAIMS]
    for each in data["claims"]:
        assert set(each["sources"]) <= set(data["sources"])
        for place in each["treated"]:
            assert (SITE / place["address"].partition("#")[0]).is_file()


def test_it_works_from_a_disk(page: Page) -> None:
    page.goto((SITE / PAGE).as_uri())
    page.get_by_role("checkbox", name="Contested", exact=True).check()
    expect(status(page)).to_have_text(re.compile(rf"^\d+ of {ALL}$"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_use(table: Page, scheme: str, width: int) -> None:
    table.set_viewport_size({"width": width, "height": 900})
    table.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    table.get_by_role("checkbox", name="Contested", exact=True).check()
    table.get_by_role("button", name="Verdict").click()
    table.get_by_role("button", name="Open all").click()
    # Of the theme's own parts, its button back to the top stands outside all landmarks.
    found = found_by_axe(table, "#furo-main-content")
    assert found.violations_count == 0, found.generate_report()
    assert not sideways(table)


def test_paper_has_the_claims_and_no_controls(table: Page) -> None:
    table.locator("details").first.locator("summary").click()
    table.emulate_media(media="print")
    expect(table.locator(".ev-filter")).to_be_hidden()
    expect(table.locator(".ev-files")).to_be_hidden()
    expect(table.get_by_text(CLAIMS[0].caveat)).to_be_visible()
    expect(table.locator("summary").nth(1)).to_be_hidden()


def test_no_other_page_loads_its_script(page: Page, site: str) -> None:
    for name in ("book/index.html", "notebooks/01-what-stem-cells-are.html"):
        page.goto(f"{site}/{name}")
        assert page.locator('[src*="evidence-table"], [href*="evidence-table"]').count() == 0

"""The whole site under its Content-Security-Policy: nothing is refused, and all of it works."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SITE
from tests.browser.test_charts import LIVE, alive
from tests.support.alive import all_alive
from tests.support.learner import Learner
from tests.support.site import leads_on, served
from tools import policy
from tools.publish import publish

PAGES = [path.relative_to(SITE).as_posix() for path in policy.pages(SITE)]
WITH_SLIDERS = [page for page in PAGES if "chart-controls" in (SITE / page).read_text("utf-8")]
PUBLISHING = Path(__file__).parents[2] / "docs" / "publishing.md"
# The page of the search fetches what it has found, even when the site is gone.
LEFT = "about:blank"
# A refusal is an error of the console too; this one says what was refused, and by what.
TELL = """addEventListener("securitypolicyviolation", (event) => console.error(
  `refused: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
))"""


@pytest.fixture(scope="module", params=["header", "pages"])
def guarded(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    one_tab: tuple[Page, list[str]],
) -> Iterator[str]:
    """The address of the site that a browser guards: told by a header, or by each page."""
    page, _ = one_tab
    if request.param == "header":
        with served(SITE, headers={policy.HEADER: policy.policy(SITE)}) as address:
            yield address
            page.goto(LEFT)
        return
    folder = tmp_path_factory.mktemp("published") / "site"
    publish(SITE, folder, policy_in_pages=True)
    with served(folder) as address:
        yield address
        page.goto(LEFT)


@pytest.fixture
def page(same_tab: Page) -> Page:
    return same_tab


@pytest.fixture
def troubles(one_tab: tuple[Page, list[str]]) -> list[str]:
    return one_tab[1]


@pytest.fixture(autouse=True, scope="module")
def _tell(one_tab: tuple[Page, list[str]]) -> None:
    page, _ = one_tab
    page.add_init_script(TELL)


def test_the_guide_says_the_header_that_the_site_needs() -> None:
    said = policy.policy(SITE)
    assert PUBLISHING.read_text("utf-8").count(f"{policy.HEADER}: {said}\n") == 1
    assert len(policy.inline_scripts(SITE)) == 1
    assert "unsafe-eval" not in said
    assert said.startswith("default-src 'self'; script-src 'self' 'sha256-")


def test_what_is_refused_is_found(page: Page, tmp_path: Path, troubles: list[str]) -> None:
    """Or the tests below would find nothing whatever happened."""
    (tmp_path / "index.html").write_text(
        "<!DOCTYPE html><html><head><link rel='icon' href='data:,'></head>"
        "<body><script>document.title = 'It has run'</script></body></html>"
    )
    with served(tmp_path, headers={policy.HEADER: policy.policy(SITE)}) as address:
        page.goto(address)
    expect(page).to_have_title("")
    assert any("refused: script-src-elem inline" in each for each in troubles)
    troubles.clear()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_whole(page: Page, guarded: str, name: str) -> None:
    address = f"{guarded}/{name}"
    page.goto(address, wait_until="load")
    if leads_on(SITE / name):
        # The other page may not be there yet.
        expect(page).not_to_have_url(address)
        page.wait_for_load_state("load")
    all_alive(page)
    # The theme's own script, which the policy names, has run.
    if page.locator("body .theme-toggle").count():
        expect(page.locator("body")).to_have_attribute("data-theme", "auto")


def test_there_are_sliders() -> None:
    assert WITH_SLIDERS


@pytest.mark.parametrize("name", WITH_SLIDERS)
def test_every_slider_moves(page: Page, guarded: str, name: str) -> None:
    page.goto(f"{guarded}/{name}")
    for chart in page.locator(LIVE).all():
        alive(chart)
        for control in chart.locator(".chart-controls input[type=range]").all():
            said = chart.locator(".chart-says").text_content() or ""
            at_end = control.evaluate("e => e.value === e.max")
            control.press("Home" if at_end else "End")
            expect(chart.locator(".chart-says")).not_to_have_text(said)


def test_a_quiz_answers(page: Page, guarded: str) -> None:
    page.goto(f"{guarded}/notebooks/01-what-stem-cells-are.html")
    who = Learner(page.locator(".sc-question").first, "mouse")
    who.check(who.right())
    who.sees("correct")
    page.reload()
    Learner(page.locator(".sc-question").first, "mouse").sees("correct")


def test_a_whole_quiz_sums_up(page: Page, guarded: str) -> None:
    """What sums it up is a script that is loaded after the first check."""
    page.goto(f"{guarded}/notebooks/07-check-yourself.html")
    root = page.locator(".sc-question:not([hidden])").first
    who = Learner(root, "mouse")
    if who.live.locator(".sc-confidence").count():
        who.trust("Sure")
    with page.expect_response("**/summary.js*"):
        who.check(who.right())


def test_the_evidence_is_filtered(page: Page, guarded: str) -> None:
    page.goto(f"{guarded}/book/evidence.html")
    count = page.get_by_role("status")
    all_of_them = count.text_content() or ""
    page.get_by_role("searchbox", name="Words").fill("tumour")
    expect(count).not_to_have_text(all_of_them)


def test_the_search_finds(page: Page, guarded: str) -> None:
    page.goto(f"{guarded}/search.html?q=cells")
    expect(page.locator("#search-results li").first).to_be_visible()

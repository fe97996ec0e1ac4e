"""*My progress* on a page of the site: what was done, how it went, and what comes next."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.support.blocked import SCRIPT, STORAGE
from tests.support.course_log import bring, button, says, sees, solve, statement, term
from tests.support.kept import empty
from tests.support.moon import built_alone
from tests.support.reviews import answered, remembers
from tests.support.sideways import sideways
from tests.support.wcag import found_by_axe

NAMES = ["which-light", "which-eclipse", "full-moon-facts"]


@pytest.fixture
def progress(page: Page, moon: str) -> Page:
    """The page of the second course that shows a learner's progress."""
    page.goto(f"{moon}/progress.html")
    expect(page.locator(".sc-course [aria-busy=false]")).to_be_visible()
    return page


def row(page: Page, name: str) -> str:
    """Return what the tables say of a page or an objective, in one line."""
    found = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name, exact=True))
    return " | ".join(found.first.get_by_role("cell").all_inner_texts())


def test_nothing_yet(progress: Page) -> None:
    expect(progress.locator(".sc-course")).to_contain_text(says("progress-none"))
    assert row(progress, "Quizzes on a page") == "0 of 25"
    expect(progress.get_by_role("heading", name=says("how-it-went"))).to_have_count(0)


def test_what_was_done_and_how_it_went(page: Page, moon: str) -> None:
    page.goto(f"{moon}/quizzes.html")
    solve(page, "which-light", "light-time")
    solve(page, "which-eclipse", right=False)
    page.goto(f"{moon}/progress.html")
    view = page.locator(".sc-course")
    expect(view).to_contain_text("3 of 28 questions answered, by 3 checks since")
    assert row(page, "Quizzes on a page") == "3 of 25"
    # The same questions there.
    assert row(page, "Quizzes in a notebook") == "3 of 28"
    assert row(page, "One at a time") == "0 of 25"
    assert row(page, "Explain the phases of the Moon").endswith("1 of 2 | 1 of 2")
    numbers = page.get_by_role("link", name="Work with the Moon's size and distance")
    assert numbers.get_attribute("href") == f"{moon}/notebooks/moon.html#numbers"
    next_page = page.get_by_role("region", name=says("comes-next")).get_by_role("link")
    expect(next_page).to_have_text("Quizzes on a page")
    next_page.click()
    expect(page).to_have_url(f"{moon}/quizzes.html")


def test_first_and_last_differ(page: Page, moon: str) -> None:
    page.goto(f"{moon}/quizzes.html")
    solve(page, "which-light", right=False)
    page.locator('[data-question="moon/which-light"]').get_by_role(
        "button", name="Try again"
    ).click()
    solve(page, "which-light")
    page.goto(f"{moon}/progress.html")
    expect(page.locator(".sc-course [aria-busy=false]")).to_be_visible()
    assert row(page, "Explain the phases of the Moon").endswith("0 of 1 | 1 of 1")


def test_another_tab_is_heard_of(progress: Page, context: BrowserContext, moon: str) -> None:
    other = context.new_page()
    other.goto(f"{moon}/quizzes.html")
    solve(other, "which-light")
    expect(progress.locator(".sc-course")).to_contain_text("1 of 28 questions answered")


def test_a_page_that_comes_back_as_it_was_left_looks_again(progress: Page) -> None:
    made = term(4, NAMES)
    bring(progress, json.dumps(made))
    view = progress.locator(".sc-course")
    expect(view).to_contain_text("3 of 28 questions answered")
    # By somebody who tells nobody.
    empty(progress)
    progress.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(view).to_contain_text(says("progress-none"))


def test_a_term_of_it(progress: Page) -> None:
    bring(progress, json.dumps(term(400, NAMES)))
    sees(progress, says("along-added", n=400, known=0))
    sure = progress.get_by_role("table", name=says("how-sure-were"))
    expect(sure.get_by_role("rowheader")).to_have_text(
        [says("were-3"), says("were-2"), says("were-1")]
    )
    expect(sure.get_by_role("cell")).to_have_text(["133", "133", "133", "0", "134", "0"])
    time = progress.get_by_role("region", name=says("when-answered"))
    time.get_by_text(says("in-numbers")).click()
    days = time.get_by_role("row").filter(has=progress.get_by_role("rowheader"))
    assert 16 <= days.count() <= 18
    counts = [int(each.get_by_role("cell").first.inner_text()) for each in days.all()]
    assert sum(counts) == 400


def test_objectives_are_folded_by_bank_where_there_is_more_than_one(progress: Page) -> None:
    bring(progress, json.dumps(answered("which-light")))
    went = progress.get_by_role("region", name=says("how-it-went"))
    one = went.get_by_role("table", name="The Moon")
    expect(one).to_be_visible()
    # As the learner leaves it, it stays.
    went.locator("summary").click()
    bring(progress, json.dumps(answered("woher-das-licht", bank="mond")))
    expect(went.locator("details")).to_have_count(2)
    expect(went.get_by_role("table")).to_have_count(0)
    went.locator("summary", has_text="The Moon").click()
    bring(progress, json.dumps(answered("which-eclipse")))
    expect(progress.locator(".sc-course")).to_contain_text("3 of 28 questions answered")
    expect(one).to_be_visible()
    expect(went.get_by_role("table")).to_have_count(1)
    # Paper cannot be unfolded.
    progress.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(went.get_by_role("table")).to_have_count(2)
    progress.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(went.get_by_role("table")).to_have_count(1)


@pytest.mark.parametrize("name", ["progress", "review"])
@pytest.mark.parametrize(("before", "level"), [("", 2), ("<h3>Among others</h3>", 4)])
def test_headings_stand_below_the_one_before(
    page: Page, moon: str, name: str, before: str, level: int
) -> None:
    def put(route: Route) -> None:
        # A view before it is no part of the page's own text.
        another = "<div class='sc-view'><h5>Of another view</h5></div>" if before else ""
        start = f"<div class='sc-view' data-view='{name}'>"
        route.fulfill(
            response=(found := route.fetch()),
            body=found.text().replace(start, before + another + start),
        )

    page.route(f"**/{name}.html", put)
    remembers(page, moon, *answered("which-light", days=0))
    page.goto(f"{moon}/{name}.html")
    title = says("comes-next" if name == "progress" else "review-next-title")
    expect(page.get_by_role("heading", name=title, level=level)).to_be_visible()
    found = page.locator("[data-view] :is(h1, h2, h3, h4, h5, h6)")
    assert {each.evaluate("e => e.tagName") for each in found.all()} == {f"H{level}"}


def test_a_changed_question_is_named(progress: Page) -> None:
    made = term(1, NAMES)[0]
    made["object"]["definition"]["extensions"]["urn:selfcheck:fingerprint"] = "00000000"
    bring(progress, json.dumps([made]))
    expect(progress.locator(".sc-course")).to_contain_text(says("changed-since"))
    link = progress.get_by_role("link", name="Where does moonlight come from?")
    expect(link).to_be_visible()


def test_before_and_after(progress: Page) -> None:
    made = term(3, NAMES)
    now = datetime.now(UTC)
    after = [
        statement(100 + n, name, now, sitting="after")
        for n, name in enumerate(("which-light", "full-moon-facts"))
    ]
    bring(progress, json.dumps(made + after))
    both = progress.get_by_role("region", name=says("before-and-after")).get_by_role("table")
    expect(both).to_have_accessible_name(says("answered-twice", n=2, title="Then and now"))
    assert row(progress, "Explain the phases of the Moon") == "2 | 1 | 2"


def test_a_page_to_print(progress: Page) -> None:
    bring(progress, json.dumps(term(30, NAMES)))
    sees(progress, says("along-added", n=30, known=0))
    # What is printed is what the view has counted, a moment later.
    expect(progress.locator(".sc-course")).to_contain_text("by 30 checks")
    progress.evaluate("window.print = () => { window.printed = true; }")
    button(progress, "print-record").click()
    assert progress.evaluate("window.printed")
    progress.emulate_media(media="print")
    shown = progress.locator("body > :visible")
    expect(shown).to_have_count(1)
    paper = progress.locator(".sc-paper")
    for key in ("record-says", "record-name"):
        expect(paper).to_contain_text(says(key).strip())
    expect(paper).to_contain_text("What I studied: The Moon")
    expect(paper).to_contain_text("Explain the phases of the Moon")
    progress.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(paper).to_have_count(0)
    progress.emulate_media(media="screen")
    expect(progress.locator(".sc-course")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bars_on_paper_are_filled_as_far_as_they_say(progress: Page, scheme: str) -> None:
    progress.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    bring(progress, json.dumps(term(30, NAMES)))
    expect(progress.locator(".sc-course")).to_contain_text("by 30 checks")
    progress.evaluate("window.print = () => {}")
    button(progress, "print-record").click()
    progress.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    fill = "all => [...new Set(all.map((e) => getComputedStyle(e).fill))]"
    paper = progress.locator(".sc-paper")
    (full,) = paper.locator(".sc-full").evaluate_all(fill)
    (empty,) = paper.locator(".sc-empty").evaluate_all(fill)
    assert full != empty


def test_a_browser_that_keeps_nothing_is_not_said_to_keep_answers(
    page: Page, moon: str, troubles: list[str]
) -> None:
    page.add_init_script(SCRIPT)
    page.goto(f"{moon}/progress.html")
    view = page.locator(".sc-course")
    expect(view).to_contain_text(says("kept-forgets"))
    expect(view).not_to_contain_text(says("kept-browser"))
    expect(view).not_to_contain_text(says("progress-none"))
    page.goto(f"{moon}/review.html")
    expect(page.locator(".sc-review")).to_have_text(says("review-forgets"))
    # The theme reads its own setting without care.
    assert all("blocked" in each for each in troubles)
    troubles.clear()


def test_a_browser_that_keeps_answers_in_one_place_is_said_to(
    page: Page, moon: str, troubles: list[str]
) -> None:
    page.add_init_script(STORAGE)
    page.goto(f"{moon}/progress.html")
    bring(page, json.dumps(term(2, NAMES)))
    sees(page, says("along-added", n=2, known=0))
    expect(page.locator(".sc-course")).to_contain_text("2 of 28 questions answered")
    expect(page.locator(".sc-course")).to_contain_text(says("kept-browser"))
    assert all("blocked" in each for each in troubles)
    troubles.clear()


def test_where_a_browser_does_not_say_that_it_has_printed(progress: Page) -> None:
    progress.evaluate("window.print = () => {}")
    for _ in range(2):
        button(progress, "print-record").click()
        expect(progress.locator(".sc-paper")).to_have_count(1)
    progress.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(progress.locator(".sc-paper")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_reaches_out(progress: Page, scheme: str, width: int) -> None:
    progress.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    progress.set_viewport_size({"width": width, "height": 800})
    bring(progress, json.dumps(term(30, NAMES)))
    sees(progress, says("along-added", n=30, known=0))
    expect(progress.locator(".sc-course")).to_contain_text("3 of 28 questions answered")
    progress.get_by_text(says("in-numbers")).click()
    # The theme's own switch is the theme's affair.
    found = found_by_axe(progress, ".sc-course")
    assert found.violations_count == 0, found.generate_report()
    assert not sideways(progress)


@pytest.mark.parametrize("language", ["de", "es"])
def test_it_speaks_the_language_of_the_site(page: Page, tmp_path: Path, language: str) -> None:
    site = built_alone(tmp_path, language=language)
    # From a disk, as a USB stick is.
    page.goto((site / "progress.html").as_uri())
    expect(page.locator(".sc-course")).to_contain_text(says("progress-none", language))
    expect(button(page, "along-download", language)).to_be_visible()


def test_without_a_script_it_says_what_it_needs(moon: str, without_script: Page) -> None:
    without_script.goto(f"{moon}/progress.html")
    expect(without_script.locator(".sc-view")).to_have_text(says("progress-needs"))


def test_a_page_without_quizzes_loads_no_script_of_them(page: Page, moon: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{moon}/progress.html", wait_until="networkidle")
    ours = {re.sub(r".*/selfcheck/|\?.*", "", url) for url in asked if "/selfcheck/" in url}
    assert ours == {"progress.js", "course.js", "marks.js"}
    assert all(url.startswith((moon, "blob:", "data:")) for url in asked)

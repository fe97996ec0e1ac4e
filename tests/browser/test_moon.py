"""The second course: every type on a page made by the `{quiz}` directive, without biology."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.support.alive import all_alive
from tests.support.answers import WAYS
from tests.support.kept import attempts, change, extension, settled
from tests.support.learner import Hand, Learner
from tests.support.sideways import sideways
from tests.support.wcag import found_by_axe

HANDS: tuple[Hand, ...] = ("mouse", "keyboard")


def named(page: Page, name: str) -> Locator:
    return page.locator(f'[data-question="moon/{name}"]')


@pytest.fixture
def page(same_tab: Page) -> Page:
    return same_tab


@pytest.mark.parametrize("hand", HANDS)
def test_every_question_can_be_answered(quizzes: Page, hand: Hand) -> None:
    sections = quizzes.locator(".sc-question")
    kinds = set()
    for number in range(sections.count()):
        who = Learner(sections.nth(number), hand)
        kinds.add(who.kind)
        who.check(who.right())
        who.sees("correct")
    assert kinds == set(WAYS)
    cases = quizzes.locator(".sc-case")
    assert cases.count() == 2
    for case in cases.all():
        expect(case).to_have_attribute("data-result", "correct")


@pytest.mark.parametrize("hand", HANDS)
def test_a_case_opens_part_by_part(quizzes: Page, hand: Hand) -> None:
    case = named(quizzes, "the-watcher")
    verdict = case.locator("> .sc-status")
    expect(case.locator(".sc-question:visible")).to_have_count(1)
    first, second, third = (
        Learner(named(quizzes, f"the-watcher/{name}"), hand)
        for name in ("phase", "next", "how-long")
    )
    first.press("Check")
    first.sees_nothing_graded()
    expect(second.root).to_be_hidden()
    first.check(first.wrong())
    first.sees("incorrect")
    expect(verdict).to_contain_text("Part 2 of 3")
    expect(second.root).to_be_visible()
    expect(third.root).to_be_hidden()
    second.check(second.right())
    second.sees("correct")
    assert case.get_attribute("data-result") is None
    third.check(third.right())
    expect(case).to_have_attribute("data-result", "partial")
    expect(verdict).to_contain_text("Case finished: 2 of 3 right")
    # A new try takes the verdict of the case back, and closes nothing.
    first.press("Try again")
    assert case.get_attribute("data-result") is None
    expect(third.root).to_be_visible()
    first.check(first.right())
    expect(case).to_have_attribute("data-result", "correct")
    quizzes.reload()
    expect(case).to_have_attribute("data-result", "correct")
    expect(third.root).to_be_visible()


def test_a_case_may_show_all_its_parts(quizzes: Page) -> None:
    expect(named(quizzes, "the-traveller").locator(".sc-question:visible")).to_have_count(2)


@pytest.mark.parametrize("hand", HANDS)
def test_another_variant(quizzes: Page, hand: Hand) -> None:
    who = Learner(named(quizzes, "how-often"), hand)
    variants = len(who.data["variants"])
    seen = []
    for number in range(variants):
        seen.append(who.text(who.live.locator("legend")))
        right = who.right()
        who.check(who.wrong())
        who.sees("incorrect")
        expect(who.live).to_contain_text(f"Right answer: {who.data['say']['='][number]}")
        who.press("Try again")
        who.check(right)
        who.sees("correct")
        if number == 0:
            quizzes.reload()
            who.sees("correct")
        who.press("Another one")
        who.sees_nothing_graded()
        assert who.response() == ""
    assert len(set(seen)) == variants
    # After the last comes the first.
    assert who.text(who.live.locator("legend")) == seen[0]
    asked = [extension(each["context"], "variant") for each in attempts(quizzes, "moon/how-often")]
    assert list(dict.fromkeys(asked)) == [each["id"] for each in who.data["variants"]]


def test_a_wrong_number_of_a_variant_has_its_feedback(quizzes: Page) -> None:
    who = Learner(named(quizzes, "how-often"), "mouse")
    who.check("0.5")
    who.sees("incorrect")
    expect(who.live).to_contain_text("That is 29.5 ÷ 59.")


@pytest.mark.parametrize(
    ("typed", "result", "words"),
    [
        ("Solar eclipse", "correct", "Your answer: right"),
        ("eclipse of the sun", "correct", "Your answer: right"),
        ("soler eclipze", "correct", "It is spelled: solar eclipse"),
        ("an eclipse", "incorrect", "Right answer: solar eclipse"),
        ("Lunar eclipse", "incorrect", "Then the Moon is covered."),
    ],
)
def test_short_text(quizzes: Page, typed: str, result: str, words: str) -> None:
    who = Learner(named(quizzes, "name-the-cover"), "keyboard")
    who.check(typed)
    who.sees(result)  # type: ignore[arg-type]
    expect(who.live).to_contain_text(words)


def test_a_gap_is_told_how_it_is_spelled(quizzes: Page) -> None:
    who = Learner(named(quizzes, "light-and-shade"), "keyboard")
    who.check({**who.right(), "shrinking": "wanning"})
    who.sees("correct")
    expect(who.live).to_contain_text("Gap 3: right. It is spelled: waning")


@pytest.mark.parametrize("name", ["switch-it-on", "who-shines"])
@pytest.mark.parametrize("hand", HANDS)
def test_equal_texts_may_change_places(quizzes: Page, name: str, hand: Hand) -> None:
    """Whichever of them a learner takes, a mouse or keys lead to the right answer."""
    who = Learner(named(quizzes, name), hand)
    assert who.data["same"]
    who.check(who.partly())
    who.sees("partial")
    who.press("Try again")
    assert who.response() == who.kept(who.partly())
    who.check(who.right())
    who.sees("correct")


def test_lines_that_are_equal_are_right_the_other_way_round(quizzes: Page) -> None:
    """The key has one of the equal lines first, and a learner may have the other there."""
    who = Learner(named(quizzes, "switch-it-on"), "mouse")
    who.check(who.right())
    who.sees("correct")
    (slot,) = [each for each in settled(quizzes) if each.kind == "attempt"]
    statement = json.loads(slot.text)
    given = extension(statement["result"], "response")
    (one, other) = who.data["same"][0]
    swapped = [{one: other, other: one}.get(each, each) for each in given]
    statement["result"]["extensions"]["urn:selfcheck:response"] = swapped
    change(quizzes, {slot.key: json.dumps(statement)})
    quizzes.reload()
    who.sees("correct")
    assert who.response() == who.alike(swapped)


def test_regions_follow_the_list_and_the_list_follows_the_regions(quizzes: Page) -> None:
    who = Learner(named(quizzes, "where-are-quarters"), "keyboard")
    wanted = who.right()
    who.answer(wanted)
    mouse = Learner(who.root, "mouse")
    # A second press on a region takes it back.
    mouse.answer(wanted[:1])
    assert who.response() == wanted[:1]
    mouse.check(wanted)
    who.sees("correct")
    for name in wanted:
        region = who.live.locator(f'[data-region="{name}"]')
        expect(region).to_have_attribute("data-mark", "right")


def test_a_report_is_filled_in(quizzes: Page, moon: str) -> None:
    who = Learner(named(quizzes, "which-light"), "mouse")
    link = who.live.get_by_role("link", name="Something wrong with this question?")
    expect(link).to_be_hidden()
    who.check(who.wrong())
    expect(link).to_be_visible()
    address = link.evaluate("a => Object.fromEntries(new URL(a.href).searchParams)")
    assert link.evaluate("a => a.origin + new URL(a.href).pathname") == (
        "https://example.org/moon/course/issues/new"
    )
    assert address["question"] == "moon/which-light"
    assert address["fingerprint"] == who.data["fp"]
    assert json.loads(address["response"]) == who.response()
    assert address["template"] == "question.yml"
    assert "which-light" in address["title"]


def test_no_report_where_no_repository_is_set(page: Page, moon: str) -> None:
    _changed(page, " data-report=", " data-none=")
    page.goto(f"{moon}/quizzes.html")
    who = Learner(named(page, "which-light"), "mouse")
    who.check(who.right())
    who.sees("correct")
    expect(who.live.get_by_role("link")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(quizzes: Page, scheme: str) -> None:
    quizzes.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    all_alive(quizzes)
    for _ in range(2):
        found = found_by_axe(quizzes, ".selfcheck")
        assert found.violations_count == 0, found.generate_report()
        # And once more when all is checked: half of it right, half wrong.
        for number, section in enumerate(quizzes.locator(".sc-question").all()):
            who = Learner(section, "mouse")
            if not section.get_attribute("data-result"):
                who.check(who.wrong() if number % 2 else who.right())


@pytest.mark.parametrize("name", ["quizzes", "paged"])
def test_nothing_scrolls_sideways_on_a_small_phone(page: Page, moon: str, name: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{moon}/{name}.html")
    all_alive(page)
    assert not sideways(page)


def test_targets_are_large_enough(quizzes: Page) -> None:
    """24 px at least (WCAG 2.5.8), regions of a figure on a phone included."""
    quizzes.set_viewport_size({"width": 375, "height": 800})
    all_alive(quizzes)
    controls = "form.sc-live :is(button, select, input, [data-region])"
    sizes = quizzes.locator(controls).evaluate_all(
        "all => all.filter(e => e.checkVisibility()).map(e => {"
        " const { width, height } = (e.closest('label') ?? e).getBoundingClientRect();"
        " return Math.min(width, height); })"
    )
    assert len(sizes) > 50
    assert min(sizes) >= 24


def test_a_page_gets_the_scripts_of_its_types_alone(page: Page, moon: str) -> None:
    def scripts(name: str) -> set[str]:
        page.goto(f"{moon}/{name}")
        found = page.evaluate("[...document.scripts].map(s => s.src)")
        return {src.partition("/selfcheck/")[2].partition("?")[0] for src in found} - {""}

    assert scripts("index.html") == set()
    types = {f"types/{kind}.js" for kind in {*WAYS, "case"} - {"choice"}}
    assert scripts("quizzes.html") == {"page.js", *types}
    assert scripts("paged.html") == {"page.js", "overview.js", *types}


def test_german_pages_speak_german(page: Page, mond: str) -> None:
    page.goto(f"{mond}/notebooks/moon.html")
    question = page.locator('[data-question="mond/was-stimmt"]')
    question.get_by_role("checkbox", name="Er geht bei Sonnenuntergang auf").click()
    question.get_by_role("button", name="Prüfen", exact=True).click()
    expect(question.get_by_role("status")).to_have_text("Teilweise richtig: 1 von 2")
    number = page.locator('[data-question="mond/laufzeit"]')
    # Without a kernel nothing comes from code.
    assert number.get_by_role("textbox").input_value() == ""
    number.get_by_role("textbox").fill("5.000")
    number.get_by_role("button", name="Prüfen", exact=True).click()
    expect(number.get_by_role("status")).to_contain_text("von 0 s bis 1.000 s")
    number.get_by_role("textbox").fill("1,28")
    number.get_by_role("button", name="Prüfen", exact=True).click()
    expect(number).to_have_attribute("data-result", "correct")
    expect(number.get_by_role("status")).to_have_text("Richtig")


def test_numbers_are_read_as_the_bank_writes_them(page: Page, mond: str) -> None:
    """An English bank on a German page: 1.280 is not a thousand and more."""
    page.goto(f"{mond}/quizzes.html")
    number = named(page, "light-time")
    number.get_by_role("textbox").fill("1.280")
    number.get_by_role("button", name="Prüfen", exact=True).click()
    expect(number).to_have_attribute("data-result", "correct")


@pytest.mark.parametrize("address", ["github.com/you/course", "javascript:alert(1)//"])
def test_a_repository_that_is_no_web_address_gets_no_link(
    page: Page, moon: str, address: str
) -> None:
    _changed(page, "https://example.org/moon/course", address)
    page.goto(f"{moon}/quizzes.html")
    who = Learner(named(page, "which-light"), "mouse")
    who.check(who.right())
    who.sees("correct")
    expect(who.live.get_by_role("link")).to_have_count(0)


def test_a_case_speaks_only_when_it_has_news(quizzes: Page) -> None:
    case = named(quizzes, "the-traveller")
    for part in case.locator(".sc-question").all():
        who = Learner(part, "mouse")
        who.check(who.right())
    verdict = case.locator("> .sc-status")
    expect(verdict).to_contain_text("2 of 2 right")
    verdict.evaluate(
        "e => { window.spoken = 0;"
        " new MutationObserver(() => (window.spoken += 1)).observe(e, { childList: true }); }"
    )
    who = Learner(named(quizzes, "which-light"), "mouse")
    who.check(who.right())
    who.sees("correct")
    assert quizzes.evaluate("window.spoken") == 0


def test_a_figure_in_a_figure_is_told_from_it(quizzes: Page) -> None:
    """Regions may lie in one another: the inner one is meant."""
    who = Learner(named(quizzes, "where-is-new"), "mouse")
    inner, outer = who.right()[0], who.wrong()[0]
    who.live.evaluate(
        """(form, [inner, outer]) => {
          const one = (n) => form.querySelector(`[data-region="${n}"]`);
          const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
          group.dataset.region = outer;
          one(outer).replaceWith(group);
          group.append(one(inner));
        }""",
        [inner, outer],
    )
    who.answer([inner])
    assert who.response() == [inner]


@pytest.mark.parametrize("width", [375, 1280])
def test_right_to_left(page: Page, moon: str, width: int) -> None:
    """A page in a language without a catalogue speaks English, and keeps its direction."""
    _changed(page, '<html class="no-js" lang="en"', '<html lang="ar" dir="rtl"')
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{moon}/quizzes.html")
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    who = Learner(named(page, "which-light"), "keyboard")
    who.check(who.right())
    who.sees("correct")
    box = who.live.get_by_role("radio").first.bounding_box()
    text = who.live.locator(".sc-row label span").first.bounding_box()
    assert box
    assert text
    assert box["x"] > text["x"]
    quiz = page.locator(".selfcheck")
    assert quiz.evaluate("e => [...e.querySelectorAll('*')].every(c => c.scrollLeft === 0)")
    assert not sideways(page)


def _changed(page: Page, old: str, new: str) -> None:
    """Serve the page of quizzes with *new* instead of *old*, which must be in it."""

    def serve(route: Route) -> None:
        got = route.fetch()
        assert old in got.text()
        route.fulfill(response=got, body=got.text().replace(old, new))

    page.route("**/quizzes.html", serve)

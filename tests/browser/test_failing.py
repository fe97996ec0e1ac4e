"""What fails in one quiz or one question is no matter of the others, and what is kept no danger."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from selfcheck.render.settings import Settings
from tests.support.kept import empty, kept
from tests.support.learner import Learner
from tests.support.many import many, page_with
from tests.support.notebook import bare_notebook, run
from tests.support.site import served

POISON: list[Any] = [
    *(None, True, 0, -1, 1e308, "", "x", "__proto__", "x" * 30_000, [], [[]], [[["a"]]], {}, [1]),
    *(
        {"v": 1},
        {"v": 1, "response": {"a": [[]]}, "hints": {}, "at": {"valueOf": 1}, "after": None},
    ),
    *({"v": 1, "round": [[1]], "asked": [[["x"]], {"toString": 1}]}, {"toString": 1, "valueOf": 1}),
    {"v": 1, "type": "choice", "response": ["b", ["c"]], "hints": "9", "confidence": [3]},
    {"id": {}, "timestamp": {"toString": 1}, "result": {"score": {"scaled": {"valueOf": 1}}}},
]
BROKEN = ["{", "undefined", "\ud800", "[" * 30_000]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder, and the address of the page in it."""
    with served(tmp_path) as address:
        yield tmp_path, f"{address}/index.html"


def named(page: Page, name: str) -> Locator:
    return page.locator(f'[data-question="{name}"]')


def answers(page: Page, name: str) -> None:
    who = Learner(named(page, name), "mouse")
    who.check(who.right())
    who.sees("correct")


def test_a_quiz_that_fails_stays_plain_and_the_next_comes_alive(
    page: Page, place: tuple[Path, str], troubles: list[str]
) -> None:
    folder, address = place
    # A frame whose data cannot be read fails after questions and progress have been made.
    frame = "<section class='sc-case' data-question='two/case' data-q='{'>"
    broken = many("two", 3, Settings(summary=True, one_at_a_time=True))
    broken = broken.replace("<section", f"{frame}<section", 1).replace(
        "<ul class='sc-obj", "</section><ul class='sc-obj", 1
    )
    page_with(folder, many("one", 2), broken, many("three", 2))
    page.goto(address)
    answers(page, "one/number-1")
    answers(page, "three/number-2")
    plain = page.locator(".selfcheck").nth(1)
    expect(plain.locator(".sc-live")).to_have_count(0)
    expect(plain.locator(".sc-question:visible")).to_have_count(3)
    expect(plain.get_by_text("What is number 3?")).to_be_visible()
    answer = plain.get_by_text("Answer", exact=True).first
    answer.click()
    expect(plain.get_by_text("Number 1 is number 1.")).to_be_visible()
    assert [each for each in troubles if "selfcheck: two stays plain." in each]
    troubles.clear()


def test_a_question_that_fails_when_its_turn_comes_leaves_the_others(
    page: Page, place: tuple[Path, str], troubles: list[str]
) -> None:
    folder, address = place
    quiz = many("one", 3, Settings(summary=True))
    first, sign, rest = quiz.partition("data-question='one/number-2'")
    quiz = first + sign + rest.replace("class='sc-prompt'", "class='sc-lost'", 1)
    page_with(folder, quiz)
    page.goto(address)
    answers(page, "one/number-1")
    answers(page, "one/number-3")
    failed = named(page, "one/number-2")
    expect(failed).to_be_visible()
    expect(failed.locator("form")).to_have_count(0)
    expect(page.get_by_text("2 of 2 answered")).to_be_visible()
    assert [each for each in troubles if "selfcheck: one/number-2 stays plain." in each]
    troubles.clear()


def test_a_page_in_the_place_of_a_script_holds_nothing_up(
    page: Page, place: tuple[Path, str], troubles: list[str]
) -> None:
    folder, address = place
    page_with(folder, many("one", 2, Settings(summary=True)))
    # As hosts do that answer with a page whatever they are asked for.
    page.route("**/summary.js*", lambda route: route.fulfill(body="<!DOCTYPE html>"))
    page.goto(address)
    answers(page, "one/number-1")
    answers(page, "one/number-2")
    expect(page.get_by_text("2 of 2 answered")).to_be_visible()
    assert [each for each in troubles if "Unexpected token" in each]
    troubles.clear()


def test_the_page_lives_with_whatever_is_kept(page: Page, place: tuple[Path, str]) -> None:
    folder, address = place
    settings = Settings(draw=2, summary=True, confidence=True, one_at_a_time=True)
    page_with(folder, many("one", 2), many("two", 4, settings))
    page.goto(address)
    answers(page, "one/number-1")
    (good,) = [each for each in kept(page) if each.kind == "attempt"]
    start = "selfcheck:v1:bare:"
    slots = ["one/number-2", *(f"two/number-{n}" for n in range(1, 5))]
    keys = [f"{start}draft:two#round", "selfcheck.seed", "selfcheck.actor", "selfcheck.probe"]
    keys += [f"{start}{kind}" for slot in slots for kind in (f"draft:{slot}", f"attempt:{slot}:x")]
    # Beside the good one, for the same question, too.
    keys += [f"{start}attempt:one/number-1:x", f"{start}draft:one/number-1", f"{start}attempt:"]
    for text in (*(json.dumps(each) for each in POISON), *BROKEN):
        page.evaluate(
            "([keys, text]) => keys.forEach(k => localStorage.setItem(k, text))", [keys, text]
        )
        page.reload()
        expect(named(page, "one/number-2").locator("form")).to_be_attached()
        expect(page.locator(".sc-paging")).to_be_visible()
        expect(page.locator("[data-question^=two]:visible form")).to_have_count(1)
        expect(named(page, "one/number-1")).to_have_attribute("data-result", "correct")
        assert good in kept(page)
    answers(page, "one/number-2")


@pytest.mark.parametrize("value", POISON, ids=lambda value: json.dumps(value)[:30])
def test_the_widget_lives_with_whatever_it_is_told(
    page: Page, place: tuple[Path, str], value: Any
) -> None:
    folder, address = place
    bare_notebook(folder / "index.html")
    page.goto(address)
    slot = "one/number-1"
    quiz = many("one", 2)
    for traits in (
        {"drafts": value, "log": value, "types": value, "report": value, "answer": value},
        {"drafts": {slot: value}, "log": [value, value], "report": "https://a:99999/"},
    ):
        page.evaluate("document.body.replaceChildren()")
        run(page, quiz, **traits)
        answers(page, slot)
        empty(page)


def test_a_quiz_lives_with_an_address_that_cannot_be_read(
    page: Page, place: tuple[Path, str]
) -> None:
    folder, address = place
    page_with(folder, many("one", 1))
    path = folder / "index.html"
    path.write_text(
        path.read_text().replace("data-course", "data-report='https://a:99999/' data-course")
    )
    page.goto(address)
    answers(page, "one/number-1")
    expect(named(page, "one/number-1").locator("form a")).to_have_count(0)

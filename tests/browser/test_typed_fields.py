"""Fields that are typed into: which keyboard a phone shows, and what costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from selfcheck.render import html
from tests.support.asked import asked
from tests.support.bare import bare_page
from tests.support.kept import attempts
from tests.support.learner import Learner
from tests.support.site import served

Show = Callable[..., Learner]


@pytest.fixture
def page(same_tab: Page) -> Page:
    return same_tab


@pytest.fixture
def show(page: Page, tmp_path: Path) -> Iterator[Show]:
    """Shows one question on a page, as its author wrote it."""
    with served(tmp_path) as address:

        def shown(kind: str, text: str, language: str = "en") -> Learner:
            bare_page(tmp_path / "index.html", html(asked(tmp_path, kind, text, language), {}))
            page.goto(f"{address}/index.html")
            return Learner(page.locator(".sc-question"), "mouse")

        yield shown


def field(who: Learner) -> Locator:
    return who.live.get_by_role("textbox")


VARIANTS = """
prompt: "[[n]]?"
variants: [{n: 1, a: 1, w: 2}, {n: 2, a: 2, w: %s}]
answer: a
wrong: [{near: w, feedback: No.}]
"""


@pytest.mark.parametrize(
    "text",
    [
        "answer: 42",
        "answer: 0.5\ntolerance: 0.1",
        "answer: 0\nminimum: 0",
        "answer: 1298897",
        'answer: 42\nunit: "%"',
        "answer: 42\nwrong: [{near: 41, feedback: No.}]",
        VARIANTS % 3,
    ],
)
def test_a_phone_gets_digits_where_they_are_enough(show: Show, text: str) -> None:
    who = show("numeric", text if "prompt" in text else f"prompt: How many?\n{text}")
    expect(field(who)).to_have_attribute("inputmode", "decimal")


@pytest.mark.parametrize(
    "text",
    [
        "answer: -18",
        "answer: 42\nwrong: [{near: -42, feedback: No.}]",
        "answer: 42\nminimum: -100",
        "answer: 42\nunit: °C\nunits: {K: 1}",
        "answer: 6.022e23\ntolerance: 1%",
        "answer: 1.6e-19",
        "answer: 0.00001",
        "answer: 42\nwrong: [{near: 4.2e+9, feedback: No.}]",
        VARIANTS % -3,
    ],
)
def test_a_phone_gets_all_keys_where_a_sign_a_unit_or_a_power_may_be_needed(
    show: Show, text: str
) -> None:
    who = show("numeric", text if "prompt" in text else f"prompt: How many?\n{text}")
    expect(field(who)).to_be_visible()
    assert field(who).get_attribute("inputmode") is None


@pytest.mark.parametrize(
    ("language", "typed", "means"),
    [("en", "1.234", "1.2340"), ("de", "1,234", "1,2340"), ("de", "\u200f1,234 kg", "1,2340")],
)
def test_a_number_of_two_meanings_is_asked_about_and_costs_nothing(
    show: Show, page: Page, language: str, typed: str, means: str
) -> None:
    who = show("numeric", "prompt: How many?\nanswer: 1234\nunit: kg", language)
    who.check(typed)
    expect(who.status).to_contain_text("1234 for the large one")
    expect(who.status).to_contain_text(means)
    assert who.root.get_attribute("data-result") is None
    assert attempts(page, "asked/asked") == []
    who.check(means)
    who.sees("incorrect")
    who.press("Try again")
    who.check("1234")
    who.sees("correct")


def test_a_slash_of_two_meanings_is_asked_about_in_persian(show: Show, page: Page) -> None:
    who = show("numeric", "prompt: How many?\nanswer: 1.5\nunit: kg", "fa")
    who.check("\u06f1/\u06f5 kg")
    expect(who.status).to_contain_text("1.5 for the large one, or 1÷5 for the small one")
    assert attempts(page, "asked/asked") == []
    who.check("1÷5")
    who.sees("incorrect")
    who.press("Try again")
    who.check("1.5")
    who.sees("correct")


def test_what_no_unit_is_is_not_called_one(show: Show, page: Page) -> None:
    who = show("numeric", "prompt: How many?\nanswer: 52\nunit: kg")
    who.check("5² kg")
    expect(who.status).to_contain_text("“² kg” is in the way")
    assert attempts(page, "asked/asked") == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("about 5", "“about” is in the way"),
        ("5 kg", "“kg” is in the way"),
        ("5 %", "“%” is in the way"),
        ("10^½", "“^½” is in the way"),
        ("1.2.3", "This is not a number"),
    ],
)
def test_what_is_in_the_way_is_said_and_costs_nothing(
    show: Show, page: Page, typed: str, said: str
) -> None:
    who = show("numeric", "prompt: How many?\nanswer: 5")
    who.check(typed)
    expect(who.status).to_contain_text(said)
    assert attempts(page, "asked/asked") == []


@pytest.mark.parametrize(
    "typed", ["$5", "5 €", "\u200e5\u202c", "\u0665", "5\u00a0", "10/2", "\uff15"]
)
def test_five_is_five(show: Show, typed: str) -> None:
    who = show("numeric", "prompt: How many?\nanswer: 5")
    who.check(typed)
    who.sees("correct")


def test_another_currency_than_the_one_asked_for(show: Show, page: Page) -> None:
    who = show("numeric", 'prompt: How much?\nanswer: 5\nunit: "€"')
    who.check("$5")
    expect(who.status).to_contain_text("This unit is not known here. Known are €.")
    assert attempts(page, "asked/asked") == []
    who.check("€ 5")
    who.sees("correct")


def test_bounds_are_said_as_powers_of_ten(show: Show) -> None:
    who = show("numeric", "prompt: How many?\nanswer: 6.0e23\nminimum: 1.0e20\nmaximum: 2.5e24")
    who.check("5")
    expect(who.status).to_contain_text("from 1 × 10²⁰ to 2.5 × 10²⁴")


@pytest.mark.parametrize(
    ("kind", "text", "most"),
    [
        ("numeric", "prompt: How many?\nanswer: 5", 100),
        ("short-text", "prompt: Who?\nanswers: [Ana]", 250),
        ("cloze", 'prompt: Who?\ntext: "[[who]] is."\ngaps: {who: {answers: [Ana]}}', 250),
    ],
)
def test_a_long_paste_is_cut(show: Show, page: Page, kind: str, text: str, most: int) -> None:
    who = show(kind, text)
    field(who).focus()
    page.keyboard.insert_text("1" * 50_000)
    who.press("Check")
    who.sees("incorrect")
    assert len(field(who).input_value()) == most


def test_a_sign_tells_two_answers_apart(show: Show) -> None:
    wrong = "wrong: [{answers: [O+], feedback: That has the antigen.}]"
    who = show("short-text", f"prompt: Which group?\nanswers: [O-]\n{wrong}")
    who.check("O+")
    who.sees("incorrect")
    expect(who.live).to_contain_text("That has the antigen.")
    who.press("Try again")
    who.check("O−")
    who.sees("correct")

"""What the page remembers, and what it makes of what it cannot have written."""

from __future__ import annotations

import json
from itertools import chain
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.alive import all_alive
from tests.support.kept import attempts, change, kept, settled
from tests.support.learner import Learner
from tests.support.moon import COURSE

# No draft and no statement, and no JSON at all.
RUBBISH: dict[str, str] = {
    "no JSON": "{",
    "nothing": "",
    "null": "null",
    "a number": "17",
    "a text": '"sun"',
    "a list": "[]",
    "empty": "{}",
    "a prototype": '{"__proto__": {"v": 1, "response": "sun"}}',
    "huge": json.dumps({"v": 1, "after": None, "response": "x" * 50_000}),
    "deep": "[" * 5_000 + "]" * 5_000,
}
RESPONSES: list[Any] = [
    *(17, True, "nobody", "constructor", "__proto__", ["nobody"], ["constructor"], [[[]]]),
    *({"nobody": "nobody"}, {"constructor": "constructor"}, {"toString": 1}, [None, None]),
    *({"length": 2, "0": "a"}, "x" * 50_000),
]
DRAFTS: dict[str, str] = {
    **RUBBISH,
    "of a later version": '{"v": 2, "after": null, "response": "moon", "hints": 1}',
    **{
        f"the response {json.dumps(response)[:30]}": json.dumps(
            {"v": 1, "at": "x", "after": None, "response": response, "hints": [], "variant": {}}
        )
        for response in RESPONSES
    },
}
SET = "entries => { for (const [key, text] of entries) localStorage.setItem(key, text); }"
# Where in a statement what is put in, and what.
POISONS: dict[str, tuple[str, Any]] = {
    "no score": ("result.score", None),
    "a score that is no number": ("result.score.scaled", {}),
    "a score above 1": ("result.score.scaled", 17),
    "no result": ("result", None),
    "no context": ("context", 17),
    "no definition": ("object.definition", []),
    "no time": ("timestamp", None),
    "a time that is none": ("timestamp", "noon"),
    "the last time there is": ("timestamp", "+275760-09-13T00:00:00.000Z"),
    "no key": ("object.definition.extensions.urn:selfcheck:key", None),
    "a key that is none": ("object.definition.extensions.urn:selfcheck:key", {"toString": 1}),
    "tries that are none": ("context.extensions.urn:selfcheck:tries", "many"),
    "a later version": ("context.extensions.urn:selfcheck:version", 2),
    **{
        f"the response {json.dumps(response)[:30]}": (
            "result.extensions.urn:selfcheck:response",
            response,
        )
        for response in RESPONSES
    },
}
# Of four types two questions each: a visit has one poison in the first ones, another in the others.
POISONED = (
    ("which-light", "full-moon-facts", "switch-it-on", "day-or-night"),
    ("which-eclipse", "new-moon-facts", "order-of-phases", "true-of-which"),
)
VISITS = [
    {name: poison for names, poison in zip(POISONED, pair, strict=False) for name in names}
    for pair in (list(POISONS)[n : n + 2] for n in range(0, len(POISONS), 2))
]


def at(page: Page, name: str) -> Learner:
    return Learner(page.locator(f'[data-question="moon/{name}"]'), "mouse")


def first(page: Page) -> Learner:
    return at(page, "which-light")


def solve(page: Page, name: str) -> None:
    who = at(page, name)
    who.check(who.right())
    who.sees("correct")


def put(page: Page, entries: dict[str, str]) -> None:
    page.evaluate(SET, list(entries.items()))


@pytest.fixture
def page(same_tab: Page) -> Page:
    return same_tab


def test_a_check_leaves_an_attempt_and_no_draft(quizzes: Page) -> None:
    who = first(quizzes)
    who.answer(who.right())
    assert [(each.course, each.kind, each.slot) for each in kept(quizzes)] == [
        (COURSE, "draft", "moon/which-light")
    ]
    who.press("Check")
    who.sees("correct")
    assert [(each.course, each.kind, each.slot) for each in kept(quizzes)] == [
        (COURSE, "attempt", "moon/which-light")
    ]


def test_a_learner_always_sees_the_same_order(quizzes: Page) -> None:
    def order() -> list[str]:
        all_alive(quizzes)
        return quizzes.locator(".sc-live .sc-row label").all_text_contents()

    before = order()
    quizzes.reload()
    assert order() == before


def test_learners_see_different_orders(quizzes: Page) -> None:
    seen = set()
    for seed in range(6):
        quizzes.evaluate(f"localStorage.setItem('selfcheck.seed', '\"seed {seed}\"')")
        quizzes.reload()
        all_alive(quizzes)
        seen.add(tuple(quizzes.locator(".sc-live .sc-row label").all_text_contents()))
    assert len(seen) > 1


def lives(quizzes: Page, count: int) -> None:
    """See that all questions come alive, answered by nobody, and that an answer stays."""
    quizzes.reload()
    expect(quizzes.locator(".sc-question > .sc-live")).to_have_count(count)
    expect(quizzes.locator("[data-result]")).to_have_count(0)
    who = first(quizzes)
    who.check(who.right())
    who.sees("correct")
    quizzes.reload()
    who.sees("correct")


@pytest.mark.parametrize("name", DRAFTS)
def test_a_broken_draft_breaks_no_question(quizzes: Page, name: str) -> None:
    questions = quizzes.locator(".sc-question")
    slots = questions.evaluate_all("all => all.map((e) => e.dataset.question)")
    put(quizzes, {f"selfcheck:v1:{COURSE}:draft:{slot}": DRAFTS[name] for slot in slots})
    lives(quizzes, len(slots))


@pytest.mark.parametrize("name", RUBBISH)
def test_rubbish_in_place_of_attempts_breaks_no_question(quizzes: Page, name: str) -> None:
    questions = quizzes.locator(".sc-question")
    slots = questions.evaluate_all("all => all.map((e) => e.dataset.question)")
    prefix = f"selfcheck:v1:{COURSE}:attempt"
    put(quizzes, {f"{prefix}:{slot}:{n}": RUBBISH[name] for slot in slots for n in range(2)})
    # And beside answers, what looks like one from afar.
    put(quizzes, {f"{prefix}": RUBBISH[name], f"{prefix}:": RUBBISH[name]})
    put(quizzes, {"selfcheck:v1:": RUBBISH[name], "selfcheck.seed": RUBBISH[name]})
    lives(quizzes, len(slots))


@pytest.fixture(scope="module")
def wrong(browser: Browser, moon: str) -> dict[str, str]:
    """The attempts that a browser keeps of a wrong answer to each of `POISONED`, by their keys."""
    tab = browser.new_page()
    tab.goto(f"{moon}/quizzes.html")
    for name in chain(*POISONED):
        who = at(tab, name)
        who.check(who.wrong())
        who.sees("incorrect")
    found = {each.key: each.text for each in settled(tab)}
    tab.close()
    return found


@pytest.mark.parametrize("visit", VISITS)
def test_a_poisoned_attempt_breaks_nothing(
    quizzes: Page, wrong: dict[str, str], visit: dict[str, str]
) -> None:
    """Whatever a statement holds, the question comes alive and can be answered."""
    # There is a database from the first attempt on.
    solve(quizzes, "light-time")
    settled(quizzes)
    keys = {key.split(":")[4].partition("/")[2]: key for key in wrong}
    poisoned = {keys[name]: _changed(wrong[keys[name]], *POISONS[visit[name]]) for name in visit}
    change(quizzes, poisoned)
    quizzes.reload()
    for name, poison in visit.items():
        who = at(quizzes, name)
        # What was made of the tries does not decide whether the answer stands.
        if POISONS[poison][0].endswith(":tries"):
            who.sees("incorrect")
            who.press("Try again")
        else:
            who.sees_nothing_graded()
        solve(quizzes, name)
    quizzes.reload()
    for name in visit:
        at(quizzes, name).sees("correct")


def test_an_attempt_at_another_question_is_none_at_this_one(quizzes: Page) -> None:
    solve(quizzes, "which-eclipse")
    (attempt,) = kept(quizzes)
    put(quizzes, {attempt.key.replace("which-eclipse", "which-light"): attempt.text})
    quizzes.reload()
    who = first(quizzes)
    who.sees_nothing_graded()
    who.check(who.right())
    who.sees("correct")


def test_an_answer_outlives_a_clock_that_was_ahead(quizzes: Page) -> None:
    """The newest check is the one that was made last, whatever the clock said before."""
    who = first(quizzes)
    who.check(who.wrong())
    who.sees("incorrect")
    (attempt,) = settled(quizzes)
    change(quizzes, {attempt.key: _changed(attempt.text, "timestamp", "2999-01-01T00:00:00.000Z")})
    quizzes.reload()
    who.sees("incorrect")
    who.press("Try again")
    who.check(who.right())
    who.sees("correct")
    quizzes.reload()
    who.sees("correct")


def test_every_attempt_stays_in_the_log(quizzes: Page) -> None:
    who = first(quizzes)
    for _ in range(3):
        who.check(who.wrong())
        who.sees("incorrect")
        who.press("Try again")
    who.check(who.right())
    who.sees("correct")
    log = attempts(quizzes, "moon/which-light", COURSE)
    assert [each["result"]["success"] for each in log] == [False, False, False, True]
    assert len({each["id"] for each in log}) == 4


def test_hints_come_one_at_a_time_and_stay(quizzes: Page) -> None:
    root = quizzes.locator(".sc-question:has(.sc-hint)").first
    who = Learner(root, "mouse")
    count = root.locator(".sc-plain .sc-hint").count()
    shown = root.locator(".sc-live .sc-hints > *")
    for opened in range(1, count + 1):
        who.press("Hint")
        expect(shown).to_have_count(opened)
    expect(root.get_by_role("button", name="Hint", exact=True)).to_have_count(0)
    who.sees_nothing_graded()
    quizzes.reload()
    expect(shown).to_have_count(count)


def _changed(text: str, where: str, value: Any) -> str:
    """Return a statement with *value* at a place that points name."""
    statement = json.loads(text)
    *path, last = where.split(".", maxsplit=where.partition("urn")[0].count("."))
    inner = statement
    for name in path:
        inner = inner[name]
    assert last in inner
    inner[last] = value
    return json.dumps(statement)

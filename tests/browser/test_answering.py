"""Every question type, right, wrong and in part, by mouse and by keyboard alone."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.support.learner import Hand, Learner

TYPES = ("choice", "multiple-response", "numeric", "order", "match")
HANDS: tuple[Hand, ...] = ("mouse", "keyboard")

pytestmark = [pytest.mark.parametrize("hand", HANDS), pytest.mark.parametrize("kind", TYPES)]


def learner(page: Page, kind: str, hand: Hand) -> Learner:
    question = page.locator(f'.sc-question[data-q*=\'"type":"{kind}"\']').first
    return Learner(question, hand)


def test_right(module: Page, kind: str, hand: Hand) -> None:
    who = learner(module, kind, hand)
    who.answer(who.right())
    who.sees_nothing_graded()
    who.press("Check")
    who.sees("correct")
    expect(who.status).to_be_focused()


def test_wrong_and_then_right(module: Page, kind: str, hand: Hand) -> None:
    who = learner(module, kind, hand)
    wrong = who.wrong()
    who.check(wrong)
    who.sees("incorrect")
    if kind in ("choice", "multiple-response"):
        chosen = wrong if kind == "choice" else wrong[0]
        who.sees_feedback([who.feedback(chosen)])
    elif kind != "numeric":
        who.sees_feedback([who.feedback(index) for index in range(len(wrong))])
    who.press("Try again")
    who.sees_nothing_graded()
    who.check(who.right())
    who.sees("correct")


def test_partly_keeps_what_was_right(module: Page, kind: str, hand: Hand) -> None:
    who = learner(module, kind, hand)
    partly = who.partly()
    if partly is None:
        assert kind in ("choice", "numeric"), f"no {kind} question with parts on the page"
        return
    who.check(partly)
    who.sees("partial")
    who.press("Try again")
    kept = who.response()
    match kind:
        case "multiple-response" | "order":
            assert kept == partly
        case "match":
            key = who.data["key"]
            assert kept == [
                right if right == key[left] else None for left, right in enumerate(partly)
            ]


def test_unanswered_costs_nothing(module: Page, kind: str, hand: Hand) -> None:
    who = learner(module, kind, hand)
    who.press("Check")
    who.sees_nothing_graded()
    expect(who.status).not_to_be_empty()
    assert module.evaluate("localStorage.getItem('selfcheck:attempts')") is None
    who.check(who.right())
    who.sees("correct")


def test_reload_restores_the_answer_and_the_verdict(module: Page, kind: str, hand: Hand) -> None:
    who = learner(module, kind, hand)
    wrong = who.wrong()
    who.check(wrong)
    who.sees("incorrect")
    before = who.response()
    module.reload()
    who = learner(module, kind, hand)
    who.sees("incorrect")
    assert who.response() == before
    attempts = json.loads(module.evaluate("localStorage.getItem('selfcheck:attempts')"))
    assert len(attempts) == 1


def test_an_attempt_is_an_xapi_statement(module: Page, kind: str, hand: Hand) -> None:
    who = learner(module, kind, hand)
    who.check(who.right())
    who.sees("correct")
    (attempt,) = json.loads(module.evaluate("localStorage.getItem('selfcheck:attempts')"))
    name = who.root.get_attribute("data-question")
    assert attempt["verb"]["id"] == "http://adlnet.gov/expapi/verbs/answered"
    assert attempt["object"]["id"] == f"urn:selfcheck:{name}"
    assert attempt["result"]["score"] == {"scaled": 1}
    assert attempt["result"]["success"] is True
    assert attempt["object"]["definition"]["extensions"] == {"urn:selfcheck:hash": who.data["hash"]}

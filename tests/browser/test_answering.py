"""Every question type, right, wrong and in part, by mouse and by keyboard alone."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.support.answers import WAYS
from tests.support.learner import Hand, Learner

TYPES = tuple(WAYS)
WITHOUT_PARTS = ("choice", "numeric", "short-text", "hotspot")
HANDS: tuple[Hand, ...] = ("mouse", "keyboard")

pytestmark = [pytest.mark.parametrize("hand", HANDS), pytest.mark.parametrize("kind", TYPES)]


def learner(page: Page, kind: str, hand: Hand) -> Learner:
    """The first question of its kind that is no part of a case; the moon has one of each."""
    questions = page.locator(f'.sc-question[data-q*=\'"type":"{kind}"\']:not(.sc-case *)')
    return Learner(questions.first, hand)


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
    who.sees_feedback_to(wrong)
    who.press("Try again")
    who.sees_nothing_graded()
    who.check(who.right())
    who.sees("correct")


def test_partly_keeps_what_was_right(module: Page, kind: str, hand: Hand) -> None:
    who = learner(module, kind, hand)
    partly = who.partly()
    if partly is None:
        assert kind in WITHOUT_PARTS, f"no {kind} question with parts on the page"
        return
    who.check(partly)
    who.sees("partial")
    who.press("Try again")
    assert who.response() == who.kept(partly)


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

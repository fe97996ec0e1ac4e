"""Every question type, right, wrong and in part, by mouse and by keyboard alone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.support.answers import WAYS, WITH_PARTS
from tests.support.kept import attempts, extension
from tests.support.learner import Hand, Learner
from tests.support.moon import COURSE
from tests.support.seen import expect

HANDS: tuple[Hand, ...] = ("mouse", "keyboard")
# The kinds of interaction that xAPI 1.0.3 knows and we use.
INTERACTIONS = {"choice", "sequencing", "matching", "fill-in", "numeric", "performance", "other"}

pytestmark = pytest.mark.parametrize("hand", HANDS)
every_type = pytest.mark.parametrize("kind", WAYS)


def learners(page: Page, kind: str, hand: Hand) -> list[Learner]:
    """Someone at each question of a kind that is no part of a case; the moon has two or more."""
    questions = page.locator(f'.sc-question[data-q*=\'"type":"{kind}"\']:not(.sc-case *)')
    return [Learner(question, hand) for question in questions.all()]


def learner(page: Page, kind: str, hand: Hand) -> Learner:
    return learners(page, kind, hand)[0]


@every_type
def test_right(quizzes: Page, kind: str, hand: Hand) -> None:
    """And before it Check with nothing chosen, which costs nothing."""
    who = learner(quizzes, kind, hand)
    who.press("Check")
    who.sees_nothing_graded()
    expect(who.status).not_to_be_empty()
    assert attempts(quizzes) == []
    right = who.right()
    who.answer(right)
    who.sees_nothing_graded()
    who.press("Check")
    who.sees("correct")
    expect(who.status).to_be_focused()
    _is_an_xapi_statement(quizzes, who, right)


@every_type
def test_wrong_and_then_right(quizzes: Page, kind: str, hand: Hand) -> None:
    """And between them the page is loaded anew: answer and verdict stand there again."""
    who = learner(quizzes, kind, hand)
    wrong = who.wrong()
    who.check(wrong)
    who.sees("incorrect")
    who.sees_feedback_to(wrong)
    before = who.response()
    quizzes.reload()
    who = learner(quizzes, kind, hand)
    who.sees("incorrect")
    assert who.response() == before
    assert len(attempts(quizzes)) == 1
    who.press("Try again")
    who.sees_nothing_graded()
    who.check(who.right())
    who.sees("correct")


@pytest.mark.parametrize("kind", WITH_PARTS)
def test_partly_keeps_what_was_right(quizzes: Page, kind: str, hand: Hand) -> None:
    # A hotspot with one right region cannot be right in part.
    who = next(each for each in learners(quizzes, kind, hand) if each.partly() is not None)
    partly = who.partly()
    who.check(partly)
    who.sees("partial")
    who.press("Try again")
    assert who.response() == who.kept(partly)


def _is_an_xapi_statement(page: Page, who: Learner, right: Any) -> None:
    """See that the one attempt at a question is one, with a right response."""
    name = who.root.get_attribute("data-question")
    (attempt,) = attempts(page, name, COURSE)
    assert attempt["verb"]["id"] == "http://adlnet.gov/expapi/verbs/answered"
    assert attempt["object"]["id"] == f"urn:selfcheck:question:{COURSE}:{name}"
    definition, result = attempt["object"]["definition"], attempt["result"]
    assert definition["interactionType"] in INTERACTIONS
    assert definition["correctResponsesPattern"]
    assert result["score"] == {"scaled": 1}
    assert result["success"] is True
    assert who.alike(extension(result, "response")) == right
    fingerprints = {who.data["fp"], *(each["fp"] for each in who.data.get("variants", ()))}
    assert extension(definition, "fingerprint") in fingerprints

"""The rule `missing-feedback`."""

import pytest

from selfcheck.lint.rules.missing_feedback import RULE
from tests.support.linted import problems

MORE = "That is 3 × 2; 3² is 3 × 3."


def asked(*feedback: str, right: str = "Yes.") -> dict[str, object]:
    wrong = [{"text": f"number {n}", "feedback": each} for n, each in enumerate(feedback)]
    return {
        "prompt": "What is 3²?",
        "options": [{"text": "9", "correct": True, "feedback": right}, *wrong],
    }


@pytest.mark.parametrize(
    ("language", "verdict"),
    [
        ("en", "Wrong."),
        ("en", "No, that is not correct!"),
        ("en", "Incorrect. Try again."),
        ("en", "Sorry, wrong answer"),
        ("de", "Leider falsch."),
        ("de", "Nein, das stimmt nicht."),
        ("es", "Incorrecto. Inténtalo de nuevo."),
    ],
)
def test_a_verdict_alone_is_told(language: str, verdict: str) -> None:
    (found,) = problems(RULE, asked(MORE, verdict), language)
    assert found.where == ("options", 2, "feedback")


def test_several_are_told_once() -> None:
    (found,) = problems(RULE, asked("Wrong.", "No.", MORE))
    assert "so does that of 1 more" in found.message


def test_feedback_that_says_why_is_left_alone() -> None:
    assert problems(RULE, asked(MORE, "No: 3² is no sum.")) == []


def test_a_right_option_may_be_told_no_more_than_that() -> None:
    assert problems(RULE, asked(MORE, right="Right.")) == []


def test_regions_have_feedback_as_well() -> None:
    regions = [
        {"region": "a", "text": "The ring", "correct": True, "feedback": "Yes."},
        {"region": "b", "text": "The core", "feedback": "No."},
    ]
    figure = {
        "type": "hotspot",
        "prompt": "Where?",
        "figure": "f",
        "alt": "A ring",
        "regions": regions,
    }
    (found,) = problems(RULE, figure)
    assert found.where == ("regions", 1, "feedback")

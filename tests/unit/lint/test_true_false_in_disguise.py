"""The rule `true-false-in-disguise`."""

import pytest

from selfcheck.lint.rules.true_false_in_disguise import RULE
from tests.support.linted import choice, problems

OPTIONS = ("NATO was a Soviet pact", "= The Wall fell in 1989", "Korea was united")


@pytest.mark.parametrize(
    ("language", "options"),
    [
        ("en", ("= True", "False")),
        ("en", ("Yes", "= No", "I don't know")),
        ("de", ("= Richtig", "Falsch")),
        ("es", ("= Verdadero", "Falso")),
    ],
)
def test_a_choice_between_true_and_false_is_told(language: str, options: tuple[str, ...]) -> None:
    (found,) = problems(RULE, choice("NATO was founded in 1949.", *options), language)
    assert found.where == ("options",)


@pytest.mark.parametrize(
    ("language", "prompt"),
    [
        ("en", "Which of the following statements about the Cold War is true?"),
        ("en", "Which is correct?"),
        ("en", "Which of these is true of the Cold War?"),
        ("en", "Which statement about the Cold War holds?"),
        ("en", "Choose the correct statement about the Cold War."),
        ("en", "Which of these is a true statement?"),
        ("en", "Which one of these statements is accurate?"),
        ("de", "Welche der folgenden Aussagen ist richtig?"),
        ("de", "Welche Aussage zum Kalten Krieg stimmt?"),
        ("es", "¿Cuál de las siguientes afirmaciones es verdadera?"),
    ],
)
def test_a_row_of_statements_is_told(language: str, prompt: str) -> None:
    (found,) = problems(RULE, choice(prompt, *OPTIONS), language)
    assert found.where == ("prompt",)


@pytest.mark.parametrize(
    "prompt",
    [
        "When did the Berlin Wall fall?",
        "Which spelling is correct?",
        "Which is the correct formula for water?",
        "Which statement fits what the letter says?",
        "A friend asks who won. Which answer is right?",
        "What is the right order?",
    ],
)
def test_a_question_of_its_own_is_left_alone(prompt: str) -> None:
    assert problems(RULE, choice(prompt, *OPTIONS)) == []


def test_multiple_response_is_such_a_row_by_its_nature() -> None:
    asked = choice("Which statements are true?", *OPTIONS, type="multiple-response")
    assert problems(RULE, asked) == []


def test_a_verdict_with_a_reason_is_no_verdict_alone() -> None:
    asked = choice("Is it safe?", "= Yes, as it was tested", "No, as it is new")
    assert problems(RULE, asked) == []

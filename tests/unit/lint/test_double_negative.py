"""The rule `double-negative`."""

import pytest

from selfcheck.lint.rules.double_negative import RULE
from tests.support.linted import choice, problems

OPTIONS = ("= It rains", "It snows", "It stays dry")


@pytest.mark.parametrize(
    "prompt",
    [
        "Which of these is not an unlikely cause?",
        "Which reason is there for not salting beans without water?",
        "Who does not dislike nobody?",
    ],
)
def test_two_negations_in_a_clause_are_told(prompt: str) -> None:
    (found,) = problems(RULE, choice(prompt, *OPTIONS))
    assert found.where == ("prompt",)
    assert "turn each other round" in found.message


def test_an_option_that_denies_a_negated_stem_is_told() -> None:
    asked = choice("Which of these is not a cause?", "It rains", "= It does not snow", "It is dry")
    (found,) = problems(RULE, asked)
    assert found.where == ("options", 1)


@pytest.mark.parametrize(
    "prompt",
    [
        "Which of these is a cause?",
        "Why does it not rain, if nobody has seen a cloud?",
        "What happens when it does not rain and the wells are not full?",
        'Which poem begins "I cannot not love"?',
    ],
)
def test_single_negations_are_left_alone(prompt: str) -> None:
    assert problems(RULE, choice(prompt, *OPTIONS)) == []


def test_an_option_may_deny_where_the_stem_does_not() -> None:
    asked = choice("Which of these is a cause?", "It rains", "= It does not snow", "It is dry")
    assert problems(RULE, asked) == []


def test_so_it_is_in_german() -> None:
    asked = choice("Was ist nicht unwahrscheinlich?", "= Regen", "Schnee")
    assert len(problems(RULE, asked, "de")) == 1

"""The rule `convergence`."""

import pytest

from selfcheck.lint.rules.convergence import RULE
from tests.support.linted import choice, problems

ASKED = "What does a contract need?"


def test_a_right_option_of_which_others_are_made_is_told() -> None:
    asked = choice(
        ASKED,
        "Offer and a written form",
        "= Offer, acceptance and consideration",
        "Acceptance and a witness",
        "Consideration and a seal",
    )
    (found,) = problems(RULE, asked)
    assert found.where == ("options", 1)
    assert "come back 3 times" in found.message


def test_single_elements_beside_their_sum_count_as_elements() -> None:
    asked = choice("Which?", "blue and thick", "= blue and soft", "soft and red", "dark")
    assert len(problems(RULE, asked)) == 1


@pytest.mark.parametrize(
    "options",
    [
        # Each element as often as the other.
        ("= Offer and acceptance", "Offer and form", "Seal and acceptance", "Seal and form"),
        # A wrong one has as much in common.
        ("= Offer and acceptance", "Offer and form", "Form and acceptance", "Form and seal"),
        # Sentences that happen to have an "and".
        (
            "= Water goes and sugar browns",
            "Starch swells and holds",
            "Oil breaks down",
            "Salt melts",
        ),
        ("= Offer", "Form", "Seal"),
    ],
)
def test_options_that_are_balanced_are_left_alone(options: tuple[str, ...]) -> None:
    assert problems(RULE, choice(ASKED, *options)) == []


def test_what_is_joined_by_and_is_split_before_what_is_joined_by_with() -> None:
    pairs = (
        "A with G and C with T",
        "= A with T and C with G",
        "A with T and C with A",
        "A with U and C with G",
    )
    assert len(problems(RULE, choice("Which bases pair?", *pairs))) == 1

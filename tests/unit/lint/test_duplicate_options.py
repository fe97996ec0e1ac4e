"""The rule `duplicate-options`."""

import pytest

from selfcheck.lint.rules.duplicate_options import RULE
from tests.support.linted import choice, problems

ASKED = "What thickens the sauce?"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Egg yolk", "The yolk of an egg"),
        ("A quick rise", "A rapid increase"),
        ("All of them", "All are right"),
    ],
)
def test_two_options_that_say_the_same_are_told(one: str, other: str) -> None:
    (found,) = problems(RULE, choice(ASKED, "= Flour", one, other))
    assert found.where == ("options", 2)
    assert f'says the same as "{one}"' in found.message


def test_where_one_of_them_is_right_both_are() -> None:
    (found,) = problems(RULE, choice(ASKED, "= Egg yolk", "Flour", "The yolk of an egg"))
    assert "both can be right" in found.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("From heat to work", "From work to heat"),
        ("It was found, not lost", "It was lost, not found"),
        ("The girls' coats", "The girls coats"),
        ("a = b + 1", "b = a + 1"),
        ("Group 1 and 2", "Group 2 and 1"),
        ("Egg yolk", "Egg white"),
        ("A large house", "No large house"),
        ("The first group", "The second group"),
        ("One had a fee, one was free", "One was free, one had a fee"),
    ],
)
def test_what_differs_in_what_it_says_is_left_alone(one: str, other: str) -> None:
    assert problems(RULE, choice(ASKED, "= Flour", one, other)) == []

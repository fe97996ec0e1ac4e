"""The rule `all-of-the-above`."""

import pytest

from selfcheck.lint.rules.all_of_the_above import RULE
from tests.support.linted import choice, problems

ASKED = "How did the plague change England?"


@pytest.mark.parametrize(
    ("language", "option"),
    [
        ("en", "All of the above"),
        ("en", "all the above."),
        ("en", "All of these"),
        ("en", "Each of the above"),
        ("en", "All three"),
        ("en", "All are correct"),
        ("en", "a), b) and c)"),
        ("en", "All of the above changed it"),
        ("en", "Everything mentioned above"),
        ("de", "Alle genannten"),
        ("de", "Alle Antworten sind richtig"),
        ("es", "Todas las anteriores"),
        ("es", "Todas son correctas"),
    ],
)
def test_an_option_that_means_all_others_is_told(language: str, option: str) -> None:
    asked = choice(ASKED, "Wages rose", "Villages emptied", f"= {option}")
    (found,) = problems(RULE, asked, language)
    assert found.where == ("options", 2)
    assert "`multiple-response`" in found.message


def test_where_it_is_wrong_it_goes() -> None:
    asked = choice(ASKED, "= Wages rose", "Rents rose", "All of the above")
    (found,) = problems(RULE, asked)
    assert "take it out" in found.message


@pytest.mark.parametrize(
    "option",
    ["All of the villages near the coast", "All wages", "Each year it came back", "bee", "AAAA"],
)
def test_all_of_something_else_is_left_alone(option: str) -> None:
    assert problems(RULE, choice(ASKED, "= Wages rose", "Rents rose", option)) == []


def test_where_a_number_is_asked_for_all_is_one() -> None:
    asked = choice("How many of the three survived?", "= None", "One of them", "All of them")
    assert problems(RULE, asked) == []

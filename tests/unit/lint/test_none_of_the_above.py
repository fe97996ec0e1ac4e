"""The rule `none-of-the-above`."""

import pytest

from selfcheck.lint.rules.none_of_the_above import RULE
from tests.support.linted import choice, problems

ASKED = "Which metal conducts best?"


@pytest.mark.parametrize(
    ("language", "option"),
    [
        ("en", "None of the above"),
        ("en", "None of these."),
        ("en", "none"),
        ("en", "Neither of them"),
        ("en", "No correct answer is given"),
        ("de", "Keine der genannten"),
        ("de", "Keines davon"),
        ("es", "Ninguno de los anteriores"),
        ("es", "Ninguna es correcta"),
    ],
)
def test_an_option_that_denies_all_others_is_told(language: str, option: str) -> None:
    asked = choice(ASKED, "Iron", "= Silver", option)
    (found,) = problems(RULE, asked, language)
    assert found.where == ("options", 2)
    assert "a wrong answer here that people really give" in found.message


def test_where_it_is_right_the_answer_itself_is_wanted() -> None:
    (found,) = problems(RULE, choice(ASKED, "Iron", "Lead", "= None of the above"))
    assert "write the answer itself" in found.message


@pytest.mark.parametrize(
    "option", ["None of the 145", "Nothing", "No metal with a low melting point"]
)
def test_none_of_something_else_is_left_alone(option: str) -> None:
    assert problems(RULE, choice(ASKED, "Iron", "= Silver", option)) == []


def test_where_a_number_is_asked_for_none_is_one() -> None:
    assert problems(RULE, choice("How many survived?", "= None", "One", "Two")) == []

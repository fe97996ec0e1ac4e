"""The rule `absolute-terms`."""

import pytest

from selfcheck.lint.rules.absolute_terms import RULE
from tests.support.linted import choice, problems

ASKED = "How does the current depend on the voltage?"


@pytest.mark.parametrize(
    "option",
    [
        "It always falls",
        "It never changes",
        "It is completely fixed",
        "It is impossible to say",
        "Nothing changes it at all",
        "Only when it is hot",
        "Every wire is alike",
        "It can only be measured",
        "It falls without exception",
        "It harms everybody",
    ],
)
def test_an_option_without_exception_is_told(option: str) -> None:
    (found,) = problems(RULE, choice(ASKED, "= It grows with it", option, "It stays low"))
    assert found.where == ("options", 1)
    assert "too sure to be right" in found.message


@pytest.mark.parametrize(
    "option",
    [
        "It is all in the wire",
        "It works for nearly everyone",
        "It uses everyone's data",
        "It has always been told so",
        "It does not change at all",
        "It asks whether it helps at all",
        "It is good at all things",
        "It needs one volt only",
        '"Never" is what it says',
        "All of the above",
        "Always",
    ],
)
def test_what_leaves_room_is_left_alone(option: str) -> None:
    assert problems(RULE, choice(ASKED, "= It grows with it", option, "It stays low")) == []


def test_where_all_options_have_such_a_word_it_tells_nothing() -> None:
    options = ("= It always grows", "It always falls", "It always stays low")
    assert problems(RULE, choice(ASKED, *options)) == []


def test_nor_where_the_right_one_has_it_as_well() -> None:
    options = ("= It always grows", "It always falls", "It stays low")
    assert problems(RULE, choice(ASKED, *options)) == []


def test_a_right_option_that_alone_has_it_stands_out() -> None:
    (found,) = problems(RULE, choice(ASKED, "It falls", "= It always grows", "It stays low"))
    assert "stands out" in found.message


def test_several_are_told_at_once() -> None:
    options = ("= It grows", "It never falls", "It always stays low", "It sinks")
    (found,) = problems(RULE, choice(ASKED, *options))
    assert "1 more like it" in found.message


@pytest.mark.parametrize(
    ("language", "option"),
    [("de", "Er sinkt immer"), ("de", "Er darf niemals sinken"), ("es", "Siempre baja un poco")],
)
def test_so_it_is_in_german_and_spanish(language: str, option: str) -> None:
    assert len(problems(RULE, choice("?", "= Er wächst", option, "Er bleibt"), language)) == 1

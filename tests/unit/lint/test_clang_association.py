"""The rule `clang-association`."""

import pytest

from selfcheck.lint.rules.clang_association import RULE
from tests.support.linted import choice, problems


def test_a_word_of_the_stem_in_the_right_option_alone_is_told() -> None:
    asked = choice(
        "What does a router use to choose a route?", "A cache", "= Its routes", "A cable"
    )
    (found,) = problems(RULE, asked)
    assert found.where == ("options", 1)
    assert '"routes" stands in the stem too' in found.message


def test_forms_of_a_word_are_one_word() -> None:
    asked = choice(
        "What is tea, in terms of substitution?", "A complement", "= A substitute", "A loss"
    )
    assert len(problems(RULE, asked)) == 1


def test_a_phrase_of_the_stem_is_told_though_others_have_words_of_it() -> None:
    asked = choice(
        "What has a driver who owed a duty of care done?",
        "The driver has lied in court",
        "= He did a breach of his duty of care",
        "He has lost his papers",
    )
    (found,) = problems(RULE, asked)
    assert '"duty" and "care"' in found.message


@pytest.mark.parametrize(
    "options",
    [
        # Wrong ones have it as well.
        ("= A longer route", "A shorter route", "A cable"),
        # Little of what the option says.
        ("= A route, the fee for it and the hour of its start", "A cable", "A cache"),
        ("= A table", "A cable", "A cache"),
        # Another takes up as much of the stem.
        ("= A paper route", "A router of glass", "A cache"),
    ],
)
def test_what_does_not_ring_alone_is_left_alone(options: tuple[str, ...]) -> None:
    assert problems(RULE, choice("What does a router use to choose a route?", *options)) == []


def test_short_words_and_numbers_do_not_ring() -> None:
    asked = choice("By how much does 30 of 60 dB fall?", "= By 30", "By ten", "By two")
    assert problems(RULE, asked) == []


def test_where_the_right_option_speaks_of_others_it_is_another_rules() -> None:
    asked = choice("What can change it?", "Heat", "Salt", "= All of these change it")
    assert problems(RULE, asked) == []

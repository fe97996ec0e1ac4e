"""The rule `unlike-length`."""

from selfcheck.lint.rules.unlike_length import RULE
from tests.support.linted import choice, problems

PADDED = "Nowhere, since moist air goes through the valleys without cooling and on to the next sea"


def test_a_wrong_option_that_is_far_longer_is_told() -> None:
    (found,) = problems(RULE, choice("Where?", "= On the windward side", "On the lee side", PADDED))
    assert found.where == ("options", 2)
    assert "looks like padding" in found.message


def test_a_right_option_that_is_far_shorter_is_told() -> None:
    (found,) = problems(RULE, choice("Where?", "= Windward", PADDED, PADDED.replace("sea", "lake")))
    assert found.where == ("options", 0)
    assert '"Windward", has 8 characters' in found.message


def test_a_long_right_option_is_left_to_the_rule_for_it() -> None:
    assert problems(RULE, choice("Where?", f"= {PADDED}", "On the lee side", "At sea")) == []


def test_like_lengths_are_left_alone() -> None:
    options = ("= On the windward side", "On the lee side", "On the plain beyond the hills")
    assert problems(RULE, choice("Where?", *options)) == []


def test_of_two_options_none_stands_out_among_others() -> None:
    assert problems(RULE, choice("Where?", "= Here", PADDED)) == []

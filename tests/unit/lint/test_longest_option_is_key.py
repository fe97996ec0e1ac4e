"""The rule `longest-option-is-key`."""

import pytest

from selfcheck.lint.rules.longest_option_is_key import RULE
from tests.support.linted import choice, problems

LONG = "= It makes gas, which the gluten holds so that the dough can rise in the warm bowl"


def test_a_right_option_that_is_far_longer_is_told_with_its_place_and_its_length() -> None:
    (found,) = problems(RULE, choice("What does yeast do?", "It colours it", LONG, "It salts it"))
    assert found.where == ("options", 1)
    assert "80 characters and no other more than 13" in found.message


def test_a_shorter_right_option_is_made_from_it() -> None:
    (found,) = problems(RULE, choice("What does yeast do?", "It colours it", LONG, "It salts it"))
    assert '"It makes gas"' in found.message


def test_where_nothing_shorter_is_in_it_the_mend_is_said_in_general() -> None:
    long = "= A most remarkably unhelpful remark about everything and nothing"
    (found,) = problems(RULE, choice("What is it?", "A remark", long, "A joke"))
    assert "leave the details to the explanation" in found.message


@pytest.mark.parametrize(
    "options",
    [
        # A wrong one as long.
        (LONG, LONG.removeprefix("= ").replace("gas", "fat"), "It salts it"),
        # Longer by a little.
        ("= It makes gas in it", "It salts it", "It colours it"),
        # The long one is wrong.
        (LONG.removeprefix("= "), "= It salts it", "It colours it"),
    ],
)
def test_what_does_not_stand_out_is_left_alone(options: tuple[str, ...]) -> None:
    assert problems(RULE, choice("What does yeast do?", *options)) == []


def test_the_menu_of_a_gap_is_looked_at_too() -> None:
    gap = {"answers": ["a gas that lifts the dough in the bowl"], "distractors": ["salt", "fat"]}
    asked = {"type": "cloze", "prompt": "Fill in.", "text": "It makes [[it]].", "gaps": {"it": gap}}
    (found,) = problems(RULE, asked)
    assert found.where == ("gaps", "it", "answers", 0)


def test_lengths_are_those_of_words_and_not_of_markdown() -> None:
    linked = "= [Gas](https://example.org/a/very/long/address/of/some/page)"
    assert problems(RULE, choice("What lifts dough?", linked, "Salt", "Fat")) == []

"""The rule `keys-often-longest`."""

import pytest

from selfcheck.lint.rules.keys_often_longest import RULE, share
from tests.support.linted import asking, choice, of_banks

LONG = choice("What is it?", "= A longer thing", "A thing", "One thing", "This thing")
SHORT = choice("What is it?", "= A thing", "A longer thing", "Some things", "This thing")


def test_a_bank_in_which_it_pays_to_take_the_longest_is_told() -> None:
    (found,) = of_banks(RULE, asking(*[LONG] * 12, *[SHORT] * 4))
    assert found.problem.where == ("title",)
    assert "the longest in 12 of 16 questions, where 4 would be" in found.problem.message


def test_a_rate_near_chance_is_left_alone() -> None:
    assert of_banks(RULE, asking(*[LONG] * 5, *[SHORT] * 12)) == []


def test_a_few_questions_say_nothing() -> None:
    assert of_banks(RULE, asking(*[LONG] * 8)) == []


def test_small_banks_are_looked_at_together() -> None:
    (found,) = of_banks(RULE, asking(*[LONG] * 8), asking(*[LONG] * 8, name="other"))
    assert "16 of 16" in found.problem.message


def test_options_of_one_length_share_the_place() -> None:
    (chosen,) = asking(choice("What?", "= one", "two", "three")).choices
    assert share(chosen, min) == pytest.approx(1 / 2)
    assert share(chosen, max) == 0

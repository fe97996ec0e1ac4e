"""The rule `keys-often-shortest`."""

from selfcheck.lint.rules.keys_often_shortest import RULE
from tests.support.linted import asking, choice, of_banks

LONG = choice("What is it?", "= A longer thing", "A thing", "One thing", "This thing")
SHORT = choice("What is it?", "= A thing", "A longer thing", "Some things", "This thing")


def test_a_bank_in_which_it_pays_to_take_the_shortest_is_told() -> None:
    (found,) = of_banks(RULE, asking(*[SHORT] * 12, *[LONG] * 4))
    assert "the shortest in 12 of 16 questions" in found.problem.message


def test_a_rate_near_chance_is_left_alone() -> None:
    assert of_banks(RULE, asking(*[SHORT] * 5, *[LONG] * 12)) == []

"""The rule `key-position`."""

from selfcheck.lint.rules.key_position import RULE
from tests.support.linted import asking, choice, of_banks


def at(place: int, **more: object) -> dict[str, object]:
    """A question of four numbers, of which the one at *place* is right."""
    options = [f"{'= ' if n == place else ''}{n + 1} kg" for n in range(4)]
    return choice("How heavy is it?", *options, **{"shuffle": False, **more})


def test_a_place_that_is_right_too_often_is_told() -> None:
    (found,) = of_banks(RULE, asking(*[at(1)] * 18, at(0), at(2), at(3)))
    assert found.problem.where == ("title",)
    assert "number 2 in 18, where 5 would be" in found.problem.message


def test_places_that_are_spread_are_left_alone() -> None:
    assert of_banks(RULE, asking(*[at(n % 4) for n in range(24)])) == []


def test_shuffled_questions_have_no_place() -> None:
    assert of_banks(RULE, asking(*[at(1, shuffle=True)] * 24)) == []


def test_a_few_questions_say_nothing() -> None:
    assert of_banks(RULE, asking(*[at(1)] * 12)) == []


def test_several_small_banks_are_looked_at_together() -> None:
    (found,) = of_banks(RULE, asking(*[at(1)] * 12), asking(*[at(1)] * 12))
    assert found.bank == 0
    assert "of 24 questions" in found.problem.message


def test_a_bank_that_is_told_is_not_told_once_more_with_the_others() -> None:
    found = of_banks(RULE, asking(*[at(n % 4) for n in range(24)]), asking(*[at(1)] * 24))
    assert [each.bank for each in found] == [1]

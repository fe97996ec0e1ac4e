"""The rule `one-level`."""

from selfcheck.lint.rules.one_level import RULE
from tests.support.linted import asking, choice

APPLY = choice("What lifts dough?", "= Gas", "Salt")
REMEMBER = {**APPLY, "level": "remember"}


def test_a_bank_for_memory_alone_is_told() -> None:
    assert RULE.bank
    (found,) = RULE.bank(asking(*[REMEMBER] * 8, APPLY))
    assert found.where == ("title",)
    assert "8 of 9 questions ask to remember" in found.message


def test_a_mixed_bank_and_a_small_one_are_left_alone() -> None:
    assert RULE.bank
    assert [*RULE.bank(asking(*[REMEMBER] * 6, *[APPLY] * 3))] == []
    assert [*RULE.bank(asking(*[REMEMBER] * 7))] == []

"""The rule `thin-objective`."""

from selfcheck.lint.rules.thin_objective import RULE
from tests.support.linted import asking, choice

ASKED = choice("What lifts dough?", "= Gas", "Salt")


def test_an_objective_with_one_question_is_told_where_it_stands() -> None:
    assert RULE.bank
    (found,) = RULE.bank(asking(ASKED))
    assert found.where == ("objectives", "o")
    assert "one question alone serves `o`" in found.message


def test_one_with_two_or_with_none_is_left_alone() -> None:
    assert RULE.bank
    assert [*RULE.bank(asking(ASKED, ASKED, objectives={"o": "One", "more": "Another"}))] == []

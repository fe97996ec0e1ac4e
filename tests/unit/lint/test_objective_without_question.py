"""The rule `objective-without-question`."""

from selfcheck.lint.rules.objective_without_question import RULE
from tests.support.linted import asking, choice

ASKED = choice("What lifts dough?", "= Gas", "Salt")


def test_an_objective_that_nothing_serves_is_told_where_it_stands() -> None:
    assert RULE.bank
    (found,) = RULE.bank(asking(ASKED, objectives={"o": "One", "more": "Another"}))
    assert found.where == ("objectives", "more")
    assert "no question serves `more`" in found.message


def test_objectives_that_are_served_are_left_alone() -> None:
    assert RULE.bank
    both = asking(ASKED, {**ASKED, "objective": "more"}, objectives={"o": "One", "more": "Another"})
    assert [*RULE.bank(both)] == []

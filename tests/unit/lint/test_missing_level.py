"""The rule `missing-level`."""

from msgspec import UNSET

from selfcheck.lint.rules.missing_level import RULE
from tests.support.linted import ask, choice


def test_a_question_with_one_is_left_alone() -> None:
    assert RULE.item
    assert [*RULE.item(ask(choice("What lifts dough?", "= Gas", "Salt")))] == []


def test_one_without_is_told_where_it_stands() -> None:
    item = ask(choice("What lifts dough?", "= Gas", "Salt"))
    item.question.level = UNSET  # type: ignore[assignment]
    assert RULE.item
    (found,) = RULE.item(item)
    assert found.where == ("questions", 0)
    assert "`level` is missing" in found.message

"""The rule `missing-explanation`."""

import pytest
from msgspec import UNSET

from selfcheck.lint.rules.missing_explanation import RULE
from tests.support.linted import ask, choice


def test_a_question_with_one_is_left_alone() -> None:
    assert RULE.item
    assert [*RULE.item(ask(choice("What lifts dough?", "= Gas", "Salt")))] == []


@pytest.mark.parametrize("nothing", [UNSET, "", " "])
def test_one_without_is_told_where_it_stands(nothing: object) -> None:
    item = ask(choice("What lifts dough?", "= Gas", "Salt"))
    item.question.explanation = nothing  # type: ignore[assignment]
    assert RULE.item
    (found,) = RULE.item(item)
    assert found.where == ("questions", 0)
    assert "`explanation` is missing" in found.message

"""The rule `missing-source`."""

from selfcheck.lint.rules.missing_source import RULE
from tests.support.linted import choice, problems

ASKED = choice("What lifts dough?", "= Gas", "Salt", sources=[])


def test_a_question_without_one_is_told_where_others_have_some() -> None:
    (found,) = problems(RULE, ASKED)
    assert found.where == ()
    assert "`sources` is empty" in found.message


def test_a_course_that_cites_nothing_hears_nothing() -> None:
    assert problems(RULE, ASKED, cites=False) == []


def test_a_question_with_one_is_left_alone() -> None:
    assert problems(RULE, {**ASKED, "sources": ["mcgee2004"]}) == []


def test_it_is_a_note() -> None:
    assert RULE.severity == "note"

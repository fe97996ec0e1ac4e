"""The rule `telling-words`."""

from selfcheck.lint.rules.telling_words import RULE
from tests.support.linted import asking, choice, of_banks

MAY = choice("What follows?", "= It may rain", "It rains", "It snows", "It stays dry")
ONLY = choice("What follows?", "It may rain", "= It rains", "It snows", "It stays dry")


def test_a_word_that_marks_right_options_is_told() -> None:
    (found,) = [
        each.problem.message
        for each in of_banks(RULE, asking(*[MAY] * 12))
        if '"may"' in each.problem.message
    ]
    assert "a right option in 12 of 12 options that have it" in found
    assert "where 3 would be so by chance" in found


def test_a_word_that_is_right_as_often_as_by_chance_is_left_alone() -> None:
    banks = asking(*[MAY] * 5, *[ONLY] * 9)
    assert not any('"may"' in each.problem.message for each in of_banks(RULE, banks))


def test_a_word_that_all_options_have_tells_nothing() -> None:
    told = of_banks(RULE, asking(*[MAY] * 12))
    assert not any('"it"' in each.problem.message for each in told)


def test_a_word_in_a_few_questions_says_nothing() -> None:
    assert of_banks(RULE, asking(*[MAY] * 6)) == []


def test_a_word_that_marks_wrong_options_is_told() -> None:
    told = of_banks(RULE, asking(*[ONLY] * 60))
    assert any(
        '"may" stands in a wrong option in 60 of 60' in each.problem.message for each in told
    )


def test_languages_are_looked_at_apart() -> None:
    english, german = asking(*[MAY] * 6), asking(*[MAY] * 6, language="de")
    assert of_banks(RULE, english, german) == []

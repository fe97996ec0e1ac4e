"""The rule `grammatical-cue`."""

import pytest

from selfcheck.lint.rules.grammatical_cue import RULE
from tests.support.linted import choice, problems


@pytest.mark.parametrize(
    ("prompt", "options", "odd"),
    [
        ("Neon is an", ("= inert gas", "metal", "salt"), '"metal"'),
        ("A magistrate was called a", ("= consul", "emperor", "aedile"), '"emperor"'),
        ("It is called an ___.", ("= hour", "unit", "age"), '"unit"'),
        ("Eight comes after a", ("= seven", "8 and more", "nine"), '"8 and more"'),
    ],
)
def test_an_article_that_does_not_fit_all_is_told(
    prompt: str, options: tuple[str, ...], odd: str
) -> None:
    (found,) = problems(RULE, choice(prompt, *options))
    assert found.where == ("prompt",)
    assert odd in found.message


@pytest.mark.parametrize(
    ("prompt", "options"),
    [
        ("Neon is a", ("= noble gas", "metal", "salt")),
        ("Neon is an", ("= element", "acid", "alloy")),
        ("Neon is a(n)", ("= element", "metal", "salt")),
        ("What does he call an?", ("= a gas", "an acid", "salt")),
        ("He got to the", ("= hour", "unit", "age")),
    ],
)
def test_one_that_fits_all_or_none_is_left_alone(prompt: str, options: tuple[str, ...]) -> None:
    assert problems(RULE, choice(prompt, *options)) == []


def test_a_stem_for_several_things_with_one_that_is_several_is_told() -> None:
    asked = choice("The capitals of the two are", "Sydney", "= Canberra and Ottawa", "Toronto")
    (found,) = problems(RULE, asked)
    assert "several things" in found.message


def test_a_stem_for_one_thing_with_one_that_is_one_is_told() -> None:
    asked = choice("The cause of it is", "floods and rain", "= wind", "fires and heat")
    (found,) = problems(RULE, asked)
    assert "one thing" in found.message


def test_where_others_fit_too_nothing_is_told() -> None:
    asked = choice("The capitals are", "Sydney and Perth", "= Canberra and Ottawa", "Toronto")
    assert problems(RULE, asked) == []


@pytest.mark.parametrize(
    ("language", "prompt", "options"),
    [
        ("de", "Der Rhein mündet in die", ("= Nordsee", "Schwarzes Meer", "Elbe")),
        ("de", "Das Ergebnis ist ein", ("= Mädchen", "Zeitung", "Kind")),
        ("es", "Galileo usó un", ("= telescopio", "cámara", "prisma")),
        ("es", "Es una", ("= casa", "libro", "mesa")),
    ],
)
def test_a_gender_that_rules_options_out_is_told(
    language: str, prompt: str, options: tuple[str, ...]
) -> None:
    assert len(problems(RULE, choice(prompt, *options), language)) == 1


@pytest.mark.parametrize(
    ("language", "prompt", "options"),
    [
        ("de", "Sie wohnt in der", ("= Stadt", "Siedlung", "Wohnung")),
        ("es", "Es un", ("= libro", "problema", "prisma")),
    ],
)
def test_one_gender_is_left_alone(language: str, prompt: str, options: tuple[str, ...]) -> None:
    assert problems(RULE, choice(prompt, *options), language) == []

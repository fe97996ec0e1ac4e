"""The rule `complex-options`."""

import pytest

from selfcheck.lint.rules.complex_options import RULE
from tests.support.linted import choice, problems

ASKED = "What does sugar do in a cake?"
TWO = ("It sweetens it", "It keeps it moist")


@pytest.mark.parametrize(
    "option",
    [
        "Both A and B",
        "A and C only",
        "1 and 3",
        "i, ii and iii",
        "only ii",
        "B alone",
        "A, because sugar melts",
        "Both are right",
        "A & B",
    ],
)
def test_an_option_that_names_others_is_told(option: str) -> None:
    (found,) = problems(RULE, choice(ASKED, *TWO, f"= {option}"))
    assert found.where == ("options", 2)
    assert "names other options" in found.message


def test_an_option_made_of_two_others_is_told() -> None:
    asked = choice(
        "What are the signs?", "Soft roots", "Yellow leaves", "= Yellow leaves and soft roots"
    )
    (found,) = problems(RULE, asked)
    assert found.where == ("options", 2)
    assert 'joins "Soft roots" and "Yellow leaves"' in found.message


@pytest.mark.parametrize(
    ("prompt", "options"),
    [
        # The stem calls two things A and B.
        ("Patients A and B differ. Who is ill?", ("= A and B", "A alone", "B alone")),
        ("What is the sum of two sides?", ("= 1/2", "1/4", "1/8")),
        (ASKED, ("= It sweetens", "It browns and sweetens the crust", "It thickens")),
        ("Which pairs form?", ("= A with T and C with G", "A with G", "C with T")),
        ("Which grade did he get?", ("= A", "B", "C")),
    ],
)
def test_what_combines_nothing_is_left_alone(prompt: str, options: tuple[str, ...]) -> None:
    assert problems(RULE, choice(prompt, *options)) == []


def test_statements_that_the_stem_numbers_are_a_puzzle_all_the_same() -> None:
    prompt = "Which are sources of law? (i) statutes (ii) cases (iii) newspapers"
    assert len(problems(RULE, choice(prompt, "i only", "= i and ii", "ii and iii"))) == 1


def test_so_it_is_in_german_and_spanish() -> None:
    assert len(problems(RULE, choice("Was?", "Rot", "Blau", "= A und B"), "de")) == 1
    assert len(problems(RULE, choice("¿Qué?", "Rojo", "Azul", "= A y B"), "es")) == 1

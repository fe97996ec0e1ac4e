"""Sums that Moodle writes, worked out as it does."""

from __future__ import annotations

import math

import pytest

from selfcheck.imports import formula
from selfcheck.imports.formula import FormulaError


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2+3*4", 14),
        ("-(a+b)/2", -3.5),
        ("pow(a,2)", 9),
        ("a**b", 81),
        ("a - -b", 7),
        # The remainder has the sign of what is divided, as in PHP.
        ("-7 % 3", -1),
        ("fmod(-7,3)", -1),
        # Half away from zero.
        ("round(2.5)", 3),
        ("round(-2.5)", -3),
        ("round(2.675, 1)", 2.7),
        ("LOG(exp(2))", 2),
        ("log10(1000)", 3),
        ("max(a, b, 9)", 9),
        ("abs(-a)", 3),
        ("ceil(0.1)", 1),
        ("floor(-0.1)", -1),
        ("pi()", math.pi),
        ("deg2rad(180)", math.pi),
        ("1e3", 1000),
    ],
)
def test_a_sum_has_its_value(text: str, value: float) -> None:
    assert formula.value(text, {"a": 3, "b": 4}) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "none that can be read"),
        ("1 +", "none that can be read"),
        ("a^2", "an operation on bits"),
        ("a/0", "no value for some"),
        ("sqrt(-1)", "no value for some"),
        ("pow(1, 2, 3)", "no value for some"),
        ("system(1)", "no function `system`"),
        ("c", "more in it"),
        ("'a'*9", "more in it"),
        ("a if b else 1", "more in it"),
        ("().__class__", "more in it"),
        ("max(*[1, 2])", "more in it"),
        ("1e308*10", "no number"),
        ("9**9**9", "no value"),
        ("1+" * 251 + "1", "more than 500"),
        ("(" * 240 + "1" + ")" * 240, "none that can be read"),
    ],
)
def test_what_is_no_sum_is_none(text: str, why: str) -> None:
    with pytest.raises(FormulaError, match=why):
        formula.value(text, {"a": 3, "b": 4})


def test_its_names_are_those_of_numbers() -> None:
    assert formula.names("sqrt(a) + of_start__time * pi()") == {"a", "start-time"}
    assert formula.value(formula.name_of("start-time"), {"start-time": 2}) == 2

"""The rule `overlapping-options`."""

import pytest

from selfcheck.lint.rules.overlapping_options import RULE
from tests.support.linted import choice, problems


@pytest.mark.parametrize(
    "options",
    [
        ("0 to 15%", "= 10 to 25%", "25 to 50%"),
        ("1-3 K", "= 3-5 K", "5-7 K"),
        ("Fewer than 50 million", "= About 125 million", "More than 100 million"),
        ("Before 1480", "Before 1500", "= Between 1500 and 1510"),
        ("5 or fewer", "= 5 or more", "3 or more"),
        ("Bis zu 10 %", "= 5 bis 20 %", "Mehr als 20 %"),
        ("Menos de 10", "= De 5 a 20", "Más de 20"),
    ],
)
def test_ranges_with_a_number_in_common_are_told(options: tuple[str, ...]) -> None:
    (found,) = problems(RULE, choice("How much?", *options))
    assert "have numbers in common" in found.message


@pytest.mark.parametrize(
    "options",
    [
        ("Below 10%", "= 10 to 19%", "20 to 29%", "30% or more"),
        ("Less than 5", "= 5 to 9", "More than 9"),
        ("10", "= 20", "30"),
        ("1 and 2", "= 1 only", "2 only"),
        ("0 1 2", "= 0 1", "1 2 3"),
        ("From 5 to 9 kg", "= From 5 to 9 m", "From 6 to 8 s"),
        ("Early", "= 5 to 9", "Late"),
    ],
)
def test_ranges_that_lie_apart_are_left_alone(options: tuple[str, ...]) -> None:
    assert problems(RULE, choice("How much?", *options)) == []


def test_the_place_is_that_of_the_second() -> None:
    (found,) = problems(RULE, choice("How much?", "0 to 15", "= 16 to 25", "20 to 50"))
    assert found.where == ("options", 2)

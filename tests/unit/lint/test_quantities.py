"""Numbers and ranges that an option can be."""

from __future__ import annotations

from math import inf

import pytest

from selfcheck.lint.quantities import read


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("42", 42, 42, ""),
        ("about 1,500 km", 1500, 1500, "km"),
        ("−3.5 °C", -3.5, -3.5, "°c"),
        ("0,5", 0.5, 0.5, ""),
        ("1.234,5", 1234.5, 1234.5, ""),
        ("1/4", 0.25, 0.25, ""),
        ("$20.00", 20, 20, ""),
        ("three", 3, 3, ""),
        ("drei Tage", 3, 3, "tage"),
        ("2 million people", 2e6, 2e6, "people"),
        ("10 to 20%", 10, 20, "%"),
        ("between 5 and 9 m", 5, 9, "m"),
        ("10-20", 10, 20, ""),
        ("zwischen 5 und 9", 5, 9, ""),
        ("de 5 a 9", 5, 9, ""),
        ("less than 5", -inf, 5, ""),
        ("mehr als 5 kg", 5, inf, "kg"),
        ("at least 5", 5, inf, ""),
        ("5 or more", 5, inf, ""),
        ("5 o menos", -inf, 5, ""),
    ],
)
def test_what_is_a_number_or_a_range_is_read(text: str, low: float, high: float, unit: str) -> None:
    found = read(text)
    assert found
    assert (found.low, found.high) == pytest.approx((low, high))
    assert found.unit == unit


@pytest.mark.parametrize(
    "text", ["", "none", "10.0.5.128", "0 1 2 3", "1 and 2", "In 1492 it fell", "20 to 10", "A4"]
)
def test_what_is_none_is_not(text: str) -> None:
    assert read(text) is None

"""The rule `missing-unit`."""

import pytest

from selfcheck.lint.rules.missing_unit import RULE
from tests.support.linted import problems


def number(prompt: str, **more: object) -> dict[str, object]:
    return {"type": "numeric", "prompt": prompt, "answer": 42, **more}


@pytest.mark.parametrize(
    ("language", "prompt"),
    [
        ("en", "How long is a marathon?"),
        ("en", "How fast does light travel in a vacuum?"),
        ("en", "At what rate is the pump set?"),
        ("en", "A string is halved. What frequency does it give now?"),
        ("en", "How much interest is paid after a year?"),
        ("en", "Calculate the final speed."),
        ("de", "Wie weit fällt der Stein?"),
        ("es", "¿Cuánto mide la torre?"),
    ],
)
def test_a_quantity_without_a_unit_is_told(language: str, prompt: str) -> None:
    (found,) = problems(RULE, number(prompt), language)
    assert found.where == ("answer",)


@pytest.mark.parametrize(
    "prompt",
    [
        "How long is a marathon, in kilometres?",
        "How fast does light travel, in km/s?",
        "How many times stronger is it?",
        "How many years lie between?",
        "By what factor does the speed grow?",
        "What share of the time is lost? Give it in per cent.",
        "How much larger is it?",
        "How often is the loop run?",
    ],
)
def test_a_count_or_a_unit_in_words_is_left_alone(prompt: str) -> None:
    assert problems(RULE, number(prompt)) == []


def test_a_unit_that_is_given_is_enough() -> None:
    assert problems(RULE, number("How long is a marathon?", unit="km")) == []


def test_an_ampere_is_no_article() -> None:
    """Capitals of a unit matter, and "in a vacuum" names none."""
    assert problems(RULE, number("What is the current, in A?")) == []
    assert len(problems(RULE, number("What is the current in a wire?"))) == 1

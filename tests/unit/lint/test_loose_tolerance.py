"""The rule `loose-tolerance`."""

import pytest

from selfcheck.lint.rules.loose_tolerance import RULE
from tests.support.linted import problems


def number(prompt: str = "How far does it fall?", **more: object) -> dict[str, object]:
    return {"type": "numeric", "prompt": prompt, "answer": 44.1, "unit": "m", **more}


def wrong(near: float, **more: object) -> list[dict[str, object]]:
    return [{"near": near, "feedback": "That is its speed.", **more}]


@pytest.mark.parametrize(
    ("asked", "taken"),
    [
        (number(tolerance=20, wrong=wrong(29.4)), "29.4, which `wrong` knows"),
        (number(tolerance=10, wrong=wrong(29.4, tolerance=6)), "29.4, which `wrong` knows"),
        (number(tolerance="50%"), "22.05, which is half of it"),
        (number(tolerance=45), "which is half of it"),
        (number("It falls for 40 s. How far?", tolerance=5), "40, which stands in the prompt"),
    ],
)
def test_a_tolerance_that_takes_a_mistake_is_told(asked: dict[str, object], taken: str) -> None:
    (found,) = problems(RULE, asked)
    assert found.where == ("tolerance",)
    assert taken in found.message


@pytest.mark.parametrize(
    "asked",
    [
        number(),
        number(tolerance=1, wrong=wrong(29.4)),
        number(tolerance="2%"),
        number("It falls for 3 s from 44 m. How far?", tolerance=0.5),
        number("It falls for 3 s. Take 44.1 m as the height. How far?", tolerance=5),
    ],
)
def test_a_tolerance_for_rounding_is_left_alone(asked: dict[str, object]) -> None:
    assert problems(RULE, asked) == []


def test_each_variant_is_looked_at() -> None:
    rows = [{"far": 10, "fast": 90}, {"far": 44, "fast": 48}]
    asked = number(
        "How far?",
        answer="far",
        variants=rows,
        tolerance=5,
        wrong=[{"near": "fast", "feedback": "No."}],
    )
    (found,) = problems(RULE, asked)
    assert found.message.startswith("10 ± 5 takes 5")
    asked["tolerance"] = 4.5
    (found,) = problems(RULE, asked)
    assert found.message.startswith("44 ± 4.5 takes 48")


def test_it_is_an_error() -> None:
    assert RULE.severity == "error"

"""Numbers as learners see them: the table tests/tables/written.json holds the page to the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from selfcheck.numbers import written
from selfcheck.render import html
from selfcheck.render.key import answer_key
from tests.support.asked import asked, complaints

TABLE = json.loads((Path(__file__).parents[1] / "tables" / "written.json").read_text("utf-8"))


@pytest.mark.parametrize(("value", "language", "said"), TABLE)
def test_written(value: float, language: str, said: str) -> None:
    assert written(value, language) == said


@pytest.mark.parametrize(
    ("value", "reach", "said"),
    [
        (6.02214076e23, 6e21, "6.022 × 10²³"),
        (6.02214076e23, 6e18, "6.02214 × 10²³"),
        (6.02214076e23, 0, "6.02214076 × 10²³"),
        (-1.602176634e-19, 1.6e-21, "−1.602 × 10⁻¹⁹"),
        (1e15, 1e14, "1 × 10¹⁵"),
        # An ordinary number keeps its digits.
        (82718, 8000, "82,718"),
    ],
)
def test_digits_that_a_tolerance_swallows_are_left_out(
    value: float, reach: float, said: str
) -> None:
    assert written(value, "en", reach) == said


def test_key_range_feedback_and_variants_say_powers_of_ten(tmp_path: Path) -> None:
    made = asked(
        tmp_path,
        "numeric",
        """
        prompt: "[[mass]] kg?"
        variants:
          - {mass: 5.972e24, particles: 6.02214076e23, wrong: -1.6e-19}
          - {mass: 7.348e22, particles: 1.2e24, wrong: 2}
        answer: particles
        tolerance: "1%"
        wrong: [{near: wrong, feedback: No.}, {near: 3.0e-9, feedback: No.}]
        """,
    )
    text = html(made, {})
    assert "6.022 × 10²³ (5.962 × 10²³ to 6.082 × 10²³ counts)" in text
    assert "1.2 × 10²⁴ (1.188 × 10²⁴ to 1.212 × 10²⁴ counts)" in text
    assert ">5.972 × 10²⁴</span> kg?" in text
    assert ">−1.6 × 10⁻¹⁹</b>" in text
    assert ">3 × 10⁻⁹</b>" in text
    assert "6.022 × 10²³" in answer_key(made)


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("1,5", "a number is written 1.5, with a point"),
        ("5", "a number is written 5, without quotes"),
        ("-0,25", "a number is written -0.25, with a point"),
        ("−5", "a number is written -5, with a hyphen as its minus"),
        ("1,234", "a number is written 1.234, with a point, or 1234"),
        ("1.234,5", "a number is written 1234.5, with a point and nothing between thousands"),
        ("1 234", "a number is written 1234, with nothing between thousands"),
        ("1'234.5", "a number is written 1234.5, with nothing between thousands"),
        ("1,234,567", "a number is written 1234567, with nothing between thousands"),
        ("6.022 × 10^23", "a number is written 6.022e+23"),
        ("10²³", "a number is written 1e+23"),
        ("1/3", "a fraction is written as a number, 0.333333, with a `tolerance`"),
        ("½", "a fraction is written as a number, 0.5"),
        ("1 1/2", "a fraction is written as a number, 1.5"),
        ("\u0665", "a number is written 5"),
        ("5 %", "a number is written alone, 5; its unit goes to `unit`"),
        ("1,5 kg", "a number is written alone, 1.5; its unit goes to `unit`"),
        ("$5", "a number is written alone, 5; its unit goes to `unit`"),
    ],
)
def test_a_number_written_otherwise_in_a_bank(tmp_path: Path, typed: str, advice: str) -> None:
    start = "prompt: How many?"
    (said,) = complaints(tmp_path, "numeric", f'{start}\nanswer: "{typed}"')
    assert said == f"13:5: `answer` must be a number: {advice}"
    (said,) = complaints(tmp_path, "numeric", f'{start}\nanswer: 99\nminimum: "{typed}"')
    assert said == f"14:5: `minimum` must be a number, not text: {advice}"
    near = f'wrong:\n  - near: "{typed}"\n    feedback: No.'
    (said,) = complaints(tmp_path, "numeric", f"{start}\nanswer: 99\n{near}")
    assert said == f"15:9: `near` must be a number: {advice}"


def test_without_quotes_it_is_the_same(tmp_path: Path) -> None:
    said = complaints(tmp_path, "numeric", "prompt: How many?\nanswer: 1,5")
    assert said == ["13:5: `answer` must be a number: a number is written 1.5, with a point"]


def test_a_column_with_a_number_written_otherwise(tmp_path: Path) -> None:
    rows = 'variants:\n  - {a: "1,5", b: 2}\n  - {a: 2, b: 3}\nanswer: a'
    said = complaints(tmp_path, "numeric", f'prompt: "[[b]]?"\n{rows}')
    advice = "a number is written 1.5, with a point"
    assert said == [f"16:5: the column `a` must hold numbers, and has '1,5': {advice}"]


def test_a_comma_parts_what_stands_in_braces(tmp_path: Path) -> None:
    rows = "variants:\n  - {a: 1,5, b: 2}\n  - {a: 2, b: 3}\nanswer: a"
    said = complaints(tmp_path, "numeric", f'prompt: "[[b]]?"\n{rows}')
    assert any("a comma parts entries here: a number is written with a point" in x for x in said)


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("0,5", "a number is written 0.5, with a point"),
        ("5,5%", "a number is written 5.5, with a point"),
        ("1/3", "a fraction is written as a number, 0.333333"),
    ],
)
def test_a_tolerance_written_otherwise(tmp_path: Path, typed: str, advice: str) -> None:
    (said,) = complaints(tmp_path, "numeric", f"prompt: How many?\nanswer: 5\ntolerance: {typed}")
    assert said.startswith(f"14:5: '{typed}' does not have the form that `tolerance` takes")
    assert advice in said


@pytest.mark.parametrize("name", ["c", "a5", "5-b", "per-100"])
def test_a_column_that_is_not_there_is_still_called_so(tmp_path: Path, name: str) -> None:
    rows = f"variants:\n  - {{a: 1, b: 2}}\n  - {{a: 2, b: 3}}\nanswer: {name}"
    said = complaints(tmp_path, "numeric", f'prompt: "[[b]]?"\n{rows}')
    assert said == [f"16:5: no column of `variants` is called `{name}`; mend the name"]


@pytest.mark.parametrize("typed", ["five", "1:30", "2^3"])
def test_what_is_no_number_is_not_looked_for_in_variants_that_are_not_there(
    tmp_path: Path, typed: str
) -> None:
    (said,) = complaints(tmp_path, "numeric", f"prompt: How many?\nanswer: {typed}")
    assert said.endswith(f"`{typed}` is no number, and there are no `variants` with such a column")


@pytest.mark.parametrize("typed", ["[[Per-Day]]", "[[ per-day ]]", "[[per day]]", "[[per_day]]"])
def test_a_name_with_capitals_or_spaces_is_named(tmp_path: Path, typed: str) -> None:
    rows = "variants:\n  - {per-day: 1, b: 2}\n  - {per-day: 2, b: 3}\nanswer: b"
    (said,) = complaints(tmp_path, "numeric", f'prompt: "{typed}?"\n{rows}')
    assert said.endswith(f"{typed} is shown as it stands; write [[per-day]]")
    gaps = 'prompt: Fill in.\ngaps: {per-day: {answers: [two]}}\ntext: "[[per-day]] or '
    (said,) = complaints(tmp_path, "cloze", f'{gaps}{typed}"')
    assert said.endswith(f"{typed} is shown as it stands; write [[per-day]]")

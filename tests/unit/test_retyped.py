"""Numbers of variants that a text shows otherwise than they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from selfcheck import bank
from selfcheck.numbers import is_kept
from tests.support.tiny import BANK, written

QUESTION = """\
  - id: numbers
    type: numeric
    objective: o
    level: apply
    prompt: What is twice [[n]]?
    variants:
      - {n: 5, twice: 10}
      - {n: %s, twice: %s}
    answer: twice
    explanation: "%s"
    sources: []
"""


def told(folder: Path, n: str, twice: str = "2", explanation: str = "E") -> list[str]:
    text = BANK + QUESTION % (n, twice, explanation)
    return [each.message for each in bank.check(written(folder, "", bank=text) / "content")]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("0.30", "0.3"),
        ("1.0", "1"),
        ("007", "7"),
        ("1e3", "1,000"),
        ("1_000", "1,000"),
        ("+5", "5"),
        ("0x10", "16"),
        ("6.0e23", "6 × 10²³"),
        ("-0.50", "-0.5"),
    ],
)
def test_one_that_loses_something_is_told(tmp_path: Path, typed: str, shown: str) -> None:
    assert told(tmp_path, typed) == [f"`{typed}` is shown as {shown}; put it in quotes"]


@pytest.mark.parametrize("typed", ["0.3", "7", "1000", "-18", "'007'", "6.022e23", "0.00000012"])
def test_one_that_is_shown_as_typed_is_not(tmp_path: Path, typed: str) -> None:
    assert told(tmp_path, typed) == []


def test_only_a_text_shows_a_number(tmp_path: Path) -> None:
    assert told(tmp_path / "one", "4", "2.50") == []
    mend = "write it so, or give the text a column of its own, in quotes"
    found = told(tmp_path / "two", "4", "2.50", "It is [[twice]].")
    assert found == [f"`2.50` is shown as 2.5; {mend}"]


def test_a_power_of_ten_keeps_its_digits() -> None:
    for typed in ("602214076000000000000000", "6.02214076e23", "0.0000001200000001", "-1.6e-19"):
        assert is_kept(typed, float(typed)), typed
    for typed in ("6.0220e23", "0.000000120", "1.60e-19"):
        assert not is_kept(typed, float(typed)), typed

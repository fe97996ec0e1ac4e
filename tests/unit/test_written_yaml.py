"""What is written as YAML is read as the same data, letter by letter, and the same each time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contentfiles import unfit
from selfcheck import written_yaml
from selfcheck.source import Source

ROOT = Path(__file__).parents[2]
BANK = """\
schema: 1
id: tides
title: "Tides: a start"
objectives:
  sea: The sea
questions:
  - id: one
    type: choice
    prompt: |-
      What pulls it?

        Look up.
    options:
      - text: The Moon
        correct: true
      - text: "- 5 °C"
    hints: ["yes", "no: not that"]
    explanation: >-
      A text of one line that is longer than a hundred characters is folded, so that a reader of the
      file need not scroll sideways.

  - id: two
    variants:
      - {n: 4, half: 2}
      - {n: 5, half: 2.5}
    tolerance: 1.0e-07
"""
DATA: dict[str, Any] = {
    "schema": 1,
    "id": "tides",
    "title": "Tides: a start",
    "objectives": {"sea": "The sea"},
    "questions": [
        {
            "id": "one",
            "type": "choice",
            "prompt": "What pulls it?\n\n  Look up.",
            "options": [{"text": "The Moon", "correct": True}, {"text": "- 5 °C"}],
            "hints": ["yes", "no: not that"],
            "explanation": "A text of one line that is longer than a hundred characters is folded, "
            "so that a reader of the file need not scroll sideways.",
        },
        {"id": "two", "variants": [{"n": 4, "half": 2}, {"n": 5, "half": 2.5}], "tolerance": 1e-7},
    ],
}


def test_a_bank_is_written_as_an_author_would() -> None:
    assert written_yaml.bank(DATA) == BANK


@pytest.mark.parametrize(
    "path", sorted((ROOT / "content" / "questions").glob("*.yaml")), ids=lambda path: path.stem
)
def test_the_banks_of_the_course_are_written_as_they_are(path: Path, tmp_path: Path) -> None:
    data = Source(path).data
    (tmp_path / "again.yaml").write_text(written_yaml.bank(data), encoding="utf-8")
    assert Source(tmp_path / "again.yaml").data == data


ODD = [
    "yes",
    "1:30",
    "2026-11-28",
    "null",
    "~",
    "1e5",
    "a: b",
    "a #b",
    "x" * 120,
    "(a) " * 40 + "b",
]
TEXT = (
    st.text(
        st.sampled_from(list("ab1.-:#'\"\\ \n\té?!&*[]{}|>%@`,=~\u2028\xa0\u200b…")), min_size=1
    )
    | st.text(min_size=1, max_size=40)
    | st.sampled_from([*ODD, "word " * 40 + "end", "a\n\nb\n", "\n a", "a\n b", "a \nb"])
)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=4), st.floats(allow_nan=False, allow_infinity=False))
def test_any_text_and_any_number_comes_back(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], number: float
) -> None:
    texts = [each for each in texts if not unfit(each) and "\ufeff" not in each] or ["x"]
    data = {
        "schema": 1,
        "title": texts[0],
        "questions": [
            {
                "texts": texts,
                "options": [{"text": each, "correct": True} for each in texts],
                "rows": [{"a": 1, "b": number, "id": texts[-1]}],
                "none": [],
                "gaps": {"one": {"answers": texts}},
            }
        ],
    }
    path = tmp_path_factory.mktemp("yaml") / "bank.yaml"
    path.write_text(written_yaml.bank(data), encoding="utf-8", newline="\n")
    assert Source(path).data == data

"""Python compares typed texts as the page does: held to the page's own vectors.

A fingerprint and the checks of a bank both depend on it.
"""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from msgspec import UNSET

from selfcheck.types.typed import Typed, bare, taken

VECTORS = sorted((Path(__file__).parents[1] / "vectors").glob("short-text*.json"))


def cases() -> list[Any]:
    found = []
    for path in VECTORS:
        vectors = json.loads(path.read_text(encoding="utf-8"))
        for case in vectors["cases"]:
            if isinstance(case["response"], str) and not case["expect"].get("unanswered"):
                name = f"{path.stem}: {case['response']}"
                found.append(pytest.param(vectors["question"], case, id=name))
    return found


@pytest.mark.parametrize(("question", "case"), cases())
def test_a_form_is_the_same_where_the_page_says_so(
    question: dict[str, Any], case: dict[str, Any]
) -> None:
    typed: Typed = SimpleNamespace(
        case_sensitive=question.get("case", False),
        accent_sensitive=question.get("accents", False),
        punctuation_sensitive=question.get("punctuation", UNSET),
        spelling=question.get("spelling", 0),
    )
    same = bare(case["response"], typed) in {bare(form, typed) for form in question["key"]}
    # What is right with a mistake in it is not the same; the page says which form was meant.
    spelled = any(case["expect"].get("spelled", ()))
    assert same == (case["expect"].get("score") == 1 and not spelled)
    # A well-known wrong answer goes before an accepted one, whether or not it is near that.
    if not case["expect"].get("near"):
        assert taken(case["response"], question["key"], typed) == (case["expect"]["score"] == 1)


def test_the_vectors_have_both() -> None:
    scores = {case.values[1]["expect"]["score"] for case in cases()}
    assert scores == {0, 1}
    assert len(cases()) > 40

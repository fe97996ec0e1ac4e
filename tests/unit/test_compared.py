"""Which typed texts are the same answer: Python, which the page is held to in a browser test."""

from __future__ import annotations

from itertools import combinations
from types import SimpleNamespace
from typing import Any

import pytest
from msgspec import UNSET

from selfcheck.types.typed import bare
from tests.support.compared import rows


def setting(given: dict[str, Any]) -> Any:
    everything = {
        "case_sensitive": False,
        "accent_sensitive": False,
        "punctuation_sensitive": UNSET,
        "spelling": 0,
    }
    return SimpleNamespace(**{**everything, **given})


@pytest.mark.parametrize(("given", "row"), rows("same"))
def test_the_same(given: dict[str, Any], row: list[str]) -> None:
    forms = {text: bare(text, setting(given)) for text in row}
    assert len(set(forms.values())) == 1, forms
    assert forms[row[0]]


@pytest.mark.parametrize(("given", "row"), rows("apart"))
def test_told_apart(given: dict[str, Any], row: list[str]) -> None:
    for one, other in combinations(row, 2):
        assert bare(one, setting(given)) != bare(other, setting(given)), (one, other)

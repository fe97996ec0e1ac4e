"""docs/verdicts.md says of each verdict that was in doubt what claims.yaml says."""

from __future__ import annotations

import re

import pytest

from stemcourse.evidence import VERDICTS, load
from tests.content.conftest import ROOT

CLAIMS = load(ROOT / "content" / "evidence" / "claims.yaml")
PAGE = (ROOT / "docs" / "verdicts.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `([a-z0-9-]+)` \| ([A-Z][a-z ]+) \|(.*)\|$", PAGE, re.M)
NAMES = {verdict.words for verdict in VERDICTS.values()}


def test_no_claim_stands_there_twice() -> None:
    claims = [claim for claim, _, _ in ROWS]
    assert claims
    assert len(claims) == len(set(claims)) == PAGE.count("| `")


@pytest.mark.parametrize(("claim", "words", "rest"), ROWS, ids=[claim for claim, _, _ in ROWS])
def test_a_row_has_the_verdict_of_the_claim_and_a_reason(claim: str, words: str, rest: str) -> None:
    assert VERDICTS[CLAIMS[claim].verdict].words == words
    *before, reason = (part.strip() for part in rest.split(" | "))
    assert reason.endswith(".")
    assert all(each in NAMES - {words} for each in before)


def test_each_verdict_is_explained() -> None:
    assert set(re.findall(r"^- \*\*([^*]+)\*\*: ", PAGE, re.M)) == NAMES

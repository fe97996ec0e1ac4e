"""The shared vectors of response and expected score, run by the script that is shipped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

import selfcheck.widget
from tests.support.site import served

VECTORS = sorted((Path(__file__).parents[1] / "vectors").glob("*.json"))
CASES = [
    pytest.param(vectors["question"], case, id=f"{path.stem}-{number}")
    for path in VECTORS
    for vectors in [json.loads(path.read_text("utf-8"))]
    for number, case in enumerate(vectors["cases"])
]
SCORE = """async ([question, response, lang]) => {
  const { score } = await import("/widget.js");
  return score(question, response, lang);
}"""


@pytest.fixture(scope="module")
def scorer(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    with served(selfcheck.widget.STATIC) as address:
        page.goto(f"{address}/selfcheck.css")
        yield page
    page.close()


@pytest.mark.parametrize(("question", "case"), CASES)
def test_scores_as_expected(scorer: Page, question: dict[str, Any], case: dict[str, Any]) -> None:
    got = scorer.evaluate(SCORE, [question, case["response"], case.get("lang", "en")])
    for name, value in case["expect"].items():
        assert got.get(name) == (pytest.approx(value) if isinstance(value, float) else value), (
            case.get("note", "")
        )


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
@pytest.mark.parametrize("response", [float("nan"), float("inf"), -1, 1e300, {}, [[]], True])
def test_rubbish_is_unanswered(scorer: Page, path: Path, response: object) -> None:
    question = json.loads(path.read_text("utf-8"))["question"]
    got = scorer.evaluate(SCORE, [question, response, "en"])
    assert got["unanswered"] is True
    assert got["score"] == 0
    assert got["message"]

"""The shared vectors of response and expected score, run by the scripts that are shipped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.support.bare import scripts_alone

VECTORS = sorted((Path(__file__).parents[1] / "vectors").glob("*.json"))
CASES = [
    pytest.param(vectors["question"], case, id=f"{path.stem}-{number}")
    for path in VECTORS
    for vectors in [json.loads(path.read_text("utf-8"))]
    for number, case in enumerate(vectors["cases"])
]
# The scripts of a page take from each other what a module brings: both must grade alike.
SCORERS = {
    "notebook": "(await import('/widget.js')).score",
    "page": "selfcheck.typeOf(question.type).score",
}
# JSON makes an entry `__proto__`, which an object that is handed over would lose.
SCORE = """async ([asked, given, lang]) => {{
  const question = JSON.parse(asked);
  return ({scorer})(question, JSON.parse(given), lang);
}}"""
RUBBISH = [
    *("-1", "1e300", "true", "{}", "[[]]", "[null]", "[[[]]]", '{"length": 1, "0": "a"}'),
    *('{"__proto__": {}}', '{"__proto__": "a"}', '["__proto__"]', '{"constructor": "a"}'),
    *('["constructor"]', '{"toString": 1}', '{"toJSON": {}}'),
]


@pytest.fixture(scope="module")
def scorer(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with scripts_alone(browser, tmp_path_factory.mktemp("scorer")) as page:
        yield page


def score(page: Page, host: str, question: Any, response: str, lang: str) -> dict[str, Any]:
    script = SCORE.format(scorer=SCORERS[host])
    got: dict[str, Any] = page.evaluate(script, [json.dumps(question), response, lang])
    return got


@pytest.mark.parametrize("host", SCORERS)
@pytest.mark.parametrize(("question", "case"), CASES)
def test_scores_as_expected(
    scorer: Page, host: str, question: dict[str, Any], case: dict[str, Any]
) -> None:
    response = json.dumps(case["response"])
    got = score(scorer, host, question, response, case.get("lang", "en"))
    for name, value in case["expect"].items():
        assert got.get(name) == (pytest.approx(value) if isinstance(value, float) else value), (
            case.get("note", "")
        )


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
@pytest.mark.parametrize("response", RUBBISH)
def test_rubbish_is_unanswered(scorer: Page, path: Path, response: str) -> None:
    question = json.loads(path.read_text("utf-8"))["question"]
    got = score(scorer, "notebook", question, response, "en")
    assert got["unanswered"] is True
    assert got["score"] == 0
    assert got["parts"] == []
    assert got["message"]

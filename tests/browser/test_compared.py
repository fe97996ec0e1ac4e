"""Which typed texts are the same answer: the page, as its script is shipped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.support.bare import scripts_alone
from tests.support.compared import rows

# Of all pairs of a row those that are right where the other is asked.
RIGHT = """([row, set]) => {
  const pairs = row.flatMap((form) => row.map((text) => [form, text]));
  return pairs.filter(([form, text]) => {
    const question = { type: "short-text", key: [form], ...set };
    const { score, unanswered } = selfcheck.typeOf("short-text").score(question, text, "en");
    return form !== text && score === 1 && !unanswered;
  });
}"""
NAMES = {"punctuation_sensitive": "punctuation"}


@pytest.fixture(scope="module")
def scorer(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with scripts_alone(browser, tmp_path_factory.mktemp("compared")) as page:
        yield page


def right(page: Page, given: dict[str, Any], row: list[str]) -> list[list[str]]:
    setting = {NAMES[name]: value for name, value in given.items()}
    found: list[list[str]] = page.evaluate(RIGHT, [row, setting])
    return found


@pytest.mark.parametrize(("given", "row"), rows("same"))
def test_the_same(scorer: Page, given: dict[str, Any], row: list[str]) -> None:
    assert len(right(scorer, given, row)) == len(row) * (len(row) - 1)


@pytest.mark.parametrize(("given", "row"), rows("apart"))
def test_told_apart(scorer: Page, given: dict[str, Any], row: list[str]) -> None:
    assert right(scorer, given, row) == []

"""What a page writes of each type, seen by a validator that is not ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from selfcheck import types
from selfcheck.questions import Question
from tests.support.frontend import NEEDS_NODE, complaints, installed
from tests.support.kept import attempts
from tests.support.learner import Learner

INTERACTIONS = {
    "choice": "choice",
    "multiple-response": "choice",
    "hotspot": "choice",
    "numeric": "numeric",
    "order": "sequencing",
    "match": "matching",
    "categorize": "matching",
    "short-text": "fill-in",
    "cloze": "performance",
}


@pytest.fixture(scope="module")
def frontend(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return installed(tmp_path_factory.mktemp("frontend"))


@NEEDS_NODE
def test_every_type_writes_statements_without_a_complaint(
    page: Page, moon: str, frontend: Path
) -> None:
    assert set(INTERACTIONS) == set(types.structs(Question))
    page.goto(f"{moon}/quizzes.html")
    expect(page.locator(".sc-live").first).to_be_attached()
    kinds: dict[str, str] = {}
    for section in page.locator(".sc-question:visible").all():
        who = Learner(section, "mouse")
        if who.kind in kinds.values():
            continue
        kinds[section.get_attribute("data-question") or ""] = who.kind
        who.errs_and_mends()
    assert set(kinds.values()) == set(INTERACTIONS)
    log = attempts(page)
    assert len(log) == 2 * len(kinds)
    for statement in log:
        name = statement["object"]["id"].rpartition(":")[2]
        definition = statement["object"]["definition"]
        assert definition["interactionType"] == INTERACTIONS[kinds[name]], name
        right = statement["result"]["response"] in definition["correctResponsesPattern"]
        if kinds[name] not in ("numeric", "short-text"):
            assert right is statement["result"]["success"], name
    assert complaints(frontend, json.dumps(log)) == ""


def test_the_verb_is_in_the_language_of_the_page_and_texts_in_that_of_the_bank(
    page: Page, mond: str
) -> None:
    page.goto(f"{mond}/quizzes.html")
    number = page.locator('[data-question="moon/light-time"]')
    number.get_by_role("textbox").fill("1.280")
    number.get_by_role("button", name="Prüfen", exact=True).click()
    expect(number).to_have_attribute("data-result", "correct")
    (statement,) = attempts(page)
    assert statement["verb"]["display"] == {"de": "beantwortete"}
    assert list(statement["object"]["definition"]["name"]) == ["en"]
    assert statement["context"]["language"] == "en"

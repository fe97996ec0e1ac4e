"""A question from elsewhere has no explanation, no level and no sources, and is shown all the same.

How it looks in a browser, tests/browser/test_bare_question.py holds.
"""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import ruamel.yaml

from selfcheck import bank, convert
from selfcheck.json_schema import json_schema
from selfcheck.render import html
from selfcheck.render.key import answer_key
from tests.support.one_of_each import QUESTIONS, with_figure

FIGURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    '<path id="left" d="M0 0"/><path id="right" d="M0 0"/><path id="top" d="M0 0"/></svg>'
)
LACKING = ("explanation", "level", "sources")
PART = {"id": "p", "type": "numeric", "objective": "o", "prompt": "How many?", "answer": 1}
CASE = {"parts": [PART, {**PART, "id": "q", "variants": [{"n": 1}, {"n": 2}], "answer": "n"}]}
EVERY: dict[str, dict[str, Any]] = {**QUESTIONS, "case": CASE}
NAMED = {"choice": "options", "multiple-response": "options", "hotspot": "regions"}
FULL = {"level": "apply", "explanation": "So.", "sources": []}


def data(kind: str, **more: Any) -> dict[str, Any]:
    question = {"id": "one", "type": kind, "objective": "o", "prompt": "Which?"}
    made = {**question, **copy.deepcopy(EVERY[kind]), **more}
    if kind == "case" and made.pop("explanation", ""):
        for part in made["parts"]:
            part |= FULL
    head = {"schema": 1, "id": "t", "title": "T", "objectives": {"o": "O"}}
    return {**head, "questions": [made]}


@pytest.mark.parametrize("kind", EVERY)
def test_nothing_is_wrong_with_it(kind: str, tmp_path: Path) -> None:
    with_figure(tmp_path)
    (tmp_path / "figures" / "two.svg").write_text(FIGURE, encoding="utf-8")
    (tmp_path / "questions").mkdir()
    with (tmp_path / "questions" / "t.yaml").open("w", encoding="utf-8") as file:
        ruamel.yaml.YAML(typ="safe").dump(data(kind), file)
    assert bank.check(tmp_path) == []


@pytest.mark.parametrize("kind", EVERY)
def test_its_html_is_that_of_another_without_what_it_lacks(kind: str, tmp_path: Path) -> None:
    with_figure(tmp_path)
    bare, full = (
        html(convert.bank(data(kind, **more)), {}, folder=tmp_path) for more in ({}, FULL)
    )
    assert "sc-why" in full
    assert bare == re.sub(r"<div class='sc-why'>.*?</div>\n", "", full)


@pytest.mark.parametrize("kind", EVERY)
def test_its_entry_in_the_key_ends_with_its_name(kind: str, tmp_path: Path) -> None:
    with_figure(tmp_path)
    made = answer_key(convert.bank(data(kind)), tmp_path)
    assert made.endswith("<p><code>one</code></p></li>\n</ol>")
    assert "UNSET" not in made
    assert "None" not in made.replace("None <small>", "")


@pytest.mark.parametrize("kind", EVERY)
def test_the_json_schema_lets_it_lack_them(kind: str) -> None:
    schema = jsonschema.Draft202012Validator(json_schema())
    schema.validate(data(kind))
    without = data(kind)
    del without["questions"][0]["objective"]
    assert not schema.is_valid(without)


@pytest.mark.parametrize("kind", NAMED)
def test_what_is_offered_may_have_no_feedback_or_some_of_it(kind: str, tmp_path: Path) -> None:
    with_figure(tmp_path)
    said = data(kind)
    first, *others = said["questions"][0][NAMED[kind]]
    for each in others:
        del each["feedback"]
    some = html(convert.bank(said), {}, folder=tmp_path)
    (rows,) = re.findall(r"<ol class='sc-feedback' type='A'>(.*?)</ol>", some)
    assert sorted(rows.split("<li>")[1:]) == ["", *[""] * (len(others) - 1), first["feedback"]]
    del first["feedback"]
    none = html(convert.bank(said), {}, folder=tmp_path)
    assert "sc-feedback" not in none
    assert none == some.replace(f"<ol class='sc-feedback' type='A'>{rows}</ol>\n", "")
    jsonschema.Draft202012Validator(json_schema()).validate(said)


def test_feedback_for_an_option_that_was_not_chosen_may_stand_alone() -> None:
    said = data("choice")
    options = said["questions"][0]["options"]
    for each in options:
        del each["feedback"]
    options[0]["feedback_unchosen"] = "It was this."
    made = html(convert.bank(said), {})
    assert "<li><div class='sc-unchosen'>It was this.</div>" in made

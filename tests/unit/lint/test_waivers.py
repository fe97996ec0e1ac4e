"""Waivers: what they cover, and what is said of one that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from selfcheck import bank
from selfcheck.lint.run import Said, rules, run

HEAD = """\
schema: 1
id: one
title: One
objectives: {o: One thing}
"""
FIRST = """\
  - id: first
    type: choice
    objective: o
    level: apply
    prompt: Which of these is not a bird?
    options:
      - {text: Penguin, feedback: It has feathers and a beak.}
      - {text: Bat, correct: true, feedback: It has fur and bears its young alive.}
    explanation: A bat is a mammal.
    sources: []
"""
PART = FIRST.replace("\n", "\n    ").replace("  - id: first", "      - id: first", 1).rstrip()
CASE = f"""\
  - id: zoo
    type: case
    objective: o
    level: apply
    prompt: You visit a zoo.
    sources: []
    parts:
{PART}
{PART.replace("first", "second").replace("bird", "fish").replace("Penguin", "Trout")}
"""
REASON = "What must not be fed has to be known."


def said(folder: Path, text: str) -> list[Said]:
    (folder / "questions").mkdir(exist_ok=True)
    (folder / "questions" / "one.yaml").write_text(text, encoding="utf-8")
    checked = bank.checked(folder)
    assert checked.findings == []
    return [each for each in run(checked.banks, folder, rules()) if each.rule.severity != "note"]


def ids(folder: Path, text: str) -> list[str]:
    return [each.rule.id for each in said(folder, text)]


def with_waiver(question: str, rule: str, reason: str = REASON, indent: int = 4) -> str:
    first, rest = question.split("\n", 1)
    return f"{first}\n{' ' * indent}waive: {{{rule}: {reason}}}\n{rest}"


def test_without_a_waiver_the_rule_speaks(tmp_path: Path) -> None:
    assert ids(tmp_path, f"{HEAD}questions:\n{FIRST}") == ["negated-stem"]


def test_a_waiver_of_a_question_holds_for_it(tmp_path: Path) -> None:
    text = f"{HEAD}questions:\n{with_waiver(FIRST, 'negated-stem')}"
    assert ids(tmp_path, text) == []


def test_and_not_for_another_one(tmp_path: Path) -> None:
    other = FIRST.replace("first", "other").replace("bird", "fish").replace("Penguin", "Trout")
    text = f"{HEAD}questions:\n{with_waiver(FIRST, 'negated-stem')}{other}"
    assert ids(tmp_path, text) == ["negated-stem"]


def test_a_waiver_of_a_bank_holds_for_all_of_it(tmp_path: Path) -> None:
    other = FIRST.replace("first", "other").replace("bird", "fish").replace("Penguin", "Trout")
    text = f"{HEAD}waive: {{negated-stem: {REASON}}}\nquestions:\n{FIRST}{other}"
    assert ids(tmp_path, text) == []


def test_a_waiver_of_a_case_holds_for_its_parts(tmp_path: Path) -> None:
    assert ids(tmp_path, f"{HEAD}questions:\n{CASE}") == ["negated-stem"] * 2
    text = f"{HEAD}questions:\n{with_waiver(CASE, 'negated-stem')}"
    assert ids(tmp_path, text) == []


def test_a_waiver_of_a_part_holds_for_it_alone(tmp_path: Path) -> None:
    waived = with_waiver(f"{PART}\n", "negated-stem", indent=8)
    text = f"{HEAD}questions:\n" + CASE.replace(f"{PART}\n", waived, 1)
    assert ids(tmp_path, text) == ["negated-stem"]


def test_an_unknown_rule_is_told_with_one_of_a_like_name(tmp_path: Path) -> None:
    text = f"{HEAD}questions:\n{with_waiver(FIRST, 'negative-stem')}"
    found = {each.rule.id: each.finding for each in said(tmp_path, text)}
    assert set(found) == {"negated-stem", "waiver"}
    assert "no rule `negative-stem` to waive; did you mean `negated-stem`?" in str(found["waiver"])
    assert found["waiver"].place == (7, 13)


def test_a_waiver_that_waives_nothing_is_told(tmp_path: Path) -> None:
    text = f"{HEAD}questions:\n{with_waiver(FIRST.replace('not a', 'a'), 'negated-stem')}"
    (found,) = said(tmp_path, text)
    assert found.rule.id == "waiver"
    assert "`negated-stem` finds nothing here" in found.finding.message


def test_a_waiver_of_what_depends_on_other_questions_may_wait(tmp_path: Path) -> None:
    question = with_waiver(FIRST.replace("not a", "a"), "near-repeats")
    assert ids(tmp_path, f"{HEAD}questions:\n{question}") == []


def test_of_two_waivers_that_cover_one_thing_the_farther_one_waives_nothing(tmp_path: Path) -> None:
    waived = with_waiver(FIRST, "negated-stem")
    text = f"{HEAD}waive: {{negated-stem: {REASON}}}\nquestions:\n{waived}"
    (found,) = said(tmp_path, text)
    assert found.finding.place.line == 5


@pytest.mark.parametrize("reason", ["ok", "not needed"])
def test_a_reason_says_something(tmp_path: Path, reason: str) -> None:
    text = f"{HEAD}questions:\n{with_waiver(FIRST, 'negated-stem', reason)}"
    (found,) = said(tmp_path, text)
    assert f"'{reason}' is no reason" in found.finding.message


@pytest.mark.parametrize(
    ("waiver", "message"),
    [
        ("{negated-stem: ''}", "`negated-stem` is empty; write it"),
        ("[negated-stem]", "`waive` must be a mapping of fields, not a list"),
        ("{negated-stem: true}", "`negated-stem` must be text, not true or false"),
    ],
)
def test_a_waiver_without_a_reason_is_no_waiver(tmp_path: Path, waiver: str, message: str) -> None:
    (tmp_path / "questions").mkdir()
    text = f"{HEAD}waive: {waiver}\nquestions:\n{FIRST}"
    (tmp_path / "questions" / "one.yaml").write_text(text, encoding="utf-8")
    (found,) = bank.check(tmp_path)
    assert found.message.startswith(message)

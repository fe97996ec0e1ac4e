"""What `check` approves can be shown, and each field says how it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from selfcheck import bank, markdown
from selfcheck.json_schema import json_schema
from selfcheck.render import html
from tests.unit.test_quiz_directive import BANK, written

# A plugin whose question passes its own check, and whose HTML nobody can make.
PLUGIN = """\
from pathlib import Path
from selfcheck.questions import Question
from selfcheck.types import Row

class Torn(Question, kw_only=True, tag="torn"):
    pass

def body(question, name, context):
    raise RuntimeError("a torn\\npage")

def setup(engine):
    script = Path(__file__).with_name("torn.js")
    nothing = lambda *_: []
    engine.add_type(Row(Torn, nothing, body, nothing, nothing, script=script))
"""
TORN = """\
  - {id: torn, type: torn, objective: o, level: apply, prompt: P, explanation: E, sources: []}
"""
PLAIN, MARKDOWN = "Plain text", "Markdown"
# Fields that name something, and are not shown.
NAMES = {"id", "objective", "figure", "region", "language", "level", "type", "claims", "sources"}
NAMES |= {"units", "tolerance", "schema"}


def test_a_question_that_cannot_be_shown_is_a_finding_and_an_error_of_the_page(
    tmp_path: Path,
) -> None:
    """In a process of its own, since a type is registered for good."""
    folder = written(tmp_path, bank=BANK + TORN, conf='selfcheck_plugins = ["torn"]\n')
    (folder / "torn.py").write_text(PLUGIN)
    (folder / "torn.js").write_text("")
    command = [sys.executable, "-m", "sphinx", "-q", str(folder), str(folder / "site")]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    assert "index.md:3: ERROR: the bank cannot be shown (RuntimeError: a torn page)" in said
    code = "import sys; from selfcheck.cli import app; app(['check', sys.argv[1]])"
    command = [sys.executable, "-c", code, str(folder / "content")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "one.yaml:16:5: this question cannot be shown (RuntimeError: a torn page)" in done.stderr
    assert "Traceback" not in done.stderr


def texts(schema: dict[str, Any], name: str = "") -> dict[str, str]:
    """Return for each field that holds a text what the schema says of it."""
    found: dict[str, str] = {}
    for field, kind in schema.get("properties", {}).items():
        for each in (kind, *kind.get("anyOf", ()), kind.get("items", {})):
            for one in (each, *each.get("anyOf", ()), each.get("additionalProperties") or {}):
                if isinstance(one, dict) and one.get("type") == "string" and field not in NAMES:
                    found[f"{name}.{field}"] = one.get("description", "")
    return found


def test_the_schema_says_of_each_text_whether_it_is_markdown() -> None:
    whole = json_schema()
    said = texts(whole)
    for name, each in whole["$defs"].items():
        said |= texts(each, name)
    assert len(said) > 30
    wrong = {field for field, words in said.items() if not words.startswith((PLAIN, MARKDOWN))}
    # A reason to waive a rule is for authors; the others take a column, a function or a file.
    wrong -= {field for field in wrong if field.endswith(".waive")}
    assert wrong <= {"Numeric.variants", "Objective.notebook", "Numeric.answer", "WrongNumber.near"}


@pytest.mark.parametrize("text", ["<p>", "<b>x</b>", "a & b", "\\<b>", "*a*", "1. May", "&amp;"])
def test_a_menu_of_a_gap_shows_what_was_typed(tmp_path: Path, text: str) -> None:
    """In `check`, in the HTML and so in the menu; with an id and without."""
    quoted = "'" + text.replace("'", "''") + "'"
    gap = f"{{answers: [{quoted}], distractors: [{{id: other, text: {quoted[:-1]}!'}}]}}"
    question = f"""\
  - id: gap
    type: cloze
    objective: o
    level: apply
    prompt: Which?
    text: It is [[a]].
    gaps: {{a: {gap}}}
    explanation: E
    sources: []
"""
    folder = written(tmp_path, bank=BANK + question) / "content"
    assert bank.check(folder) == []
    made = html(bank.pick(bank.load("one", folder), "gap"), {}, folder=folder)
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert f"<i>{shown}</i>" in made
    assert f"<i>{shown}!</i>" in made


def test_a_right_side_shows_its_words(tmp_path: Path) -> None:
    question = """\
  - id: days
    type: match
    objective: o
    level: apply
    prompt: Which?
    pairs: [{left: "- 5 °C", right: 1. May}, {left: "1989.", right: {id: nine, text: 9. May}}]
    distractors: ["#", "<p>", "<b>x</b>"]
    explanation: E
    sources: []
"""
    folder = written(tmp_path, bank=BANK + question) / "content"
    assert bank.check(folder) == []
    made = html(bank.pick(bank.load("one", folder), "days"), {}, folder=folder)
    for text in ("- 5 °C", "1989.", "1. May", "9. May", "#", "<p>", "<b>x</b>"):
        shown = text.replace("<", "&lt;").replace(">", "&gt;")
        assert f"<li>{shown}<" in made
        assert markdown.problems(text, place="menu") == []

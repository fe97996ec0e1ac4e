"""A question type is one row of one table; others can add theirs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from msgspec import UNSET, UnsetType
from typer.testing import CliRunner

from selfcheck import bank, types
from selfcheck.cli import app
from selfcheck.finding import BankError, Finding
from selfcheck.identity import Choosable, Listing
from selfcheck.questions import Asked, Identified, Question, Text
from selfcheck.render import html
from selfcheck.render.key import answer_key
from selfcheck.source import Here, Source
from selfcheck.types import Body, Case, Context, Frame, Row
from selfcheck.types.options import CHOICE, Choice
from tests.support import tiny

ROOT = Path(__file__).parents[2]


class Stop(Identified, kw_only=True):
    """One stop of a slider."""

    text: Text


class Slider(Question, kw_only=True, tag="slider"):
    """A slider with stops, of which the highest is right."""

    stops: list[Stop]
    note: Text | UnsetType = UNSET


def listings(question: Slider) -> list[Listing]:
    stops = enumerate(question.stops)
    return [Listing([Choosable(("stops", n), stop.text) for n, stop in stops])]


def check(question: Slider, here: Here) -> Iterator[Finding]:
    if len(question.stops) < 2:
        yield here.finding("a slider needs two stops", "stops")


def body(question: Slider, _name: str, _context: Context) -> Body:
    (ids,) = (listing.ids for listing in listings(question))
    return Body({"ids": " ".join(ids), "key": ids[-1]}, "<p class='slider'></p>", ids[-1])


def answers(question: Slider, _language: str) -> list[str]:
    return [question.stops[-1].text]


BANK = f"""{tiny.HEAD}\
  - id: first
    type: slider
    objective: o
    level: apply
    prompt: How much?
    stops: STOPS
    explanation: So.
    sources: []
  - id: second
    type: case
    objective: o
    level: apply
    prompt: A case.
    sources: []
    parts:
      - id: a
        type: slider
        prompt: How?
        stops: [{{text: No}}, {{text: All}}]
        explanation: So.
      - {{id: b, type: numeric, prompt: How many?, answer: 1, explanation: So.}}
"""
GOOD = "[{text: A little}, {text: Much}]"


@pytest.fixture
def row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Row[Slider]:
    """A row from outside; what a test registers is gone after it."""
    monkeypatch.setattr(types, "TABLE", dict(types.TABLE))
    script = tmp_path / "slider.js"
    script.write_text('selfcheck.register("slider", {});\n', encoding="utf-8")
    return Row(Slider, check, body, answers, listings, script)


def load(folder: Path, stops: str = GOOD) -> Any:
    """Return the bank with a slider that has *stops*."""
    (folder / "questions").mkdir(exist_ok=True)
    text = BANK.replace("STOPS", stops)
    (folder / "questions" / "one.yaml").write_text(text, encoding="utf-8")
    return bank.load("one", folder)


def findings(folder: Path, stops: str) -> list[str]:
    with pytest.raises(BankError) as caught:
        load(folder, stops)
    return [
        f"{found.place.line}:{found.place.column}: {found.message}"
        for found in caught.value.findings
    ]


def test_an_eleventh_type_is_like_the_others(row: Row[Slider], tmp_path: Path) -> None:
    types.register(row)
    made = load(tmp_path)
    assert isinstance(made.questions[0], Slider)
    text = html(made, {})
    found = re.search(r"data-q='([^']*)'", text)
    assert found
    data = json.loads(unescape(found[1]))
    assert re.fullmatch("[0-9a-f]{8}", data.pop("fp"))
    assert data == {"type": "slider", "ids": "a-little much", "key": "much"}
    assert text.count("<p class='slider'></p>") == 2
    assert "<p><strong>Answer:</strong> Much</p>" in answer_key(made)


def test_its_mistakes_are_found_like_those_of_others(row: Row[Slider], tmp_path: Path) -> None:
    types.register(row)
    assert findings(tmp_path, "[{text: Much}]") == ["11:5: a slider needs two stops"]
    assert findings(tmp_path, "[{text: Much}, {text: much}]") == [
        "11:27: `much` is already the id of what stands at line 11; give each an `id` of its own"
    ]
    assert findings(tmp_path, "[{text: Much}, {txet: <b>}]\n    note: <b>No</b>") == [
        "11:27: `text` is missing; add it",
        "11:28: unknown field `txet`; did you mean `text`?",
        "12:5: HTML is not allowed in Markdown: <b>; write `\\<` for a sign <",
    ]


def test_without_it_the_type_is_unknown(tmp_path: Path) -> None:
    (first, second) = findings(tmp_path, GOOD)
    assert first.startswith("7:5: `slider` is no question type; it may be one of `choice`, ")
    assert "`slider` is no question type" in second


def test_a_type_is_added_once(row: Row[Slider]) -> None:
    types.register(row)
    types.register(row)
    with pytest.raises(ValueError, match="`slider` already; give this one another name"):
        types.register(replace(row, answers=lambda question, language: []))
    assert types.TABLE["slider"] is row


def test_no_type_of_ours_can_be_replaced(row: Row[Slider]) -> None:
    ours = replace(CHOICE, answers=lambda question, language: [], script=row.script)
    with pytest.raises(ValueError, match="a question type `choice` already"):
        types.register(ours)
    assert types.TABLE["choice"] is CHOICE


def test_a_type_from_outside_brings_its_script(row: Row[Slider], tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="`slider` has no `script`"):
        types.register(replace(row, script=None))
    with pytest.raises(TypeError, match=r"`slider` has no `script`: there is no file .*gone\.js"):
        replace(row, script=tmp_path / "gone.js")


@pytest.mark.parametrize("part", ["check", "body", "answers", "listings", "fill"])
def test_a_row_without_a_part_says_which(row: Row[Slider], part: str) -> None:
    gone: dict[str, Any] = {part: None}
    with pytest.raises(TypeError, match=f"the question type `slider` has no `{part}`"):
        replace(row, **gone)


def test_a_row_that_leaves_a_part_out_says_which() -> None:
    with pytest.raises(TypeError, match="listings"):
        Row(Slider, check, body, answers)  # type: ignore[call-arg]


def test_a_struct_must_be_a_question_with_a_tag(row: Row[Slider]) -> None:
    with pytest.raises(TypeError, match="derive it from Question"):
        replace(row, struct=Stop)  # type: ignore[type-var]
    with pytest.raises(TypeError, match="Question has no tag; write `tag=`"):
        replace(row, struct=Question)  # type: ignore[arg-type]


def test_a_type_has_a_name_that_a_file_can_have(row: Row[Slider]) -> None:
    class Odd(Question, kw_only=True, tag="../odd"):
        pass

    with pytest.raises(TypeError, match=r"`\.\./odd` is no name of a type"):
        replace(row, struct=Odd)  # type: ignore[arg-type]


def test_a_frame_without_a_part_says_which() -> None:
    frame = types.TABLE["case"]
    assert isinstance(frame, Frame)
    with pytest.raises(TypeError, match="the question type `case` has no `html`"):
        replace(frame, html=None)  # type: ignore[arg-type]


def test_a_case_is_no_part_of_a_case() -> None:
    assert types.structs(Asked).keys() - types.structs(Question).keys() == {"case"}
    assert types.structs(Asked)["case"] is Case
    assert types.structs(Question)["choice"] is Choice


# The JSON Schema, for editors.


def schema() -> Any:
    done = CliRunner().invoke(app, ["schema"])
    assert done.exit_code == 0
    found = json.loads(done.stdout)
    jsonschema.Draft202012Validator.check_schema(found)
    return found


def valid(data: Any) -> bool:
    return bool(jsonschema.Draft202012Validator(schema()).is_valid(data))


FOLDERS = (ROOT / "content", ROOT / "tests" / "moon" / "content")
PATHS = [path for folder in FOLDERS for path in sorted((folder / "questions").glob("*.yaml"))]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_bank_fits_the_json_schema(path: Path) -> None:
    jsonschema.Draft202012Validator(schema()).validate(Source(path).data)


BROKEN = ROOT / "tests" / "broken" / "questions"


@pytest.mark.parametrize(
    "name",
    [
        *("unknown-key", "unknown-type", "unknown-level", "missing-key", "one-option", "one-part"),
        *("number-for-text", "spelling-too-lax", "case-in-a-case", "id-of-option-in-words"),
        *("text-without-id", "typed-form-with-id", "schema-from-the-future", "list-for-bank"),
    ],
)
def test_a_wrong_bank_does_not_fit_it(name: str) -> None:
    assert not valid(Source(BROKEN / f"{name}.yaml").data)


def test_it_knows_a_type_from_outside(row: Row[Slider], tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    path.write_text(BANK.replace("STOPS", GOOD), encoding="utf-8")
    data = Source(path).data
    assert not valid(data)
    types.register(row)
    assert valid(data)


def test_it_takes_structs_that_are_called_like_ours(row: Row[Slider], tmp_path: Path) -> None:
    class Choice(Slider, kw_only=True, tag="choice-of-theirs"):
        pass

    types.register(replace(row, struct=Choice))
    path = tmp_path / "one.yaml"
    path.write_text(BANK.replace("STOPS", GOOD).replace("slider", "choice-of-theirs"))
    assert valid(Source(path).data)
    assert valid(Source(PATHS[-1]).data)


def test_only_a_part_of_a_case_may_leave_out_what_the_case_says() -> None:
    path = ROOT / "tests" / "moon" / "content" / "questions" / "moon.yaml"
    data = Source(path).data
    (case, *_) = (each for each in data["questions"] if each["type"] == "case")
    assert "objective" not in case["parts"][0]
    assert valid(data)
    del data["questions"][0]["objective"]
    assert not valid(data)

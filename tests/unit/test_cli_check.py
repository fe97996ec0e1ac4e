"""`selfcheck check` with item-writing rules, and `selfcheck rules`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from selfcheck.cli import app
from tests.support import tiny

TELLING = "No: a word is made of letters."
GOOD = tiny.BANK.replace("feedback: No.", f"feedback: '{TELLING}'")
NEGATED = GOOD.replace("prompt: Which?", "prompt: Which of these is not a word?")


def run(*words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, list(words))
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "questions").mkdir()
    return tmp_path


def write(folder: Path, text: str) -> Path:
    path = folder / "questions" / "one.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_warning_is_told_with_its_rule_and_fails(folder: Path) -> None:
    path = write(folder, NEGATED)
    code, out, err = run("check", str(folder))
    assert (code, out) == (1, "")
    *_, line, hint, last = err.splitlines()
    assert line.startswith(f"{path}:10:5: warning: the stem asks for the exception")
    assert line.endswith("[negated-stem]")
    assert "selfcheck rules ID" in hint
    assert last == "1 to mend, 1 note"


def test_notes_are_shown_and_do_not_fail(folder: Path) -> None:
    write(folder, GOOD.replace("prompt: Which?", "prompt: What is the first word?"))
    code, out, err = run("check", str(folder))
    assert code == 0
    assert out.strip() == "1 bank, 1 question, nothing to mend, 1 note"
    assert "note: one question alone serves `o`" in err


def test_mistakes_of_the_format_and_of_the_wording_are_counted_together(folder: Path) -> None:
    write(folder, NEGATED)
    (folder / "questions" / "two.yaml").write_text(NEGATED.replace("level:", "levle:"))
    code, _, err = run("check", str(folder))
    assert code == 1
    assert "unknown field `levle`" in err
    assert "[negated-stem]" in err


def test_json_has_all_findings(folder: Path) -> None:
    path = write(folder, NEGATED)
    code, out, err = run("check", str(folder), "--format", "json")
    assert (code, err) == (1, "")
    data = json.loads(out)
    assert (data["banks"], data["questions"]) == (1, 1)
    note, warning = data["findings"]
    assert note["rule"] == "thin-objective"
    assert warning["path"] == str(path)
    assert (warning["line"], warning["column"]) == (10, 5)
    assert (warning["rule"], warning["severity"]) == ("negated-stem", "warning")


def test_mistakes_of_the_format_have_a_rule_in_json_and_in_sarif(folder: Path) -> None:
    write(folder, NEGATED.replace("level:", "levle:"))
    _, out, _ = run("check", str(folder), "--format", "json")
    assert {each["rule"] for each in json.loads(out)["findings"]} == {"format"}
    _, out, _ = run("check", str(folder), "--format", "sarif")
    (made,) = json.loads(out)["runs"]
    assert {each["ruleId"] for each in made["results"]} == {"format"}
    assert made["results"][0]["level"] == "error"


def test_sarif_is_json_with_places(folder: Path) -> None:
    write(folder, NEGATED)
    code, out, _ = run("check", str(folder), "--format", "sarif")
    assert code == 1
    (made,) = json.loads(out)["runs"]
    regions = [
        each["locations"][0]["physicalLocation"]["region"]["startLine"] for each in made["results"]
    ]
    assert regions == [4, 10]


def test_one_rule_can_be_run_alone(folder: Path) -> None:
    write(folder, NEGATED)
    code, out, _ = run("check", str(folder), "--rule", "missing-feedback")
    assert code == 0
    assert "nothing to mend" in out
    code, _, err = run("check", str(folder), "--rule", "negated-stem")
    assert code == 1
    assert "note" not in err


def test_a_rule_that_is_not_there_is_a_usage_error(folder: Path) -> None:
    write(folder, NEGATED)
    code, _, err = run("check", str(folder), "--rule", "negative-stem")
    assert code == 2
    assert "there is no rule negative-stem" in err


def test_with_one_rule_alone_no_waiver_is_called_idle(folder: Path) -> None:
    waived = NEGATED.replace(
        "    objective: o\n",
        "    objective: o\n    waive: {negated-stem: It has to be known here.}\n",
    )
    write(folder, waived)
    assert run("check", str(folder), "--rule", "waiver")[0] == 0


def test_rules_are_listed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, _ = run("rules")
    assert code == 0
    assert "negated-stem" in out
    assert "waiver" in out


def test_a_rule_is_explained(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, _ = run("rules", "negated-stem")
    assert code == 0
    assert out.startswith("negated-stem (warning): The stem is negated")
    assert "Better: Which of these is a mammal?" in out
    assert "NBME" in out


def test_one_that_is_not_there_is_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    code, _, err = run("rules", "no-such-rule")
    assert code == 2
    assert "there is no rule no-such-rule" in err


def test_the_rules_of_plugins_are_listed_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "content" / "questions").mkdir(parents=True)
    (tmp_path / "_config.yml").write_text("sphinx: {config: {selfcheck_plugins: [not_there]}}")
    monkeypatch.chdir(tmp_path)
    code, _, err = run("rules")
    assert code == 1
    assert "there is no module `not_there`" in err

"""The command `selfcheck`."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from selfcheck.cli import app

BROKEN = Path(__file__).parents[1] / "broken"


def run(*words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, list(words))
    return done.exit_code, done.stdout, done.stderr


def test_check_is_content_with_the_course() -> None:
    code, out, _ = run("check")
    assert code == 0
    assert "nothing to mend" in out


def test_check_lists_every_finding_and_exits_with_1() -> None:
    code, _, err = run("check", str(BROKEN))
    lines = err.splitlines()
    assert code == 1
    assert lines[-1] == f"{len(lines) - 1} to mend"
    assert any("unknown-key.yaml:11:5: unknown field `promt`" in line for line in lines)


def test_the_package_is_the_command() -> None:
    command = [sys.executable, "-m", "selfcheck", "check", str(BROKEN)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == run("check", str(BROKEN))[2]


def test_check_without_banks_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    code, _, err = run("check", str(tmp_path))
    assert code == 2
    assert "no question bank" in err


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("content/questions/moon.yaml", "is one bank; name the content folder: {here}/content"),
        ("content/questions", "content/questions is no content folder; name {here}/content"),
        (".", ". is no content folder; name {here}/content"),
        ("content/questions/sun.yaml", "there is no file content/questions/sun.yaml"),
        ("notes.txt", "notes.txt is a file; name a content folder"),
        ("moon", "there is no folder moon; name a content folder"),
    ],
)
def test_what_is_no_content_folder_is_told_with_what_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, said: str
) -> None:
    (tmp_path / "content" / "questions").mkdir(parents=True)
    (tmp_path / "content" / "questions" / "moon.yaml").touch()
    (tmp_path / "notes.txt").touch()
    monkeypatch.chdir(tmp_path)
    code, _, err = run("check", named)
    assert code == 2
    assert said.format(here=tmp_path) in err


def test_check_finds_the_content_folder_from_anywhere_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(BROKEN, tmp_path / "content")
    inside = tmp_path / "notebooks" / "deep"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    code, _, err = run("check")
    assert code == 1
    assert str(tmp_path / "content") in err


def test_check_outside_a_course_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _, err = run("check")
    assert code == 2
    assert "SELFCHECK_CONTENT" in err


def test_check_tells_a_plugin_that_is_not_there_once(tmp_path: Path) -> None:
    shutil.copytree(BROKEN, tmp_path / "content")
    (tmp_path / "_config.yml").write_text("sphinx: {config: {selfcheck_plugins: [not_there]}}")
    code, _, err = run("check", str(tmp_path / "content"))
    assert code == 1
    told, count = err.splitlines()
    assert told.startswith(f"{tmp_path / '_config.yml'}:1:39: there is no module `not_there`;")
    assert count == "1 to mend"


def test_check_tells_what_is_wrong_with_the_bibliography_once(tmp_path: Path) -> None:
    shutil.copytree(BROKEN, tmp_path / "content")
    path = tmp_path / "content" / "evidence" / "references.bib"
    path.write_text("@article{one,\n  title = {One},\n  year = {last},\n}\n")
    code, _, err = run("check", str(tmp_path / "content"))
    assert code == 1
    wrong = f"{path}:3:1: the year of 'one' cannot be 'last'; write four digits, or leave it out"
    assert [line for line in err.splitlines() if "references.bib" in line] == [wrong]


def test_check_looks_at_the_banks_whatever_is_wrong_with_the_bibliography(tmp_path: Path) -> None:
    shutil.copytree(BROKEN, tmp_path / "content")
    _, _, before = run("check", str(tmp_path / "content"))
    path = tmp_path / "content" / "evidence" / "references.bib"
    path.write_text("@article{one,\n  title = {One},\n  year = {last},\n}\n")
    _, _, after = run("check", str(tmp_path / "content"))
    lost = set(before.splitlines()[:-1]) - set(after.splitlines())
    assert len(after.splitlines()) > 90
    assert lost
    assert all("the source `" in line or "the claim `" in line for line in lost)


def test_schema_outside_a_course_is_that_of_the_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, _ = run("schema")
    assert code == 0
    assert "Bank" in json.loads(out)["$defs"]


def test_schema_needs_the_types_of_the_plugins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "content" / "questions").mkdir(parents=True)
    (tmp_path / "_config.yml").write_text("sphinx: {config: {selfcheck_plugins: [not_there]}}")
    monkeypatch.chdir(tmp_path)
    code, out, err = run("schema")
    assert (code, out) == (1, "")
    assert "there is no module `not_there`" in err


def test_schema_describes_a_bank() -> None:
    code, out, _ = run("schema")
    schema = json.loads(out)
    assert code == 0
    assert set(schema["$defs"]) >= {"Bank", "Choice", "MultipleResponse", "Numeric", "Order"}


def test_a_place_is_no_emoji(tmp_path: Path) -> None:
    """Rich draws `:100:` unless it is told not to."""
    folder = tmp_path / "content" / "questions"
    folder.mkdir(parents=True)
    lines = "\n" * 96
    (folder / "one.yaml").write_text(f"schema: 1\nid: one\ntitle: T\n{lines}questions: []\n")
    code, _, err = run("check", str(tmp_path / "content"))
    assert code == 1
    assert "one.yaml:100:1: `questions` needs 1 or more entries" in err

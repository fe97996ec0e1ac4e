"""The command `selfcheck`."""

import json
import shutil
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


def test_check_without_banks_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    code, _, err = run("check", str(tmp_path))
    assert code == 2
    assert "no question bank" in err


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


def test_schema_describes_a_bank() -> None:
    code, out, _ = run("schema")
    schema = json.loads(out)
    assert code == 0
    assert set(schema["$defs"]) >= {"Bank", "Choice", "MultipleResponse", "Numeric", "Order"}

"""Variants that a Python function makes: somebody's code, which may do anything."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from selfcheck import bank, engine
from selfcheck.finding import BankError
from tests.support.halves import BANK, ROWS

GOOD = "def rows():\n    return {}\n"


def course(folder: Path, name: str, code: str) -> Path:
    """Return the content folder of a course with *code* in the module *name* beside it."""
    (folder / f"{name}.py").write_text(code, encoding="utf-8")
    config = f"sphinx: {{config: {{selfcheck_functions: [{name}]}}}}\n"
    (folder / "_config.yml").write_text(config, encoding="utf-8")
    questions = folder / "content" / "questions"
    questions.mkdir(parents=True)
    (questions / "one.yaml").write_text(BANK.replace("FUNCTION", f"{name}:rows"), encoding="utf-8")
    return folder / "content"


def test_a_module_in_the_courses_folder_is_found(tmp_path: Path) -> None:
    folder = course(tmp_path, "rows_found", GOOD.format(ROWS))
    (question,) = bank.load("one", folder).questions
    assert question.variants == [{"n": 4, "half": 2}, {"n": 6, "half": 3}]  # type: ignore[union-attr]
    assert str(tmp_path) not in sys.path
    assert tmp_path / "rows_found.py" in bank.inputs("one", folder, engine.load(folder))


def test_a_tuple_is_as_good_as_a_list(tmp_path: Path) -> None:
    folder = course(tmp_path, "rows_tuple", GOOD.format(f"tuple({ROWS})"))
    assert bank.check(folder) == []


@pytest.mark.parametrize("start", [".", ".."])
def test_relative_folders_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    folder = course(tmp_path, f"rows_relative_{len(start)}", GOOD.format(ROWS))
    monkeypatch.chdir(folder if start == "." else folder / "questions")
    assert bank.check(Path(start)) == []
    assert Path.cwd() == Path(os.curdir).resolve()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("def rows(:", "fails: SyntaxError"),
        ("import sys\nsys.exit()", "fails: SystemExit"),
        ("raise RuntimeError('no data')", "fails: RuntimeError: no data"),
        ("import no_such_thing_at_all", "there is no Python function"),
        ("def rows():\n    import no_such_thing_at_all", "fails: ValueError: ModuleNotFoundError"),
        ("def rows():\n    return 'text'", "returns no list"),
        ("def rows():\n    return None", "returns no list"),
        ("def rows():\n    return [1, 2]", "entry 1 of `variants` must be a mapping"),
        ("def rows():\n    return [{'n': 4}, {'n': object()}]", "fails: TypeError"),
        ("def rows():\n    return [{'n': '\\ud800', 'half': 2}] * 2", "fails: UnicodeEncodeError"),
        ("rows = 7", "fails: TypeError"),
    ],
)
def test_whatever_it_does_is_a_finding_with_its_place(
    tmp_path: Path, request: pytest.FixtureRequest, code: str, words: str
) -> None:
    name = f"rows_{abs(hash(request.node.name))}"
    folder = course(tmp_path, name, code)
    with pytest.raises(BankError) as caught:
        bank.load("one", folder)
    (finding, *_) = caught.value.findings
    assert words in finding.message
    assert finding.place.line == 11

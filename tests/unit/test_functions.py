"""Which Python functions a bank may call, and what is said of one that never ends."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

import pytest

from selfcheck import bank, functions
from selfcheck.finding import BankError
from tests.support.halves import BANK, ROWS

GOOD = f"def rows():\n    return {ROWS}\n"


def course(folder: Path, function: str, code: str = "", conf: str = "", **files: str) -> Path:
    """Return the content folder of a course whose bank names a *function*."""
    module = function.partition(":")[0]
    if code:
        (folder / f"{module}.py").write_text(code, encoding="utf-8")
    for name, text in {"conf.py": conf, **files}.items():
        if text:
            (folder / name).write_text(text, encoding="utf-8")
    questions = folder / "content" / "questions"
    questions.mkdir(parents=True)
    (questions / "one.yaml").write_text(BANK.replace("FUNCTION", function), encoding="utf-8")
    return folder / "content"


def said(folder: Path) -> str:
    (finding,) = bank.check(folder)
    assert finding.path.name == "one.yaml"
    assert finding.place.line == 11
    return finding.message


@pytest.mark.parametrize(
    "function", ["signal:pause", "os:getcwd", "builtins:input", "selfcheck.cli:app", "mine:rows"]
)
def test_only_modules_that_the_course_names_are_called(tmp_path: Path, function: str) -> None:
    mark = tmp_path / "ran"
    folder = course(tmp_path, function)
    (tmp_path / "mine.py").write_text(f"open({str(mark)!r}, 'w').close()\n{GOOD}")
    started = time.monotonic()
    module = function.partition(":")[0]
    assert f"add `{module}` to `selfcheck_functions` in _config.yml" in said(folder)
    assert time.monotonic() - started < functions.LONGEST
    assert not mark.exists()


def test_in_the_browser_it_says_that_functions_do_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    conf = 'selfcheck_functions = ["not_here"]\n'
    folder = course(tmp_path, "not_here:rows", GOOD, conf=conf)
    monkeypatch.setattr(sys, "platform", "emscripten")
    assert said(folder) == (
        "`not_here:rows` is not called: functions do not run in the browser; write its rows here"
    )


def test_a_bank_cannot_name_the_modules_itself(tmp_path: Path) -> None:
    folder = course(tmp_path, "mine_too:rows", GOOD)
    path = folder / "questions" / "one.yaml"
    path.write_text(f"selfcheck_functions: [mine_too]\n{path.read_text()}")
    assert any("is not called" in each.message for each in bank.check(folder))


def test_conf_py_may_name_them(tmp_path: Path) -> None:
    conf = 'selfcheck_functions = ["in_conf"]\n'
    assert bank.check(course(tmp_path, "in_conf:rows", GOOD, conf=conf)) == []


@pytest.mark.parametrize("names", ["half_rows", "[half_rows, 3]", "['half rows']", "[2024-02-30]"])
def test_the_list_holds_names_of_modules(tmp_path: Path, names: str) -> None:
    config = f"sphinx:\n  config:\n    selfcheck_functions: {names}\n"
    folder = course(tmp_path, "half_rows:rows", GOOD, **{"_config.yml": config})
    (finding,) = bank.check(folder)
    assert (finding.path.name, finding.place.line) == ("_config.yml", 3)
    assert "write such as" in finding.message


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("from os import getcwd as rows", "what has this name is of `posix`"),
        ("from json import loads as rows", "what has this name is of `json`"),
        ("import os\ndef rows():\n    os._exit(3)", "ends Python (with 3)"),
        ("def rows():\n    return input()", "fails: EOFError"),
        ("def rows():\n    return [{'n': 'x' * 2_000_000}]", "returns more than 1 MB"),
        ("def rows():\n    rows()", "fails: RecursionError"),
        ("def rows():\n    raise KeyboardInterrupt", "fails: KeyboardInterrupt"),
    ],
)
def test_what_it_does_stays_in_its_own_process(tmp_path: Path, code: str, words: str) -> None:
    name = f"stays_{abs(hash(code))}"
    conf = f'selfcheck_functions = ["{name}"]\n'
    assert words in said(course(tmp_path, f"{name}:rows", code, conf=conf))
    assert name not in sys.modules


def test_what_it_prints_is_not_what_it_returns(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code = f"print('[]')\ndef rows():\n    print('[]')\n    return {ROWS}\n"
    conf = 'selfcheck_functions = ["prints"]\n'
    assert bank.check(course(tmp_path, "prints:rows", code, conf=conf)) == []
    assert capfd.readouterr() == ("", "")


ENDLESS = [
    "import signal\ndef rows():\n    signal.pause()",
    "def rows():\n    while True: pass",
    # An import counts too, and so does what the interpreter never comes back from.
    "while True: pass",
    "import re\ndef rows():\n    re.match('(a+)+$', 'a' * 60 + 'b')",
    "import subprocess, sys\ndef rows():\n"
    "    subprocess.run([sys.executable, '-c', 'while True: pass'])",
]


@pytest.mark.parametrize("code", ENDLESS)
def test_one_that_never_ends_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    """In a thread, too, where no signal arrives."""
    monkeypatch.setattr(functions, "LONGEST", 1)
    name = f"endless_{abs(hash(code))}"
    conf = f'selfcheck_functions = ["{name}"]\n'
    folder = course(tmp_path, f"{name}:rows", code, conf=conf)
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append(said(folder)), daemon=True)
    thread.start()
    thread.join(timeout=30)
    assert len(found) == 1
    assert "takes longer than 1 seconds; make it quicker, or write its rows here" in found[0]


def test_it_is_called_again_when_its_file_has_changed(tmp_path: Path) -> None:
    conf = 'selfcheck_functions = ["again"]\n'
    folder = course(tmp_path, "again:rows", GOOD, conf=conf)
    assert bank.load("one", folder).questions[0].variants[0]["n"] == 4  # type: ignore[attr-defined]
    (tmp_path / "again.py").write_text(GOOD.replace("4", "44"))
    path = folder / "questions" / "one.yaml"
    path.write_text(f"{path.read_text()}# Changed.\n")
    assert bank.load("one", folder).questions[0].variants[0]["n"] == 44  # type: ignore[attr-defined]


def test_where_no_process_starts_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    conf = 'selfcheck_functions = ["no_process"]\n'
    folder = course(tmp_path, "no_process:rows", GOOD, conf=conf)
    assert "cannot be called: no process can be started here" in said(folder)


def test_a_notebook_shows_the_finding_and_no_frames(tmp_path: Path) -> None:
    folder = course(tmp_path, "signal:pause")
    with pytest.raises(BankError) as caught:
        bank.load("one", folder)
    assert caught.value._render_traceback_()[0] == "1 thing to mend:"

"""Where the browser keeps the answers: what the kernel knows of them, and what it says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from selfcheck import Quiz, quiz
from selfcheck.log import keeper, place
from selfcheck.log.store import Log
from selfcheck.log.told import Told
from selfcheck.log.trouble import NotHereError
from tests.support import tiny
from tests.support.moon import MOON
from tests.support.statements import COURSE, THEN, statement

ONE, TWO = statement(at=THEN), statement(at=THEN + 1)
SHOW_FIRST = "show the quiz, and ask for `attempts` in a cell that you run when it is there"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a log that nobody writes, on the moon."""
    monkeypatch.chdir(MOON / "notebooks")
    monkeypatch.setenv(place.VARIABLE, str(tmp_path / "home"))
    monkeypatch.setenv(keeper.VARIABLE, keeper.BROWSER)
    return tmp_path / "home"


def send(shown: Quiz, **message: Any) -> None:
    """Let the page send a message."""
    shown._handle_custom_msg(message, [])


def here(shown: Quiz, *statements: Any) -> None:
    """Let the page tell all that the browser has."""
    send(shown, type="here", part=0, of=1, statements=list(statements))


def test_attempts_are_what_the_page_tells(home: Path) -> None:
    shown = quiz("moon", "which-light", "the-watcher")
    part, other = statement("moon/the-watcher/phase", THEN + 2), statement("moon/light-time")
    here(shown, TWO, ONE, other, statement(sitting="after"), statement(course="mars"), "rubbish")
    assert shown.attempts == [ONE, TWO]
    send(shown, type="attempt", statement=part)
    send(shown, type="attempt", statement=ONE)
    send(shown, type="attempt", statement=None)
    assert shown.attempts == [ONE, TWO, part]
    # Brought in, or deleted.
    here(shown, TWO)
    assert shown.attempts == [TWO]
    here(shown)
    assert shown.attempts == []
    assert not home.exists()


def test_before_a_page_has_told_it_says_so_and_not_that_there_are_none() -> None:
    shown = quiz("moon", "which-light")
    for message in ({"type": "attempt", "statement": ONE}, {"type": "open"}, {}):
        send(shown, **message)
        with pytest.raises(NotHereError, match=SHOW_FIRST):
            shown.attempts  # noqa: B018


def test_what_comes_in_parts_counts_when_it_is_whole() -> None:
    shown = quiz("moon", "which-light")
    send(shown, type="here", part=0, of=3, statements=[ONE])
    # A page that was left in the middle of it.
    for n, some in enumerate([[ONE], [], [TWO]]):
        with pytest.raises(NotHereError):
            shown.attempts  # noqa: B018
        send(shown, type="here", part=n, of=3, statements=some)
    assert shown.attempts == [ONE, TWO]


def test_a_browser_that_cannot_read_all_of_it_says_so() -> None:
    shown = quiz("moon", "which-light")
    here(shown, ONE)
    send(shown, type="here", part=0, of=1, statements=None)
    with pytest.raises(NotHereError, match="the browser keeps the answers, and cannot read all"):
        shown.attempts  # noqa: B018
    here(shown, ONE)
    assert shown.attempts == [ONE]


@pytest.mark.parametrize(
    "message", [None, 7, [], {"type": 3}, {"type": "here"}, {"type": "forget"}]
)
def test_what_is_no_message_is_left_alone(message: object) -> None:
    told = Told(COURSE)
    told.hear(message)
    with pytest.raises(NotHereError):
        told.attempts(["moon/which-light"])


def test_nobody_changes_what_was_told() -> None:
    shown = quiz("moon", "which-light")
    here(shown, ONE)
    shown.attempts[0]["result"].clear()
    assert shown.attempts == [ONE]


def test_a_saved_notebook_holds_nothing_of_the_learner() -> None:
    shown = quiz("moon", "which-light")
    before, _ = shown._repr_mimebundle_()
    state = shown.get_state()
    assert state["keeper"] == keeper.BROWSER
    here(shown, ONE)
    assert shown.attempts
    assert shown._repr_mimebundle_()[0] == before
    assert shown.get_state() == state


def test_the_log_says_where_the_answers_are(home: Path) -> None:
    with pytest.raises(NotHereError, match="the browser that shows your notebooks keeps your"):
        Log()
    # Whoever names a file means it.
    assert Log(home).courses() == {}


@pytest.mark.parametrize("named", ["", "kernel", "browser"])
def test_a_kernel_in_the_browser_never_keeps_them(
    monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv(keeper.VARIABLE, named)
    assert keeper.keeper() == (named or keeper.KERNEL)
    monkeypatch.setattr(sys, "platform", "emscripten")
    assert keeper.keeper() == keeper.BROWSER
    assert quiz("moon").keeper == keeper.BROWSER


def test_another_value_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(keeper.VARIABLE, "Browser")
    with pytest.raises(ValueError, match=r"SELFCHECK_LOG is 'Browser'; it must be `kernel` or"):
        quiz("moon")


def test_it_takes_nothing_that_a_browser_lacks(tmp_path: Path) -> None:
    """No processes, no locks of files, no SQLite, and no thread is begun."""
    code = (
        "import sys, threading, anywidget\n"
        "for name in ('sqlite3', 'fcntl', 'subprocess', 'multiprocessing'):\n"
        "    sys.modules[name] = None\n"
        "threading.Thread.start = None\n"
        "from selfcheck import quiz, progress, review\n"
        "quiz('one'), progress(), review()._hear({'type': 'outline'})\n"
        "review()._hear({'type': 'bank', 'name': 'one'})\n"
    )
    folder = tiny.written(tmp_path / "course", "")
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr

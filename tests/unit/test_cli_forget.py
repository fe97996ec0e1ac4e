"""`selfcheck forget`."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from selfcheck.cli import app
from selfcheck.log import keeper, place
from selfcheck.log.store import Log
from tests.support.statements import COURSE, entries, statement


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Log:
    """A log with two answers in one course and one in another."""
    monkeypatch.setenv(place.VARIABLE, str(tmp_path / "home"))
    log = Log()
    log.keep(entries(statement(), statement()))
    log.keep(entries(statement(course="mars"), course="mars"))
    return log


def run(*words: str, says: str = "") -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["forget", *words], input=says)
    return done.exit_code, done.stdout, done.stderr


def test_it_asks_and_says_what_it_deleted_and_where(log: Log) -> None:
    code, out, _ = run(says="y\n")
    assert code == 0
    assert out.splitlines()[:2] == [
        f"mars: 1 answer in {log.path}",
        f"{COURSE}: 2 answers in {log.path}",
    ]
    assert "Delete all of this? It cannot be brought back." in out
    assert out.endswith(f"{log.path}: 3 answers deleted\n")
    assert log.courses() == {}


@pytest.mark.parametrize("says", ["n\n", "\n", "", "what?\n"])
def test_without_a_yes_nothing_is_deleted(log: Log, says: str) -> None:
    code, _, _ = run(says=says)
    assert code == 1
    assert log.courses() == {COURSE: 2, "mars": 1}


def test_one_course_alone(log: Log) -> None:
    code, out, _ = run("--course", COURSE, "--yes")
    assert code == 0
    assert out.splitlines() == [
        f"{COURSE}: 2 answers in {log.path}",
        f"{log.path}: 2 answers deleted",
    ]
    assert log.courses() == {"mars": 1}


def test_a_course_that_is_not_there(log: Log) -> None:
    code, _, err = run("--course", "venus", "--yes")
    assert code == 2
    assert f"no answers of the course venus; there are mars, {COURSE}" in err
    assert log.courses() == {COURSE: 2, "mars": 1}


def test_a_name_in_brackets_is_a_name(log: Log) -> None:
    code, _, err = run("--course", "[/venus]", "--yes")
    assert code == 2
    assert "no answers of the course [/venus]; there are" in err


def test_where_the_browser_keeps_the_answers_it_says_so(
    log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(keeper.VARIABLE, keeper.BROWSER)
    code, out, _ = run("--yes")
    assert code == 0
    assert out.startswith("The browser that shows your notebooks keeps your answers")
    # What is there from before that was so.
    assert out.endswith(f"{log.path}: 3 answers deleted\n")
    assert Log(log.folder).courses() == {}


def test_who_keeps_the_answers_has_to_be_one_of_two(
    log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(keeper.VARIABLE, "the wind")
    code, _, err = run("--yes")
    assert code == 2
    assert "SELFCHECK_LOG is 'the wind'; it must be `kernel` or `browser`" in err
    assert log.courses() == {COURSE: 2, "mars": 1}


def test_without_a_home_folder_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(place.VARIABLE, "~nobody-of-this-name/own")
    code, _, err = run("--yes")
    assert code == 1
    assert "the folder for your answers cannot be made" in err


def test_a_damaged_file_that_was_set_aside_goes_too(log: Log) -> None:
    log.path.write_bytes(b"no log" * 100)
    code, out, _ = run("--yes")
    assert code == 0
    (aside,) = (line for line in out.splitlines() if line.startswith("damaged, and set aside: "))
    assert out.endswith(f"{aside.removeprefix('damaged, and set aside: ')}: deleted\n")
    assert place.set_aside(log.folder) == []


def test_where_nothing_is_nothing_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(place.VARIABLE, str(tmp_path / "none"))
    assert run("--yes") == (0, f"{tmp_path / 'none'}: no answers are kept here\n", "")
    assert list(tmp_path.iterdir()) == []


AGAIN = ": perhaps not all of it is deleted; run this again\n"


def test_what_cannot_be_deleted_is_said(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("selfcheck.log.database.create", fail)
    code, _, err = run("--yes")
    assert code == 1
    assert f"{log.path}: your answers may not be written" in err
    assert err.endswith(AGAIN)


def test_where_nothing_can_be_read_nothing_is_deleted(log: Log) -> None:
    with closing(sqlite3.connect(log.path)) as database:
        database.execute("PRAGMA user_version=2")
    code, _, err = run("--yes")
    assert code == 1
    assert "is of a newer version of selfcheck" in err
    assert err.endswith(": nothing is deleted\n")


def test_what_was_deleted_in_part_is_deleted_when_it_is_run_again(
    log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even without the old log there is no room for the new one."""

    def fail(path: Path) -> None:
        path.touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("selfcheck.log.database.create", fail)
        code, _, err = run("--yes")
    assert code == 1
    assert f"{log.path}: there is no room left" in err
    assert err.endswith(AGAIN)
    assert log.forgotten(COURSE) is None
    assert run("--yes") == (0, f"{log.path}: 0 answers deleted\n", "")
    # So that no browser brings them back.
    assert log.forgotten(COURSE) is not None


def test_what_may_be_left_of_a_course_is_said_and_goes_when_it_is_run_again(
    log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("selfcheck.log.erase._write_anew", fail)
        code, _, err = run("--course", COURSE, "--yes")
    assert code == 1
    assert f"{log.path}: there is no room left" in err
    assert err.endswith(AGAIN)
    assert log.courses() == {"mars": 1}
    code, out, _ = run("--course", COURSE, "--yes")
    assert code == 0
    assert out.splitlines() == [
        f"{COURSE}: 0 answers in {log.path}",
        f"{log.path}: 0 answers deleted",
    ]


def test_a_course_that_was_forgotten_with_all_others_is_not_there(log: Log) -> None:
    """A slip in its name is told as before."""
    run("--yes")
    code, _, err = run("--course", "venus", "--yes")
    assert code == 2
    assert "no answers of the course venus; there are none" in err

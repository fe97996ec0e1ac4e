"""Answers that are deleted are gone, from the bytes of the disk as well, and do not come back."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from selfcheck.log import erase as erasing
from selfcheck.log import place
from selfcheck.log.erase import erase
from selfcheck.log.store import Log
from tests.support.statements import COURSE, THEN, entries, statement

NOW = 2 * THEN


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(erasing.time, "time", lambda: NOW / 1000)


@pytest.fixture
def log(tmp_path: Path) -> Log:
    log = Log(tmp_path / "selfcheck")
    log.keep(entries(*(statement(at=THEN + n) for n in range(20))))
    log.keep(entries(statement(course="mars"), course="mars"))
    return log


def bytes_of(log: Log) -> bytes:
    return b"".join(path.read_bytes() for path in log.folder.iterdir())


def test_a_course_is_forgotten_and_others_are_not(log: Log) -> None:
    assert erase(log, COURSE) == (20, [], NOW)
    assert log.rows(COURSE) == log.statements(COURSE) == []
    assert len(log.rows("mars")) == 1
    assert (log.forgotten(COURSE), log.forgotten("mars")) == (NOW, None)
    assert f":{COURSE}:".encode() not in bytes_of(log)


def test_all_courses_are_forgotten(log: Log) -> None:
    assert erase(log) == (21, [], NOW)
    assert log.rows(COURSE) == log.rows("mars") == []
    assert log.forgotten(COURSE) == log.forgotten("never seen") == NOW
    assert b"urn:selfcheck" not in bytes_of(log)


@pytest.mark.parametrize("course", [COURSE, None])
def test_what_was_set_aside_goes_too(log: Log, course: str | None) -> None:
    log.path.write_bytes(b"x" * 100 + log.path.read_bytes()[100:])
    again = Log(log.folder)
    again.keep(entries(statement()))
    (aside,) = place.set_aside(log.folder)
    assert erase(again, course).files == [aside]
    assert not aside.exists()
    assert f":{COURSE}:".encode() not in bytes_of(again)


@pytest.mark.parametrize("course", [COURSE, None])
def test_a_damaged_log_is_forgotten_too(log: Log, course: str | None) -> None:
    log.path.write_bytes(log.path.read_bytes()[:-8192])
    again = Log(log.folder)
    erase(again, course)
    assert again.rows(COURSE) == []
    assert f":{COURSE}:".encode() not in bytes_of(again)


@pytest.mark.parametrize("course", [COURSE, None])
def test_an_old_attempt_does_not_come_back(log: Log, course: str | None) -> None:
    erase(log, course)
    old, new = entries(statement(at=NOW), statement(at=NOW + 1))
    assert log.keep([old, new])[:2] == ([new], [old.row.id])
    assert [row.id for row in log.rows(COURSE)] == [new.row.id]


@pytest.mark.parametrize("course", [COURSE, None])
def test_nor_does_one_of_a_clock_that_went_ahead(log: Log, course: str | None) -> None:
    ahead, other = entries(statement(at=NOW + 5000), statement(at=NOW + 5000))
    log.keep([ahead])
    erase(log, course)
    assert log.keep([ahead, other])[:2] == ([other], [ahead.row.id])


def test_a_course_that_was_forgotten_before_stays_so(log: Log) -> None:
    (ahead,) = entries(statement(at=NOW + 5000))
    log.keep([ahead])
    erase(log, COURSE)
    erase(log)
    erase(log, "mars")
    assert log.keep([ahead])[:2] == ([], [ahead.row.id])


@pytest.mark.parametrize("again", [COURSE, None])
@pytest.mark.parametrize("course", [COURSE, None])
def test_nor_does_one_come_back_when_a_clock_has_gone_back_between(
    log: Log, monkeypatch: pytest.MonkeyPatch, course: str | None, again: str | None
) -> None:
    """Whoever forgets twice has not forgotten less."""
    (old,) = entries(statement(at=NOW - 5))
    log.keep([old])
    erase(log, course)
    monkeypatch.setattr(erasing.time, "time", lambda: (NOW - 5000) / 1000)
    erased = erase(log, again)
    assert log.forgotten(COURSE) == NOW
    assert log.keep([old])[:2] == ([], [old.row.id])
    if (course, again) != (COURSE, None):
        assert erased.at == NOW


@pytest.mark.parametrize("course", [COURSE, None])
def test_a_log_that_was_never_finished_goes_too(log: Log, course: str | None) -> None:
    """As whoever is killed while a damaged one is mended leaves it."""
    (log.folder / place.NEW).write_bytes(log.path.read_bytes())
    (log.folder / f"{place.NEW}-journal").write_bytes(log.path.read_bytes())
    assert erase(log, course).files == []
    assert f":{COURSE}:".encode() not in bytes_of(log)
    assert sorted(path.name for path in log.folder.iterdir()) == [place.LOCK, place.NAME]


def test_forgetting_where_nothing_is(tmp_path: Path) -> None:
    log = Log(tmp_path / "none")
    assert erase(log).statements == 0
    assert log.forgotten(COURSE) == NOW


def test_no_statement_stays_in_the_file_whatever_was_written_before(tmp_path: Path) -> None:
    """SQLite moves rows from page to page, and must not leave a copy."""
    log = Log(tmp_path)
    chance = random.Random(7)
    for n in range(40):
        course = chance.choice([COURSE, "mars"])
        long = "☾" * chance.choice([0, 10, 700, 4000])
        log.keep(entries(statement(f"moon/q{n}", course=course, response=long), course=course))
    erase(log, COURSE)
    assert f":{COURSE}:".encode() not in log.path.read_bytes()
    assert log.rows("mars")


def test_the_moment_is_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    before = time.time() * 1000
    assert before - 1 <= erase(Log(tmp_path)).at <= time.time() * 1000 + 1

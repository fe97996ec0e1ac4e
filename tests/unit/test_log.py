"""The log of answers: what goes in comes out, once each, and nothing is written before that."""

from __future__ import annotations

import errno
import json
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from selfcheck.log import place, store
from selfcheck.log.entry import Row
from selfcheck.log.store import Log
from selfcheck.log.trouble import TroubleError
from tests.support.statements import COURSE, THEN, entries, stamp, statement


@pytest.fixture
def log(tmp_path: Path) -> Log:
    return Log(tmp_path / "data" / "selfcheck")


def read(log: Log, *slots: str) -> list[Any]:
    return [json.loads(each) for each in log.statements(COURSE, slots or None)]


def test_reading_makes_nothing(log: Log, tmp_path: Path) -> None:
    assert log.statements(COURSE) == log.statements(COURSE, ["a/b"]) == log.rows(COURSE) == []
    assert log.known(["a"]) == log.readable(COURSE, ["a/b"]) == []
    assert log.forgotten(COURSE) is None
    assert list(tmp_path.iterdir()) == []


def test_statements_come_back_as_they_came_the_oldest_first(log: Log) -> None:
    late, early = statement(at=THEN + 5), statement("moon/light-time", at=THEN, response="1,28 ☾")
    kept = log.keep(entries(late, early))
    assert [each.row.at for each in kept.new] == [THEN + 5, THEN]
    assert read(log) == [early, late]
    assert json.dumps(late, ensure_ascii=False, separators=(",", ":")) in log.statements(COURSE)


def test_those_of_some_slots(log: Log) -> None:
    one, other = statement(), statement(at=THEN + 1, sitting="after")
    log.keep(entries(one, other))
    assert read(log, "moon/which-light") == [one]
    assert read(log, "moon/which-light@after", "moon/which-light") == [one, other]
    assert read(log, "moon/light-time") == []


def test_as_many_slots_as_there_are(log: Log) -> None:
    names = [f"moon/number-{n}" for n in range(3 * store.MANY)]
    made = [statement(name, THEN + n) for n, name in enumerate(names)]
    log.keep(entries(*made))
    assert read(log, *names) == made
    assert set(log.known([each["id"] for each in made])) == {each["id"] for each in made}


def test_each_is_there_once(log: Log) -> None:
    made = statement()
    assert len(log.keep(entries(made)).new) == 1
    assert log.keep(entries(made, {**made, "timestamp": stamp(THEN + 1)}))[:2] == ([], [])
    assert read(log) == [made]


def test_courses_are_apart(log: Log) -> None:
    log.keep(entries(statement()))
    log.keep(entries(statement(course="mars"), course="mars"))
    assert len(log.rows(COURSE)) == len(log.rows("mars")) == 1
    assert log.rows("venus") == []


def test_rows(log: Log) -> None:
    made = statement(score=0.5, sitting="after", confidence=3, tries=2, hints=1, id="a")
    log.keep(entries(made, statement("moon/verdict/first", THEN + 1, id="b")))
    assert log.rows(COURSE) == [
        Row("a", "moon/which-light@after", THEN, "0123abcd", 0.5, 2, 1, 3),
        Row("b", "moon/verdict/first", THEN + 1, "0123abcd", 1.0, 1, 0, None),
    ]


def test_a_clock_that_goes_back(log: Log) -> None:
    """What was answered by a later clock comes later; nothing is lost."""
    made = [statement(at=THEN + 1000), statement(at=THEN), statement(at=THEN - 1000)]
    for each in made:
        log.keep(entries(each))
    assert read(log) == made[::-1]


def test_the_folder_is_what_the_variable_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(place.VARIABLE, str(tmp_path / "own"))
    assert Log().folder == tmp_path / "own"
    # Each kernel works in the folder of its notebook.
    for name in ("~/own", "own"):
        monkeypatch.setenv(place.VARIABLE, name)
        assert Log().folder == Path.home() / "own"


@pytest.mark.parametrize("named", [None, "~/own", "own"])
def test_without_a_home_folder_there_is_no_log(
    monkeypatch: pytest.MonkeyPatch, named: str | None
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", unknown)
    monkeypatch.setattr(Path, "expanduser", lambda path: unknown() if "~" in str(path) else path)
    monkeypatch.setattr("platformdirs.user_data_path", unknown)
    if named:
        monkeypatch.setenv(place.VARIABLE, named)
    else:
        monkeypatch.delenv(place.VARIABLE, raising=False)
    with pytest.raises(TroubleError) as caught:
        Log()
    assert caught.value.code == "no-folder"
    # And so do older versions of platformdirs, which would make a folder called `~`.
    monkeypatch.delenv(place.VARIABLE, raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: Path("~/.local"))
    with pytest.raises(TroubleError):
        Log()


@pytest.mark.skipif(os.name == "nt", reason="its data folder is not named by a variable")
def test_the_folder_is_else_that_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(place.VARIABLE, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert tmp_path in Log().folder.parents
    assert Log().folder.name == "selfcheck"


@pytest.mark.skipif(os.name == "nt", reason="Windows knows one bit of a mode")
def test_nobody_else_may_read_it(log: Log) -> None:
    log.keep(entries(statement()))
    for path in (log.folder, *log.folder.iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_the_file_has_what_lets_it_be_recovered(log: Log) -> None:
    log.keep(entries(statement()))
    with sqlite3.connect(log.path) as database:
        for setting, value in (("page_size", 8192), ("journal_mode", "delete")):
            assert database.execute(f"PRAGMA {setting}").fetchone() == (value,)
    database.close()
    text = log.statements(COURSE)[0].encode()
    assert text in log.path.read_bytes()
    assert sorted(path.name for path in log.folder.iterdir()) == [place.LOCK, place.NAME]


def test_a_file_of_a_newer_version_is_left_alone(log: Log) -> None:
    log.keep(entries(statement()))
    with sqlite3.connect(log.path) as database:
        database.execute("PRAGMA user_version=2")
    database.close()
    before = log.path.read_bytes()
    for use in (lambda: log.rows(COURSE), lambda: log.keep(entries(statement()))):
        with pytest.raises(TroubleError) as caught:
            use()
        assert caught.value.code == "newer"
    assert log.path.read_bytes() == before


def test_the_journal_of_a_log_that_was_deleted_is_not_taken_for_that_of_a_new_one(
    log: Log,
) -> None:
    log.keep(entries(*(statement(at=THEN + n) for n in range(20))))
    with closing(sqlite3.connect(log.path, isolation_level=None)) as database:
        database.execute("PRAGMA cache_size=2")
        database.execute("PRAGMA cache_spill=1")
        database.execute("BEGIN IMMEDIATE")
        database.execute("UPDATE statements SET score = 0, statement = statement || ' '")
        journal = (log.folder / place.JOURNAL).read_bytes()
        database.execute("ROLLBACK")
    log.path.unlink()
    (log.folder / place.JOURNAL).write_bytes(journal)
    again, made = Log(log.folder), statement()
    again.keep(entries(made))
    assert read(again) == [made]
    assert not again.rescued


def test_a_log_that_is_out_of_reach_for_a_while_is_not_replaced(
    log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a network's folder may be, of which some versions of Python say that it is not there."""
    made = statement()
    log.keep(entries(made))
    stat = Path.stat

    def fail(path: Path, **named: Any) -> os.stat_result:
        if path == log.path:
            raise OSError(errno.EIO, "Input/output error")
        return stat(path, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", fail)
        patch.setattr(Path, "exists", lambda path, **_: path != log.path)
        for use in (
            lambda: log.rows(COURSE),
            lambda: log.readable(COURSE, ["moon/which-light"]),
            lambda: log.keep(entries(statement())),
        ):
            with pytest.raises(TroubleError) as caught:
                use()
            assert caught.value.code == "failed"
    assert read(log) == [made]


def test_a_name_that_an_address_would_read_otherwise(tmp_path: Path) -> None:
    log = Log(tmp_path / "50% off? #1 & mode=memory")
    log.keep(entries(statement()))
    assert len(read(log)) == 1
    assert log.path.is_file()

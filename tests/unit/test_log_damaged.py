"""A damaged log: it is set aside as it was, and what can be read of it is recovered."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from selfcheck.log import place
from selfcheck.log.erase import erase
from selfcheck.log.rescue import rescue
from selfcheck.log.store import Log
from selfcheck.log.trouble import TroubleError
from tests.support.statements import COURSE, THEN, entries, statement

Damage = Callable[[bytearray, random.Random], None]


def truncated(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def scribbled(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    data[at : at + 300] = chance.randbytes(300)


def scribbled_with_text(data: bytearray, chance: random.Random) -> None:
    """Which leaves what was hit readable as JSON, for the most part."""
    at = chance.randrange(len(data))
    data[at : at + 20] = b"x" * 20


def page_zeroed(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) // 8192) * 8192
    data[at : at + 8192] = bytes(8192)


def pages_exchanged(data: bytearray, chance: random.Random) -> None:
    one, other = (at * 8192 for at in chance.sample(range(1, len(data) // 8192), 2))
    data[one : one + 8192], data[other : other + 8192] = (
        data[other : other + 8192],
        data[one : one + 8192],
    )


def no_database(data: bytearray, _chance: random.Random) -> None:
    data[:100] = b"This was a log once. " * 4 + b"x" * 16


def empty(data: bytearray, _chance: random.Random) -> None:
    data.clear()


HURTS: list[Damage] = [truncated, scribbled, scribbled_with_text, page_zeroed, pages_exchanged]


@pytest.fixture(scope="module")
def made() -> list[dict[str, Any]]:
    """Statements, of which each seventh is longer than a page of the file."""
    more = "☾" * 9000
    return [
        statement(
            f"moon/number-{n % 9}", THEN + n, id=f"id-{n}", response=more[: n % 7 // 6 * 9000]
        )
        for n in range(60)
    ]


@pytest.fixture(scope="module")
def sound(made: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a log with them."""
    log = Log(tmp_path_factory.mktemp("sound"))
    for at in range(0, len(made), 10):
        log.keep(entries(*made[at : at + 10]))
    return log.path.read_bytes()


def hurt(folder: Path, data: bytes) -> Log:
    """Return a log whose file has *data*, as a process finds it that has not seen it before."""
    folder.mkdir(exist_ok=True)
    log = Log(folder)
    log.path.write_bytes(data)
    return log


def read(log: Log) -> list[Any]:
    return [json.loads(each) for each in log.statements(COURSE)]


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("damage", HURTS, ids=lambda damage: damage.__name__)
def test_what_is_whole_in_a_damaged_file_is_recovered(
    tmp_path: Path, sound: bytes, made: list[dict[str, Any]], damage: Damage, seed: int
) -> None:
    data = bytearray(sound)
    damage(data, random.Random(seed))
    log = hurt(tmp_path, bytes(data))
    found = read(log)
    texts = [json.dumps(each, ensure_ascii=False, separators=(",", ":")).encode() for each in made]
    whole = [each for each, text in zip(made, texts, strict=True) if text in data]
    assert [each for each in whole if each not in found] == []
    assert [each for each in found if each not in made] == []
    assert [row.id for row in log.rows(COURSE)] == [each["id"] for each in found]
    # Damage where nothing stands is none.
    assert log.rescued or found == made
    if log.rescued:
        (aside,) = place.set_aside(tmp_path)
        assert aside.read_bytes() == data
    log.keep(entries(statement()))
    assert len(read(log)) == len(found) + 1


@pytest.mark.parametrize("damage", [no_database, empty], ids=lambda damage: damage.__name__)
def test_a_file_that_is_no_database(
    tmp_path: Path, sound: bytes, made: list[dict[str, Any]], damage: Damage
) -> None:
    data = bytearray(sound)
    damage(data, random.Random(0))
    log = hurt(tmp_path, bytes(data))
    added = statement(at=THEN + 1000)
    log.keep(entries(added))
    assert log.rescued
    found = read(log)
    assert found[-1] == added
    short = [each for each in made if not each["result"]["extensions"]["urn:selfcheck:response"]]
    assert found[:-1] == (short if data else [])
    assert [path.read_bytes() for path in place.set_aside(tmp_path)] == [data]


def test_a_database_of_something_else_is_set_aside(tmp_path: Path) -> None:
    log = Log(tmp_path)
    with sqlite3.connect(log.path) as other:
        other.execute("CREATE TABLE notes (text)")
    other.close()
    before = log.path.read_bytes()
    log.keep(entries(statement()))
    assert log.rescued
    assert len(read(log)) == 1
    assert [path.read_bytes() for path in place.set_aside(tmp_path)] == [before]


def test_a_table_that_is_missing(tmp_path: Path, sound: bytes) -> None:
    log = hurt(tmp_path, sound)
    with sqlite3.connect(log.path) as database:
        database.execute("DROP TABLE forgotten")
    database.close()
    log.keep(entries(statement()))
    assert log.rescued
    assert len(read(log)) == 61


def test_whoever_only_reads_takes_back_what_a_killed_process_began(
    tmp_path: Path, sound: bytes, made: list[dict[str, Any]]
) -> None:
    log = hurt(tmp_path / "was", sound)
    with closing(sqlite3.connect(log.path, isolation_level=None)) as database:
        database.execute("PRAGMA cache_size=2")
        database.execute("PRAGMA cache_spill=1")
        database.execute("BEGIN IMMEDIATE")
        database.execute("UPDATE statements SET score = 0, statement = statement || ' '")
        shutil.copytree(log.folder, tmp_path / "is")
        database.execute("ROLLBACK")
    again = Log(tmp_path / "is")
    assert (again.folder / place.JOURNAL).stat().st_size
    assert again.path.read_bytes() != sound
    assert read(again) == made
    assert not again.rescued
    assert not (again.folder / place.JOURNAL).exists()


@pytest.mark.parametrize(
    "change",
    [
        "score = 0.25",
        "id = 'another'",
        "at = 'a text'",
        "at = at + 1",
        "slot = x'00'",
        "course = 'mars'",
        "fp = NULL",
        "rowid = 1 << 40",
    ],
)
def test_what_stands_beside_a_statement_is_recovered_from_it(
    tmp_path: Path, sound: bytes, made: list[dict[str, Any]], change: str
) -> None:
    """Also where the statement itself is whole, and too long to be found in the bytes."""
    before = Log(tmp_path / "sound")
    before.folder.mkdir()
    before.path.write_bytes(sound)
    log = hurt(tmp_path / "hurt", sound)
    with closing(sqlite3.connect(log.path)) as database:
        database.execute("PRAGMA ignore_check_constraints=ON")
        database.execute("PRAGMA writable_schema=ON")
        database.execute("UPDATE sqlite_master SET sql = replace(sql, 'fp TEXT NOT NULL', 'fp')")
        database.commit()
    with closing(sqlite3.connect(log.path)) as database:
        database.execute(f"UPDATE statements SET {change} WHERE id = 'id-6'")
        database.execute("UPDATE statements SET checksum = x'00' WHERE id = 'id-59'")
        database.commit()
    assert read(log) == made[:-1]
    assert log.rescued
    assert log.rows(COURSE) == before.rows(COURSE)[:-1]


def test_a_statement_that_is_no_text(tmp_path: Path, sound: bytes) -> None:
    log = hurt(tmp_path, sound)
    with closing(sqlite3.connect(log.path)) as database:
        database.execute("UPDATE statements SET statement = CAST(statement AS BLOB) WHERE rowid=7")
        database.commit()
    assert len(read(log)) >= 59
    assert log.rescued


def test_a_file_that_somebody_else_holds_is_not_mended_without_what_is_in_it(
    tmp_path: Path, sound: bytes, made: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    log = hurt(tmp_path, sound)
    connect = sqlite3.connect
    monkeypatch.setattr(
        "selfcheck.log.rescue.sqlite3.connect",
        lambda *words, **named: connect(*words, **{**named, "timeout": 0.05}),
    )
    with closing(connect(log.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(TroubleError) as caught:
            rescue(log.folder)
        assert caught.value.code == "locked"
    assert read(log) == made
    assert place.set_aside(tmp_path) == []


def test_where_a_file_has_one_name_it_is_copied_for_nobody_else(
    tmp_path: Path, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    log = hurt(tmp_path, sound[:-8192])
    monkeypatch.setattr("os.link", refuse)
    with monkeypatch.context() as patch:
        patch.setattr("shutil.copyfile", refuse)
        with pytest.raises(TroubleError) as caught:
            log.rows(COURSE)
    assert caught.value.code == "full"
    # What is half copied would fill the disk with each time that it is tried.
    assert place.set_aside(tmp_path) == []
    assert log.rows(COURSE)
    (aside,) = place.set_aside(tmp_path)
    assert aside.read_bytes() == sound[:-8192]
    if os.name != "nt":
        assert stat.S_IMODE(aside.stat().st_mode) == 0o600


def test_two_files_of_one_second_are_both_set_aside(tmp_path: Path) -> None:
    for n in range(3):
        log = hurt(tmp_path, b"rubbish %d" % n)
        log.path.touch()
        assert log.rows(COURSE) == []
    assert len(place.set_aside(tmp_path)) == 3


def test_what_was_forgotten_is_not_recovered(tmp_path: Path, sound: bytes) -> None:
    log = hurt(tmp_path, sound)
    erase(log, COURSE)
    later = statement(at=2 * THEN)
    log.keep(entries(later))
    (tmp_path / "again").mkdir()
    again = hurt(tmp_path / "again", b"x" * 100 + log.path.read_bytes()[100:])
    assert read(again) == [later]
    assert again.rescued


def test_reading_from_python_alone_writes_nothing(
    tmp_path: Path, sound: bytes, made: list[dict[str, Any]]
) -> None:
    log = hurt(tmp_path, sound[:-8192])
    found = [json.loads(each) for each in log.readable(COURSE, ["moon/number-1"])]
    assert found
    assert all(each in made for each in found)
    assert [path.name for path in tmp_path.iterdir()] == [place.NAME]
    assert log.path.read_bytes() == sound[:-8192]


def test_a_rescue_that_ends_in_the_middle_loses_nothing(
    tmp_path: Path, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At each step the log is there, the damaged one or the new one."""
    expected = len(read(hurt(tmp_path, sound[:-8192])))
    steps = ("selfcheck.log.rescue.create", "selfcheck.log.rescue._copy", "pathlib.Path.replace")
    for n, step in enumerate(steps):
        folder = tmp_path / str(n)
        folder.mkdir()
        log = hurt(folder, sound[:-8192])
        with monkeypatch.context() as patch:
            patch.setattr(step, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
            with pytest.raises(KeyboardInterrupt):
                log.rows(COURSE)
        assert len(read(log)) == expected

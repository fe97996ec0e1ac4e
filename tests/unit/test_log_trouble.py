"""What keeps the log from being written: nothing is confirmed then, nothing lost, all said."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from selfcheck.log import database, lock, place
from selfcheck.log.erase import erase
from selfcheck.log.store import Log
from selfcheck.log.trouble import SAID, TroubleError, told
from tests.support.disks import may_write, read_only, small_disk
from tests.support.statements import COURSE, THEN, entries, statement

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has other ways for this")
ROOM = 256 * 1024


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits half a minute."""
    monkeypatch.setattr(lock, "SECONDS", 0.05)
    monkeypatch.setattr(database, "SECONDS", 0.05)


def refused(log: Log) -> str:
    with pytest.raises(TroubleError) as caught:
        log.keep(entries(statement()))
    assert SAID[caught.value.code] in str(caught.value)
    return caught.value.code


@POSIX
def test_a_full_disk(tmp_path: Path) -> None:
    """A small disk of its own, where one may be mounted."""
    with small_disk(tmp_path / "disk", ROOM) as mounted:
        if not mounted:
            pytest.skip("no disk may be mounted here")
        log = Log(tmp_path / "disk" / "selfcheck")
        confirmed: list[str] = []
        code = ""
        try:
            for _ in range(400):
                (made,) = entries(statement())
                log.keep([made])
                confirmed.append(made.row.id)
        except TroubleError as error:
            code = error.code
        assert code == "full"
        assert len(confirmed) > 10
        assert sorted(log.known(confirmed)) == sorted(confirmed)
        assert len(log.rows(COURSE)) == len(confirmed)
        # Forgetting needs room as well, and makes it.
        (log.folder / "more").write_bytes(b"")
        with pytest.raises(OSError, match="No space"), (log.folder / "more").open("wb") as more:
            more.write(bytes(ROOM))
        assert erase(log).statements == len(confirmed)
        (log.folder / "more").unlink()
        log.keep(entries(statement(at=3 * THEN)))
        assert len(log.rows(COURSE)) == 1


@POSIX
def test_a_full_disk_on_which_a_course_is_forgotten(tmp_path: Path) -> None:
    """It is gone for whoever reads; that it may still stand in the file is no secret."""
    with small_disk(tmp_path / "disk", 4 * ROOM) as mounted:
        if not mounted:
            pytest.skip("no disk may be mounted here")
        log = Log(tmp_path / "disk" / "selfcheck")
        log.keep(entries(statement()))
        log.keep(entries(*(statement(course="mars") for _ in range(20)), course="mars"))
        with (log.folder / "more").open("wb") as more:
            # Room for what is changed, and not for all.
            more.write(bytes(shutil.disk_usage(log.folder).free - ROOM // 4))
        with pytest.raises(TroubleError) as caught:
            erase(log, COURSE)
        assert caught.value.code == "full"
        assert log.courses() == {"mars": 20}
        assert log.forgotten(COURSE) is not None
        (log.folder / "more").unlink()
        assert erase(log, COURSE).statements == 0
        assert log.courses() == {"mars": 20}


@POSIX
def test_a_limit_of_files(tmp_path: Path) -> None:
    """Where nothing may be mounted: this process may write no larger file, in the same way."""
    code = (
        "import resource, sys; from pathlib import Path\n"
        "from selfcheck.log.store import Log; from selfcheck.log.trouble import TroubleError\n"
        "from tests.support.statements import entries, statement\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({ROOM}, {ROOM}))\n"
        "log = Log(Path(sys.argv[1]))\n"
        "try:\n"
        "    while True:\n"
        "        (made,) = entries(statement()); log.keep([made]); print(made.row.id, flush=True)\n"
        "except TroubleError as error: print(error.code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True
    )
    *confirmed, said = done.stdout.split()
    # Of which SQLite says no more than that it cannot write; there is room for other files.
    assert said == "failed"
    assert len(confirmed) > 10
    log = Log(tmp_path)
    assert [row.id for row in log.rows(COURSE)] == sorted(confirmed)
    assert not log.rescued


def test_a_quota_that_is_used_up_is_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite does not tell what the system has said; writing something else does."""

    def refuse(**_: object) -> None:
        raise OSError(getattr(errno, "EDQUOT", errno.ENOSPC), "Disk quota exceeded")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    with pytest.raises(TroubleError) as caught, told(tmp_path / place.NAME):
        raise error
    assert caught.value.code == "full"


@pytest.fixture
def unwritable(tmp_path: Path) -> Iterator[Log]:
    """A log with one statement, in a folder that may not be written."""
    log = Log(tmp_path / "selfcheck")
    log.keep(entries(statement()))
    with read_only(log.folder):
        if may_write(log.folder):
            pytest.skip("whoever runs this may write everywhere")
        yield log


@POSIX
def test_a_folder_that_may_not_be_written_is_read(unwritable: Log) -> None:
    assert refused(unwritable) == "read-only"
    assert len(unwritable.rows(COURSE)) == 1
    with pytest.raises(TroubleError):
        erase(unwritable)
    with pytest.raises(TroubleError):
        erase(unwritable, COURSE)
    assert len(unwritable.statements(COURSE)) == 1


@POSIX
def test_no_folder_may_be_made(unwritable: Log) -> None:
    log = Log(unwritable.folder / "own" / "folder")
    assert refused(log) == "read-only"
    assert log.rows(COURSE) == []


@POSIX
def test_a_file_stands_where_the_folder_should(tmp_path: Path) -> None:
    (tmp_path / "selfcheck").write_text("mine")
    for log in (Log(tmp_path / "selfcheck"), Log(tmp_path / "selfcheck" / "own")):
        assert refused(log) == "no-folder"
        assert log.rows(COURSE) == []


def test_somebody_else_holds_the_file(tmp_path: Path, impatient: None) -> None:
    log = Log(tmp_path)
    log.keep(entries(statement()))
    with closing(sqlite3.connect(log.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert refused(log) == "locked"
        with pytest.raises(TroubleError):
            log.rows(COURSE)
    log.keep(entries(statement()))
    assert len(log.rows(COURSE)) == 2


def test_somebody_else_is_mending_the_file(tmp_path: Path, impatient: None) -> None:
    log = Log(tmp_path)
    log.keep(entries(statement()))
    with lock.held(tmp_path, alone=True, make=True):
        assert refused(log) == "locked"
    log.keep(entries(statement()))


@POSIX
def test_readers_do_not_wait_for_each_other(tmp_path: Path, impatient: None) -> None:
    log = Log(tmp_path)
    log.keep(entries(statement()))
    with lock.held(tmp_path, alone=False, make=True):
        assert len(log.rows(COURSE)) == 1
        log.keep(entries(statement()))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only here a process is doubled")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_process_that_is_made_meanwhile_does_not_keep_the_lock(
    tmp_path: Path, impatient: None
) -> None:
    """As a cell makes one with `multiprocessing`, while another thread of the kernel writes."""
    until, end = os.pipe()
    with lock.held(tmp_path, alone=True, make=True):
        child = os.fork()
        if not child:
            os.close(end)
            os.read(until, 1)
            os._exit(0)
    try:
        Log(tmp_path).keep(entries(statement()))
    finally:
        os.close(end)
        os.close(until)
        os.waitpid(child, 0)


def test_a_file_in_the_making_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / place.NEW).write_bytes(b"half")
    log = Log(tmp_path)
    log.keep(entries(statement()))
    assert not (tmp_path / place.NEW).exists()

"""Several processes at once, and processes that are killed: nothing that was confirmed is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from selfcheck.log import place
from selfcheck.log.store import Log
from tests.support.statements import COURSE

ROOT = Path(__file__).parents[2]
# Two kernels of one server, and one of another.
NAMES = ("kernel-1", "kernel-2", "kernel-of-another-server")
MEMORY = Path("/dev/shm")


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[Log]:
    """A log in memory, where a thousand confirmed attempts do not take a minute to be written."""
    fast = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=fast) as folder:
        monkeypatch.setenv(place.VARIABLE, folder)
        yield Log()


def start(stack: ExitStack, *words: str) -> subprocess.Popen[str]:
    """Start processes that answer, in the folder that the variable names."""
    command = [sys.executable, "-m", "tests.support.writers", *words]
    return stack.enter_context(
        subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
    )


def at_once(stack: ExitStack, most: int, shared: int) -> list[subprocess.Popen[str]]:
    """Start one process a name, and let all begin when all are there."""
    writers = [start(stack, "write", str(most), str(shared), name) for name in NAMES]
    for each in writers:
        assert each.stdout
        assert each.stdout.readline() == "ready\n"
    for each in writers:
        assert each.stdin
        each.stdin.write("go\n")
        each.stdin.flush()
    return writers


def test_three_processes_at_once_lose_nothing_and_double_nothing(log: Log) -> None:
    """A thousand attempts each; a hundred of them come through all three."""
    most, shared = 1000, 100
    with ExitStack() as stack:
        writers = at_once(stack, most, shared)
        # Whoever reads meanwhile is not in the way, and sees whole attempts.
        while writers[0].poll() is None:
            rows = log.rows(COURSE)
            assert len({row.id for row in rows}) == len(rows)
            if len(rows) >= most:
                break
        said = [each.communicate()[0].split() for each in writers]
    assert [each.returncode for each in writers] == [0, 0, 0]
    assert [len(each) for each in said] == [most] * 3
    ids = [row.id for row in log.rows(COURSE)]
    assert len(ids) == len(set(ids)) == shared + 3 * (most - shared)
    assert set(ids) == {name for each in said for name in each}
    assert len(log.statements(COURSE)) == len(ids)
    assert not log.rescued


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only here a process can be killed so quickly")
def test_a_process_that_is_killed_loses_nothing_that_was_confirmed(log: Log) -> None:
    """At a hundred moments, some in the middle of a write."""
    with ExitStack() as stack:
        said, _ = start(stack, "die", "100").communicate()
    confirmed = said.split()
    assert len(confirmed) > 100
    ids = [row.id for row in log.rows(COURSE)]
    assert set(confirmed) <= set(ids)
    # Of each life, at most the one attempt more that was written and not told.
    assert len(ids) <= len(confirmed) + 100
    assert not log.rescued
    assert place.set_aside(log.folder) == []


def test_damage_while_three_processes_write(log: Log) -> None:
    """One of them mends the file; none goes on in the one that was set aside."""
    with ExitStack() as stack:
        writers = at_once(stack, 200, 0)
        hurt = 0
        while any(each.poll() is None for each in writers):
            if hurt < 5 and len(log.rows(COURSE)) > 100 * hurt:
                with log.path.open("r+b") as file:
                    file.write(b"no database")
                hurt += 1
        said = [each.communicate()[0].split() for each in writers]
    assert hurt
    assert [len(each) for each in said] == [200] * 3
    assert {row.id for row in log.rows(COURSE)} == {name for each in said for name in each}

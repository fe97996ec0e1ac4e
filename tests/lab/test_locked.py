"""Another process holds the log for long while a learner answers: that is said, and all is kept."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from selfcheck.log import place
from selfcheck.log.store import Log
from tests.lab.conftest import A_MINUTE, kernel_has
from tests.lab.test_kernel import answer, at
from tests.lab.test_log import opened
from tests.support.course_log import says
from tests.support.kept import attempts
from tests.support.moon import COURSE

# Each holds it until its input ends.
HOLDERS = {
    "the database": """
import sqlite3, sys
log = sqlite3.connect(sys.argv[1] + "/" + sys.argv[2], isolation_level=None)
log.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
""",
    "the lock": """
import sys
from pathlib import Path
from selfcheck.log.lock import held
with held(Path(sys.argv[1]), alone=True, make=True):
    print("held", flush=True)
    sys.stdin.read()
""",
}


@contextmanager
def held(home: Path, what: str) -> Iterator[None]:
    """Let another process hold *what* of the log."""
    command = [sys.executable, "-c", HOLDERS[what], str(home), place.NAME]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdin
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        yield
        holder.stdin.close()
        assert holder.wait(A_MINUTE / 1000) == 0


def alert(page: Page, key: str) -> Locator:
    """What the quiz says of its kernel."""
    return page.get_by_role("alert").filter(has_text=says(f"kernel-{key}-notebook"))


def ids(page: Page, home: Path) -> None:
    """See that browser and kernel have the same attempts, each once."""
    found = sorted(row.id for row in Log(home).rows(COURSE))
    assert found == sorted(each["id"] for each in attempts(page))


@pytest.mark.parametrize("what", HOLDERS)
def test_a_log_that_is_held_for_long(
    lab: str, course: Path, home: Path, page: Page, what: str
) -> None:
    opened(page, lab, course)
    answer(page, "which-light")
    kernel_has(home, 1)
    with held(home, what):
        answer(page, "which-eclipse")
        expect(alert(page, "silent")).to_have_count(1, timeout=A_MINUTE)
        expect(alert(page, "locked")).to_have_count(1, timeout=A_MINUTE)
        # Whoever goes on learning is not held up.
        at(page, "which-light").press("Try again")
        answer(page, "which-light")
        assert len(attempts(page)) == 3
    expect(page.get_by_role("alert")).to_have_count(0, timeout=A_MINUTE)
    kernel_has(home, 3)
    ids(page, home)


def test_a_log_that_is_free_before_the_kernel_gives_up(
    lab: str, course: Path, home: Path, page: Page
) -> None:
    opened(page, lab, course)
    answer(page, "which-light")
    kernel_has(home, 1)
    with held(home, "the database"):
        answer(page, "which-eclipse")
        expect(alert(page, "silent")).to_have_count(1, timeout=A_MINUTE)
        expect(alert(page, "locked")).to_have_count(0)
    expect(page.get_by_role("alert")).to_have_count(0, timeout=A_MINUTE)
    kernel_has(home, 2)
    ids(page, home)

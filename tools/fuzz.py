"""Tries thousands of broken files on the readers of content: `make fuzz`.

`python -m tools.fuzz [banks] [others] [foreign] [seed]` says how many of each, and where hypothesis
begins; foreign ones are files of other programs, which `selfcheck import` reads.
"""

from __future__ import annotations

import faulthandler
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.support.fuzzing import LOADERS, LONGEST, made, outcome
from tests.support.imported import KINDS, tried
from tests.support.imported import seed as seed_of
from tests.support.imported_mutants import Draw, noise
from tests.support.mutants import mutant

OTHERS = (*LOADERS, "_config.yml", "conf.py")
# After so many seconds one file hangs for good: Python says where, and ends.
HANGS = 6 * LONGEST


# Reads one file, made by drawing; returns what it is and what came of it, or leaves it in the
# folder for broken files.
Trial = Callable[[Draw], str]


def main(
    banks: int = 3000, others: int = 1000, foreign: int = 1000, start: int | None = None
) -> int:
    """Try so many of each kind of file; print what came of them; return the exit status."""
    start = int(time.time()) if start is None else start
    print(f"begun with {start}")
    with tempfile.TemporaryDirectory() as folder:
        content = made(Path(folder))
        trials = (
            (banks, _of_content(content, ("bank.yaml",))),
            (others, _of_content(content, OTHERS)),
            (foreign, _of_others(Path(folder, "foreign"))),
        )
        failed = [_tried(trial, count, start) for count, trial in trials]
    return int(any(failed))


def _of_content(content: Path, names: tuple[str, ...]) -> Trial:
    """Return what tries a mutant of one of the files *names*."""

    def trial(draw: Draw) -> str:
        name = draw(st.sampled_from(names))
        bytes_ = mutant(draw, name)
        with _kept(name, bytes_):
            return f"{name}: {outcome(content, name, bytes_)}"

    return trial


def _of_others(folder: Path) -> Trial:
    """Return what tries a changed file of another program."""

    def trial(draw: Draw) -> str:
        name = draw(st.sampled_from([*KINDS]))
        change = draw(st.sampled_from([KINDS[name], KINDS[name], noise]))
        bytes_ = change(draw, seed_of(name))
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        with _kept(name.replace("/", "-"), bytes_):
            return f"{name}: {tried(name, bytes_, folder)}"

    return trial


@contextmanager
def _kept(name: str, bytes_: bytes) -> Iterator[None]:
    """Keep a file that fails for who looks into it."""
    try:
        yield
    except BaseException:
        Path(tempfile.gettempdir(), f"failed-{name}").write_bytes(bytes_)
        raise


def _tried(trial: Trial, count: int, start: int) -> bool:
    """Try *count* files; return whether one failed."""
    found: Counter[str] = Counter()
    slowest = 0.0

    @seed(start)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def run(data: st.DataObject) -> None:
        nonlocal slowest
        faulthandler.dump_traceback_later(HANGS, exit=True)
        began = time.monotonic()
        try:
            found[trial(data.draw)] += 1
        except Exception:
            found["failed"] += 1
            raise
        finally:
            faulthandler.cancel_dump_traceback_later()
            slowest = max(slowest, time.monotonic() - began)

    failed = _fails(run)
    for what, times in sorted(found.items()):
        print(f"{times:6} {what}")
    print(f"{sum(found.values()):6} in all, the slowest in {slowest:.1f} s")
    return failed


def _fails(run: Callable[[], None]) -> bool:
    try:
        run()
    except BaseException as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        for note in getattr(error, "__notes__", ()):
            print(note, file=sys.stderr)
        return True
    return False


if __name__ == "__main__":
    sys.exit(main(*(int(each) for each in sys.argv[1:])))

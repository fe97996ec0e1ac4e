"""Tries thousands of broken files on the readers of content: `make fuzz`.

`python -m tools.fuzz [banks] [others] [seed]` says how many of each, and where hypothesis begins.
"""

from __future__ import annotations

import faulthandler
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.support.fuzzing import LOADERS, LONGEST, made, outcome
from tests.support.mutants import mutant

OTHERS = (*LOADERS, "_config.yml", "conf.py")
# After so many seconds one file hangs for good: Python says where, and ends.
HANGS = 6 * LONGEST


def main(banks: int = 3000, others: int = 1000, start: int | None = None) -> int:
    """Try so many banks and other files; print what came of them; return the exit status."""
    start = int(time.time()) if start is None else start
    print(f"begun with {start}")
    with tempfile.TemporaryDirectory() as folder:
        content = made(Path(folder))
        failed = [
            _tried(content, count, names, start)
            for count, names in ((banks, ("bank.yaml",)), (others, OTHERS))
        ]
    return int(any(failed))


def _tried(content: Path, count: int, names: tuple[str, ...], start: int) -> bool:
    """Try *count* mutants of the files *names*; return whether one failed."""
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
        name = data.draw(st.sampled_from(names))
        bytes_ = mutant(data.draw, name)
        faulthandler.dump_traceback_later(HANGS, exit=True)
        began = time.monotonic()
        try:
            found[f"{name}: {outcome(content, name, bytes_)}"] += 1
        except BaseException:
            found[f"{name}: failed"] += 1
            Path(tempfile.gettempdir(), f"failed-{name}").write_bytes(bytes_)
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

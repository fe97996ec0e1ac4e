"""Runs the notebooks and saves them normalised: `python -m tools.notebooks [--stale] [FILE …]`.

`selfcheck.notebooks` says how; this says which.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from pathlib import Path

from selfcheck.notebooks import run

ROOT = Path(__file__).parents[1]
# The course, and the second one of the tests.
FOLDERS = (ROOT / "notebooks", ROOT / "tests" / "moon" / "notebooks")
MEMORY = ROOT / ".cache" / "notebooks.json"
# As a shell has it for Ctrl+C.
STOPPED = 130
INPUTS = ("_config.yml", "src", "content", "tests/moon/content", "tools/notebooks.py")


def main() -> int:
    """Run the notebooks named, or all; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.notebooks")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument(
        "--stale",
        action="store_true",
        help="only those that changed, or whose content or code changed, since their last run",
    )
    options = parser.parse_args()
    every = [path for folder in FOLDERS for path in sorted(folder.glob("*.ipynb"))]
    paths = [path.resolve() for path in options.files] or every
    inputs, remembered = _inputs(), _remembered()
    status = 0
    for path in paths:
        name = path.relative_to(ROOT).as_posix()
        if options.stale and remembered.get(name) == _digest(path, inputs):
            continue
        print(f"{name} … ", end="", flush=True)
        started = time.perf_counter()
        try:
            trouble, changed = run(path)
        except KeyboardInterrupt:
            print("stopped; the same command goes on here")
            return STOPPED
        if trouble:
            print(f"failed\n{trouble}")
            status = 1
            continue
        words = "updated" if changed else "unchanged"
        print(f"ran in {time.perf_counter() - started:.1f} s, {words}")
        remembered[name] = _digest(path, inputs)
        # At once: whoever stops it here need not wait for all of them again.
        MEMORY.parent.mkdir(exist_ok=True)
        MEMORY.write_text(json.dumps(remembered, indent=1, sort_keys=True))
    return status


def _inputs() -> bytes:
    digest = hashlib.sha256()
    for name in INPUTS:
        for path in sorted([ROOT / name, *(ROOT / name).rglob("*")]):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(ROOT).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.digest()


def _digest(path: Path, inputs: bytes) -> str:
    return hashlib.sha256(inputs + path.read_bytes()).hexdigest()


def _remembered() -> dict[str, str]:
    try:
        remembered: dict[str, str] = json.loads(MEMORY.read_text())
    except (OSError, ValueError):
        return {}
    return remembered


if __name__ == "__main__":
    sys.exit(main())

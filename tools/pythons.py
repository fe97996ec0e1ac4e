"""Tests the course on each Python that it supports: `python -m tools.pythons [PART …]`.

Each has an environment of its own in `.cache`, with the packages that are pinned. `--python` names
the only ones that are wanted, which must be here then; `--others` leaves out the one that runs
this, with which `make test` has tested already.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SUPPORTED = ("3.11", "3.12", "3.13", "3.14")
PARTS = ("notebooks", "tests/unit", "tests/content")
PINS = ROOT / "requirements-dev.txt"
PROJECTS = (ROOT / "pyproject.toml", ROOT / "src" / "pyproject.toml")
ENVIRONMENTS = ROOT / ".cache"
# In an environment: what it was made of.
MADE_OF = "made-of.txt"
UV = (sys.executable, "-m", "uv")
# As `make test` does.
ORDER = ("--numprocesses", "auto", "--dist", "loadfile", "--no-loadscope-reorder")
WHICH = "import sys; print('{}.{}'.format(*sys.version_info))"


def main(words: list[str]) -> int:
    """Test, and say of each Python what came of it; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.pythons", description=__doc__)
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--python", action="append", choices=SUPPORTED)
    only.add_argument("--others", action="store_true")
    parser.add_argument("parts", nargs="*", default=PARTS, metavar="PART")
    given = parser.parse_args(words)
    own = "{}.{}".format(*sys.version_info)
    wanted = given.python or [each for each in SUPPORTED if not (given.others and each == own)]
    said, status = [], 0
    for version in wanted:
        if not (program := find(version)):
            said.append(f"Python {version}: not found, so nothing is tested with it")
            status |= bool(given.python)
            continue
        print(f"Python {version}: {program}", flush=True)
        passed = _test(program, version, given.parts)
        said.append(f"Python {version}: {'passed' if passed else 'FAILED'}")
        status |= not passed
    print(*said, sep="\n")
    return status


def find(version: str) -> str | None:
    """Return the path of a Python of this version, as 3.13: on PATH, or one of pyenv's."""
    return next((each for each in _candidates(version) if _is(each, version)), None)


def _candidates(version: str) -> Iterator[str]:
    yield from filter(None, map(shutil.which, (f"python{version}", "python3")))
    # pyenv puts names on PATH for all that it has, and runs those that are chosen.
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    yield from map(str, sorted(pyenv.glob(f"versions/{version}.*/bin/python{version}")))
    yield sys.executable


def _is(program: str, version: str) -> bool:
    try:
        done = subprocess.run([program, "-c", WHICH], capture_output=True, text=True)
    except OSError:
        return False
    return done.stdout.strip() == version


def _test(program: str, version: str, parts: list[str]) -> bool:
    """Return whether all went well; what did not says itself what it is."""
    folder = ENVIRONMENTS / f"python-{version}"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    try:
        _make(program, folder, python)
        subprocess.run([str(python), "-m", "pytest", *ORDER, *parts], cwd=ROOT, check=True)
    except subprocess.CalledProcessError:
        return False
    return True


def _make(program: str, folder: Path, python: Path) -> None:
    """Make the environment *folder* of the Python *program*, unless it is there."""
    full = subprocess.run([program, "-VV"], check=True, capture_output=True, text=True).stdout
    hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (PINS, *PROJECTS)]
    made_of = "\n".join([program, full.strip(), *hashes])
    note = folder / MADE_OF
    if note.is_file() and note.read_text("utf-8") == made_of:
        return
    install = ["pip", "install", "--quiet", "--python", str(python)]
    for words in (
        ["venv", "--quiet", "--clear", "--python", program, str(folder)],
        # Ten times as quick as pip, and holds each file against its hash as pip does.
        [*install, "--require-hashes", "-r", str(PINS)],
        [*install, "--no-deps", "--no-build-isolation", "-e", "./src", "-e", "."],
    ):
        subprocess.run([*UV, *words], cwd=ROOT, check=True)
    note.write_text(made_of, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

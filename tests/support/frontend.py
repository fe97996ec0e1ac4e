"""The front end in a folder of its own, with what it is checked and built by."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What the linter, the types and the tests of the front end look at too.
BESIDE = (
    "src/selfcheck/languages",
    "src/stemcourse/site/static",
    "tests/broken",
    "tests/tables",
    "tests/vectors",
)
NEEDS_NODE = pytest.mark.skipif(not shutil.which("npm"), reason="Node is not here; CI has it")


def installed(folder: Path) -> Path:
    """Return a copy of frontend/ in *folder*, its packages installed from the lock file."""
    skip = shutil.ignore_patterns("node_modules")
    for name in ("frontend", *BESIDE):
        shutil.copytree(ROOT / name, folder / name, ignore=skip)
    npm(folder / "frontend", "ci", "--no-audit", "--no-fund")
    # The extension for JupyterLab is of the engine's version.
    shutil.copy(ROOT / "src" / "pyproject.toml", folder / "src")
    return folder / "frontend"


def npm(frontend: Path, *words: str) -> None:
    """Run npm; what it complains of fails the test."""
    _run(frontend, "npm", *words)


def complaints(frontend: Path, statements: str) -> str:
    """Return what Learning Locker's validator has against *statements*, a JSON array."""
    code = (
        'import { complaints } from "./test-support/validate.js";'
        'import { readFileSync } from "node:fs";'
        "for (const each of JSON.parse(readFileSync(0, 'utf8')))"
        " for (const line of complaints(each))"
        " process.stdout.write(`${each.object.id} ${line}\\n`);"
    )
    return _run(frontend, "node", "--input-type=module", "--eval", code, given=statements)


def _run(frontend: Path, *command: str, given: str = "") -> str:
    done = subprocess.run(command, cwd=frontend, capture_output=True, text=True, input=given)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout

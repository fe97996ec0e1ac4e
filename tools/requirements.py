"""Pins every version: writes requirements.txt and requirements-dev.txt.

What is needed stands in pyproject.toml, and for the quiz engine in src/pyproject.toml.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
OLDEST_PYTHON = "3.11"
# The quiz engine stands before the course, which needs it.
HEADER = "# {} Made by `make requirements`; do not edit.\n-e ./src\n-e .\n"


def main() -> None:
    """Pin all that is used anywhere, then the part of it that the course and its site need."""
    with tempfile.TemporaryDirectory() as folder:
        pins = Path(folder) / "pins.txt"
        everything = _compile("lab", "site", "test", "dev")
        pins.write_text(everything, encoding="utf-8")
        course = _compile("lab", "site", constraint=pins)
    _write("requirements-dev.txt", "What the tests and the other checks need as well.", everything)
    _write("requirements.txt", "The course in JupyterLab, and its site.", course)


def _compile(*extras: str, constraint: Path | None = None) -> str:
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet"]
    command += ["--universal", "--python-version", OLDEST_PYTHON, "--no-header", "--no-annotate"]
    for extra in extras:
        command += ["--extra", extra]
    if constraint:
        command += ["--constraint", str(constraint)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    lines = done.stdout.splitlines(keepends=True)
    # uv names the quiz engine by its folder; the header does that.
    return "".join(line for line in lines if not line.startswith("-e "))


def _write(name: str, what: str, pins: str) -> None:
    (ROOT / name).write_text(HEADER.format(what) + pins, encoding="utf-8")


if __name__ == "__main__":
    main()

"""An environment of its own, with what a stranger gets who installs the quiz engine alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
UV = (sys.executable, "-m", "uv")
# What would let in this repository, or the settings of whoever runs the tests.
LEAKS = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "SELFCHECK_CONTENT", "JUPYTER_PATH")


class Environment:
    """A virtual environment that holds nothing but *packages* and what these need."""

    def __init__(self, folder: Path, *packages: str) -> None:
        self.bin = folder / "bin"
        said(*UV, "venv", "--quiet", "--python", sys.executable, folder, cwd=folder.parent)
        pins = folder / "pins.txt"
        pinned = (ROOT / "requirements-dev.txt").read_text("utf-8")
        # The wheel of the engine, made just now, has no pin: hashes cannot be demanded here.
        pins.write_text(re.sub(r" \\\n +--hash=\S+", "", pinned))
        install = (*UV, "pip", "install", "--quiet", "--python", self.bin / "python")
        said(*install, "--constraint", pins, *packages, cwd=folder)

    def run(self, command: str, *arguments: str | Path, cwd: Path) -> str:
        """Return what a command of the environment prints, which must succeed."""
        return said(self.bin / command, *arguments, cwd=cwd)


def said(*command: str | Path, cwd: Path) -> str:
    """Return what a command prints; when it fails, fail with all that it said."""
    own = {name: value for name, value in os.environ.items() if name not in LEAKS}
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**own, **_index(), "JUPYTER_NO_CONFIG": "1"},
        capture_output=True,
        text=True,
    )
    words = " ".join(str(word) for word in command)
    assert done.returncode == 0, f"{words}\n{done.stdout}{done.stderr}"
    return done.stdout


def _index() -> dict[str, str]:
    """Return the variable that makes uv ask the package index that pip is told to ask."""
    if named := os.environ.get("PIP_INDEX_URL"):
        return {"UV_DEFAULT_INDEX": named}
    command = [sys.executable, "-m", "pip", "config", "get", "global.index-url"]
    done = subprocess.run(command, capture_output=True, text=True)
    return {} if done.returncode else {"UV_DEFAULT_INDEX": done.stdout.strip()}

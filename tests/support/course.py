"""The course in a folder of its own, and its site built there as `make book` builds it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
NEEDED = ("_config.yml", "_toc.yml", "book", "content", "notebooks")


def copied(folder: Path) -> Path:
    """Copy what the site is made of to *folder*; return it."""
    folder.mkdir(parents=True)
    for name in NEEDED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns(".*"))
        else:
            shutil.copy2(source, folder / name)
    return folder


def built(folder: Path) -> Path:
    """Return the folder of the site of the course in *folder*; warnings are errors."""
    command = [sys.executable, "-m", "tools.site", str(folder)]
    # The footer names the day of the last commit, which is this repository's.
    environment = {**os.environ, "GIT_DIR": str(ROOT / ".git")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "_build" / "html"

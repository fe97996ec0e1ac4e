"""A Python of its own, which has imported nothing."""

from __future__ import annotations

import os
import subprocess
import sys


def python(code: str, **variables: str) -> str:
    """Return what a fresh Python prints that runs *code*."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **variables}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout

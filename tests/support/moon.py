"""Builds the second course, in tests/moon, without the packages of this one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

MOON = Path(__file__).parents[1] / "moon"
# The id that its _config.yml gives.
COURSE = "the-moon"
# An import of a module that is None fails.
ALONE = (
    "import sys; sys.modules.update(stemcourse=None, citations=None); "
    "from sphinx.cmd.build import main; sys.exit(main(sys.argv[1:]))"
)


def built_alone(folder: Path, language: str = "en", course: Path = MOON) -> Path:
    """Return the folder of the built site of a *course*; warnings of Sphinx are errors."""
    site = folder / "site"
    arguments = ["-q", "-W", "--keep-going", "-D", f"language={language}"]
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            ALONE,
            *arguments,
            "-d",
            str(folder / "trees"),
            str(course),
            str(site),
        ],
        cwd=folder,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return site

"""What is built from frontend/ is what is committed; checked where Node is present."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BUILT = ("page.js", "selfcheck.css", "widget.js")


@pytest.mark.skipif(not shutil.which("npm"), reason="Node is not here; CI has it")
def test_built_files_are_fresh(tmp_path: Path) -> None:
    shutil.copytree(
        ROOT / "frontend", tmp_path / "frontend", ignore=shutil.ignore_patterns("node_modules")
    )
    (tmp_path / "src" / "selfcheck" / "static").mkdir(parents=True)
    for command in (["ci", "--no-audit", "--no-fund"], ["run", "check"], ["run", "build"]):
        done = subprocess.run(
            ["npm", *command], cwd=tmp_path / "frontend", capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
    for name in BUILT:
        built = (tmp_path / "src" / "selfcheck" / "static" / name).read_bytes()
        shipped = (ROOT / "src" / "selfcheck" / "static" / name).read_bytes()
        assert built == shipped, f"{name} is stale; run `make frontend`"

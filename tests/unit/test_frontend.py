"""What is built from frontend/ is what is committed; checked where Node is present."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "selfcheck"


@pytest.mark.skipif(not shutil.which("npm"), reason="Node is not here; CI has it")
def test_built_files_are_fresh(tmp_path: Path) -> None:
    shutil.copytree(
        ROOT / "frontend", tmp_path / "frontend", ignore=shutil.ignore_patterns("node_modules")
    )
    package = tmp_path / "src" / "selfcheck"
    shutil.copytree(PACKAGE / "languages", package / "languages")
    for command in (["ci", "--no-audit", "--no-fund"], ["run", "check"], ["run", "build"]):
        done = subprocess.run(
            ["npm", *command], cwd=tmp_path / "frontend", capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
    built, shipped = _files(package / "static"), _files(PACKAGE / "static")
    assert built.keys() == shipped.keys()
    stale = [name for name in built if built[name] != shipped[name]]
    assert not stale, "run `make frontend`"


def _files(folder: Path) -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}

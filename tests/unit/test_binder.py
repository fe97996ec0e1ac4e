"""What repo2docker reads in `binder`: it must bring what `make lab` brings, on a tested Python."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from tools.pythons import SUPPORTED

ROOT = Path(__file__).parents[2]
BINDER = ROOT / "binder"
NOTEBOOKS = sorted(f"notebooks/{path.name}" for path in (ROOT / "notebooks").glob("*.ipynb"))


def test_the_python_is_one_that_is_tested() -> None:
    asked = (BINDER / "runtime.txt").read_text("utf-8").strip()
    found = re.fullmatch(r"python-(\d+\.\d+)", asked)
    assert found
    assert found[1] in SUPPORTED


def test_the_packages_are_those_of_the_course_each_with_its_hash() -> None:
    lines = (BINDER / "requirements.txt").read_text("utf-8").splitlines()
    said = [line for line in lines if not line.startswith("#")]
    assert said == ["--require-hashes", "-r ../requirements.txt"]


def test_the_course_is_installed_as_by_make_and_its_notebooks_are_trusted(tmp_path: Path) -> None:
    """Run it with programs that write down what they are asked for."""
    asked = tmp_path / "asked"
    for name in ("python", "jupyter"):
        path = tmp_path / name
        path.write_text(f'#!/bin/sh\necho "{name} $*" >> {asked}\n')
        path.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    subprocess.run(["binder/postBuild"], cwd=ROOT, env=environment, check=True)
    installed, trusted = asked.read_text("utf-8").splitlines()
    commands = subprocess.run(
        ["make", "--dry-run", "--always-make", ".venv/course"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    own = [line.partition(" install --quiet ")[2] for line in commands if " -e ./src -e ." in line]
    assert installed == f"python -m pip install {own[0]}"
    assert trusted == f"jupyter trust {' '.join(NOTEBOOKS)}"


def test_nothing_that_it_would_read_instead_stands_beside_it() -> None:
    """A second folder is an error there, and an environment of conda would go before."""
    assert not (ROOT / ".binder").exists()
    assert {path.name for path in BINDER.iterdir()} == {
        "postBuild",
        "requirements.txt",
        "runtime.txt",
    }

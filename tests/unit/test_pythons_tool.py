"""The course on each Python that it supports: which are found, and which are said to be missing."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tools import pythons, requirements

ROOT = Path(__file__).parents[2]
OWN = "{}.{}".format(*sys.version_info)


def program(path: Path, version: str = "") -> Path:
    """Write a program that says that it is Python *version*, or fails as pyenv's do."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{f'echo {version}' if version else 'exit 127'}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine with no Python but the one that runs this; return a folder that is on its PATH."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    return tmp_path / "bin"


def test_a_python_is_found_by_its_name_or_by_what_it_says(bare: Path) -> None:
    named = program(bare / "python9.8", "9.8")
    assert pythons.find("9.8") == str(named)
    plain = program(bare / "python3", "9.9")
    assert pythons.find("9.9") == str(plain)
    assert pythons.find(OWN) == sys.executable
    assert pythons.find("9.7") is None


def test_one_that_pyenv_has_is_found_though_its_name_does_not_run(bare: Path) -> None:
    program(bare / "python9.8")
    path = bare.parent / "pyenv" / "versions" / "9.8.1" / "bin" / "python9.8"
    assert pythons.find("9.8") is None
    program(path, "9.8")
    assert pythons.find("9.8") == str(path)


@pytest.mark.usefixtures("bare")
def test_those_that_are_not_here_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    others = [each for each in pythons.SUPPORTED if each != OWN]
    assert pythons.main(["--others", "notebooks"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Python {each}: not found, so nothing is tested with it" for each in others
    ]


@pytest.mark.usefixtures("bare")
def test_one_that_is_asked_for_must_be_here(capsys: pytest.CaptureFixture[str]) -> None:
    missing = next(each for each in pythons.SUPPORTED if each != OWN)
    assert pythons.main(["--python", missing, "notebooks"]) == 1
    assert f"Python {missing}: not found" in capsys.readouterr().out


def test_one_without_its_packages_has_failed_and_the_rest_goes_on(
    bare: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(pythons, "ENVIRONMENTS", tmp_path / "cache")
    first, second, *_ = (each for each in pythons.SUPPORTED if each != OWN)
    # It says its version, and can do no more.
    for version in (first, second):
        program(bare / f"python{version}", version)
    assert pythons.main(["--others", "notebooks"]) == 1
    said = capfd.readouterr().out
    assert f"Python {first}: FAILED" in said
    assert f"Python {second}: FAILED" in said


def read(name: str) -> Any:
    return YAML(typ="safe").load((ROOT / ".github" / "workflows" / name).read_text("utf-8"))


def test_the_same_versions_are_named_wherever_they_are() -> None:
    oldest, *_, newest = pythons.SUPPORTED
    contributing = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert f"Python {oldest} to {newest}" in contributing
    for path in ("pyproject.toml", "src/pyproject.toml"):
        project = tomllib.loads((ROOT / path).read_text("utf-8"))["project"]
        assert project["requires-python"] == f">={oldest}"
    assert oldest == requirements.OLDEST_PYTHON
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (named,) = re.findall(r"^CANDIDATES := python3 (.*)$", makefile, re.MULTILINE)
    assert named.split() == [f"python{each}" for each in reversed(pythons.SUPPORTED)]


def test_each_change_is_tested_on_all_of_them() -> None:
    jobs = read("publish.yml")["jobs"]
    (own,) = (
        step["with"]["python-version"]
        for step in jobs["build"]["steps"]
        if "setup-python" in step.get("uses", "")
    )
    others = jobs["pythons"]["strategy"]["matrix"]["python"]
    assert sorted([own, *others]) == list(pythons.SUPPORTED)
    commands = [step.get("run", "") for step in jobs["pythons"]["steps"]]
    assert "make pythons ONLY=${{ matrix.python }}" in commands
    assert "pythons" in jobs["deploy"]["needs"]

"""What the distribution holds, what it brings with it, and what its commands say."""

from __future__ import annotations

import json
import re
import shutil
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.alone.conftest import NEEDS
from tests.support.alone import ROOT, Environment
from tests.support.moon import MOON

SOURCE = ROOT / "src"
PACKAGES = ("citations", "contentfiles", "selfcheck")
ABSENT = ("stemcourse", "altair", "numpy", "pandas")


def files() -> set[str]:
    """Return the files of the engine, as paths below `src`."""
    return _below(*PACKAGES)


def shared() -> set[str]:
    """Return the files of the extension for JupyterLab, as paths below `src`."""
    return _below("labextensions")


def _below(*folders: str) -> set[str]:
    return {
        path.relative_to(SOURCE).as_posix()
        for folder in folders
        for path in (SOURCE / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


def test_the_wheel_holds_the_engine_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        own = {name for name in names if ".dist-info/" in name}
        (licence,) = (name for name in own if name.endswith("/LICENSE"))
        words = archive.read(licence).decode()
    data = {name for name in names if ".data/data/share/jupyter/" in name}
    assert {name.partition(".data/data/share/jupyter/")[2] for name in data} == shared()
    assert names - own - data == files()
    assert {"citations/py.typed", "selfcheck/py.typed"} <= names
    assert {"selfcheck/static/page.js", "selfcheck/languages/en.json"} <= names
    assert words == (ROOT / "LICENSE").read_text("utf-8")


def test_the_sdist_holds_the_engine_and_what_builds_it(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {member.name.partition("/")[2] for member in archive if member.isfile()}
    beside = {"LICENSE", "README.md", "pyproject.toml", "PKG-INFO", ".gitignore"}
    assert names == files() | shared() | beside


@pytest.mark.parametrize("name", NEEDS)
def test_the_course_and_its_libraries_are_not_there(
    environment: Callable[[str], Environment], name: str, tmp_path: Path
) -> None:
    code = (
        "import sys; from importlib.util import find_spec; "
        "print(*filter(find_spec, sys.argv[1:]), sep='\\n')"
    )
    there = environment(name).run("python", "-c", code, "selfcheck", *ABSENT, cwd=tmp_path)
    assert there.split() == ["selfcheck"]


def test_every_command_says_what_it_does(wheel: Path, bare: Environment, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith("/entry_points.txt"))
        scripts = re.findall(r"^(\S+) = \S+$", archive.read(name).decode(), re.MULTILINE)
    assert scripts == ["selfcheck"]
    code = (
        "from selfcheck.cli import app; "
        "print(*(c.name or c.callback.__name__ for c in app.registered_commands), sep='\\n')"
    )
    commands = bare.run("python", "-c", code, cwd=tmp_path).split()
    assert {"check", "schema"} <= set(commands)
    for words in ([], *([command] for command in commands)):
        assert "Usage: selfcheck" in bare.run("selfcheck", *words, "--help", cwd=tmp_path)


def test_jupyterlab_finds_its_extension(bare: Environment, tmp_path: Path) -> None:
    code = (
        "import json, sys; from pathlib import Path; "
        "folder = Path(sys.prefix, 'share/jupyter/labextensions/selfcheck'); "
        "build = json.loads((folder / 'package.json').read_text())['jupyterlab']['_build']; "
        "print((folder / build['load']).is_file(), build['extension'])"
    )
    assert bare.run("python", "-c", code, cwd=tmp_path).split() == ["True", "./extension"]


def test_banks_are_checked(bare: Environment) -> None:
    assert "nothing to mend" in bare.run("selfcheck", "check", cwd=MOON)


def test_the_schema_is_printed(bare: Environment, tmp_path: Path) -> None:
    assert "Bank" in json.loads(bare.run("selfcheck", "schema", cwd=tmp_path))["$defs"]


def test_without_the_extra_a_bibliography_is_a_finding(bare: Environment, tmp_path: Path) -> None:
    course = tmp_path / "course"
    shutil.copytree(MOON / "content", course / "content")
    path = course / "content" / "evidence" / "references.bib"
    path.parent.mkdir()
    path.write_text("@book{moon, title = {The Moon}}")
    code = (
        "from pathlib import Path; from selfcheck import bank; print(*bank.check(Path('content')))"
    )
    found = bare.run("python", "-c", code, cwd=course)
    assert "references.bib:1:1: reading this file needs pybtex; install it with" in found


def test_with_the_extra_a_bibliography_is_read(wheel: Path, tmp_path: Path) -> None:
    environment = Environment(tmp_path / "environment", f"{wheel}[cite]")
    (tmp_path / "references.bib").write_text("@book{moon, title = {The Moon}}")
    code = "import citations; print(citations.load('references.bib')['moon'].title)"
    assert environment.run("python", "-c", code, cwd=tmp_path).strip() == "The Moon"

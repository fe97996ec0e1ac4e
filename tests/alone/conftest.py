"""The quiz engine as a distribution of its own, and environments where it is installed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.support.alone import ROOT, UV, Environment, said

# What is installed beside the wheel: what runs a notebook, and what builds a site; and the extras.
NEEDS = {
    "notebook": ("", "ipykernel", "nbclient"),
    "sphinx": ("[sphinx]", "furo"),
    "jupyter-book": ("", "jupyter-book"),
}
BUILD = {
    "sphinx": ("python", "-m", "sphinx", "-q", "-W", "--keep-going", ".", "_build/html"),
    "jupyter-book": ("jupyter-book", "build", ".", "--warningiserror", "--keep-going", "--quiet"),
}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, made from `src`, and the wheel, made from the sdist."""
    folder = tmp_path_factory.mktemp("built")
    build = (*UV, "build", "--quiet", "--python", sys.executable)
    said(*build, "--out-dir", folder, ROOT / "src", cwd=folder)
    return folder


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    """The wheel."""
    (path,) = built.glob("*.whl")
    return path


@pytest.fixture(scope="session")
def environment(
    wheel: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Environment]:
    """What gives an environment with the wheel and what `NEEDS` names, made once."""

    @cache
    def make(name: str) -> Environment:
        extras, *packages = NEEDS[name]
        folder = tmp_path_factory.mktemp(name) / "environment"
        return Environment(folder, f"{wheel}{extras}", *packages)

    return make


@pytest.fixture(scope="session")
def bare(environment: Callable[[str], Environment]) -> Environment:
    """The wheel without extras, and what runs a notebook."""
    return environment("notebook")


@pytest.fixture(scope="session")
def site(environment: Callable[[str], Environment]) -> Callable[[str, Path], Path]:
    """What builds the site of a course, by the name of the builder; warnings are errors."""

    def build(name: str, course: Path) -> Path:
        environment(name).run(*BUILD[name], cwd=course)
        return course / "_build" / "html"

    return build

"""The front end is without a complaint, and what is built from it is what is committed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.frontend import NEEDS_NODE, ROOT, installed, npm

SHIPPED = ("src/selfcheck/static", "src/labextensions")
# A script that is not for pages with a quiz stands beside the module that it is for.
BESIDE_PYTHON = "src/selfcheck/search.js"


@pytest.fixture(scope="module")
def frontend(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return installed(tmp_path_factory.mktemp("frontend"))


@NEEDS_NODE
@pytest.mark.parametrize("script", ["lint", "check", "test"])
def test_nothing_is_wrong(frontend: Path, script: str) -> None:
    npm(frontend, "run", script)


@NEEDS_NODE
def test_built_files_are_fresh(frontend: Path) -> None:
    npm(frontend, "run", "build")
    for name in SHIPPED:
        built, shipped = _files(frontend.parent / name), _files(ROOT / name)
        assert built.keys() == shipped.keys()
        stale = [file for file in built if built[file] != shipped[file]]
        assert not stale, "run `make frontend`"
    built_beside, shipped_beside = (
        (folder / BESIDE_PYTHON).read_bytes() for folder in (frontend.parent, ROOT)
    )
    assert built_beside == shipped_beside, "run `make frontend`"


def _files(folder: Path) -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}

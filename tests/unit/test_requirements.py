"""Every package is pinned by version and by hashes, which pip is told to compare."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.pythons import SUPPORTED

ROOT = Path(__file__).parents[2]
FILES = {"requirements.txt": ("lab", "site"), "requirements-dev.txt": ("test", "dev")}
ENTRY = re.compile(
    r"(?P<pin>[a-z0-9.-]+==[^\s;]+)( ; (?P<marker>[^\\\n]+?))?"
    r"(?P<hashes>( \\\n    --hash=sha256:[0-9a-f]{64})+)\n"
)
# What installs the course's own folders: they have no hash, and nothing else may come with them.
OWN = "--no-deps --no-build-isolation -e ./src -e ."

every_file = pytest.mark.parametrize("name", FILES)


def pins(name: str) -> list[Requirement]:
    return [
        Requirement(found["pin"] + (f"; {found['marker']}" if found["marker"] else ""))
        for found in ENTRY.finditer((ROOT / name).read_text("utf-8"))
    ]


def wanted(*extras: str) -> list[Requirement]:
    """Return what the course and the engine need, with what builds them."""
    found = []
    for path in (ROOT / "pyproject.toml", ROOT / "src" / "pyproject.toml"):
        data = tomllib.loads(path.read_text("utf-8"))
        optional = data["project"]["optional-dependencies"]
        found += data["build-system"]["requires"] + data["project"]["dependencies"]
        found += [need for extra in extras for need in optional.get(extra, ())]
    return [Requirement(each) for each in found]


@every_file
def test_a_file_holds_a_comment_and_pins_with_hashes_and_nothing_else(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    comment, _, rest = text.partition("\n")
    assert comment.startswith("# ")
    assert ENTRY.sub("", rest) == ""
    # No address either, of an index or of a file.
    assert "://" not in text


@every_file
def test_what_the_projects_name_is_pinned_as_they_ask(name: str) -> None:
    versions: dict[str, list[Requirement]] = {}
    for pin in pins(name):
        versions.setdefault(canonicalize_name(pin.name), []).append(pin)
    extras = (*FILES["requirements.txt"], *FILES[name])
    for need in wanted(*extras):
        if need.name == "selfcheck":
            continue
        pinned = versions[canonicalize_name(need.name)]
        for pin in pinned:
            (version,) = pin.specifier
            assert version.version in need.specifier, f"{pin}: {need}; run `make requirements`"


@every_file
def test_each_python_gets_one_version_of_a_package(name: str) -> None:
    for python in SUPPORTED:
        environment = {"python_version": python, "python_full_version": f"{python}.9"}
        found = [
            pin.name
            for pin in pins(name)
            if pin.marker is None or Marker(str(pin.marker)).evaluate(environment)
        ]
        assert len(found) == len(set(found))


def test_the_tests_run_with_the_versions_of_the_course() -> None:
    course = {(pin.name, str(pin.specifier), str(pin.marker)) for pin in pins("requirements.txt")}
    tests = {
        (pin.name, str(pin.specifier), str(pin.marker)) for pin in pins("requirements-dev.txt")
    }
    assert course < tests


def test_the_course_installs_no_large_library_that_only_tests_and_tools_use() -> None:
    large = {"lifelines", "matplotlib", "numpy", "pandas", "scipy", "statsmodels"}
    assert not large & {pin.name for pin in pins("requirements.txt")}
    assert large < {pin.name for pin in pins("requirements-dev.txt")}


def test_pip_is_told_to_demand_the_hashes() -> None:
    commands = subprocess.run(
        ["make", "--dry-run", "--always-make", ".venv/dev"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    installs = [line.partition(" install ")[2] for line in commands if " install " in line]
    first, second, *_, last = (line.removeprefix("--quiet ") for line in installs)
    assert first == "--require-hashes -r requirements.txt"
    assert second == OWN
    assert last == "--require-hashes -r requirements-dev.txt"


@pytest.mark.parametrize("name", ["README.md", "book/index.md", "binder/postBuild"])
def test_whoever_has_no_make_installs_the_same(name: str) -> None:
    assert f"pip install {OWN}" in (ROOT / name).read_text("utf-8")

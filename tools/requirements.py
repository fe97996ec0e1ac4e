"""Pins every version and the hash of every file: writes the files requirements*.txt.

What is needed stands in pyproject.toml, and for the quiz engine in src/pyproject.toml. What builds
the two is pinned with the rest, since pip would fetch it without a hash.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
OLDEST_PYTHON = "3.11"
# Pyodide's, of which the tools for the browser ask nothing else.
PYTHON_OF_BROWSERS = "3.14"
IN_BROWSERS = "wasm32-pyodide2025"
# Of these a browser has another version.
OF_BROWSERS = {"ipython", "jsonschema", "msgspec"}
HEADER = "# {} Made by `make requirements`; do not edit.\n"
# hatchling asks for it when it installs a folder in place.
IN_PLACE = "editables>=0.5"


def main() -> None:
    """Pin all that is used anywhere, then the parts of it that one kind of use needs."""
    with tempfile.TemporaryDirectory() as folder:
        build = Path(folder) / "build.in"
        build.write_text("\n".join(sorted({*_builders(), IN_PLACE})), encoding="utf-8")
        pins = Path(folder) / "pins.txt"
        everything = _compile(build, "lab", "site", "test", "dev")
        pins.write_text(everything, encoding="utf-8")
        course = _compile(build, "lab", "site", constraint=pins)
        pins.write_text(_shared(course), encoding="utf-8")
        browser = _browser(pins)
    _write("requirements-dev.txt", "What the tests and the other checks need as well.", everything)
    _write("requirements.txt", "The course in JupyterLab, and its site.", course)
    _write("requirements-browser.txt", "The course in JupyterLab in a browser.", browser)
    lite = _group("lite", "--universal", "--python-version", OLDEST_PYTHON)
    _write("requirements-lite.txt", "What makes JupyterLab for a browser.", lite)


def _shared(course: str) -> str:
    """Return the versions of *course* that a browser is to have as well."""
    pins = [line.split()[0] for line in course.splitlines() if line[:1].isalpha()]
    return "\n".join(pin for pin in pins if pin.split("==")[0] not in OF_BROWSERS)


def _browser(shared: Path) -> str:
    where = ("--python-version", PYTHON_OF_BROWSERS, "--python-platform", IN_BROWSERS)
    return _group("browser", *where, "--constraint", str(shared))


def _builders() -> list[str]:
    """Return what builds the course and the engine."""
    files = (ROOT / "pyproject.toml", ROOT / "src" / "pyproject.toml")
    return [
        requirement
        for path in files
        for requirement in tomllib.loads(path.read_text("utf-8"))["build-system"]["requires"]
    ]


def _group(name: str, *options: str) -> str:
    return _uv("--group", f"pyproject.toml:{name}", *options)


def _compile(build: Path, *extras: str, constraint: Path | None = None) -> str:
    command = ["pyproject.toml", str(build), "--universal", "--python-version", OLDEST_PYTHON]
    for extra in extras:
        command += ["--extra", extra]
    if constraint:
        command += ["--constraint", str(constraint)]
    return _uv(*command)


def _uv(*options: str) -> str:
    command = [sys.executable, "-m", "uv", "pip", "compile", *options]
    command += ["--generate-hashes", "--quiet", "--no-header", "--no-annotate"]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    lines = done.stdout.splitlines(keepends=True)
    # A folder has no hash: the engine, like the course, is installed after all of these.
    return "".join(line for line in lines if not line.startswith("-e "))


def _write(name: str, what: str, pins: str) -> None:
    (ROOT / name).write_text(HEADER.format(what) + pins, encoding="utf-8")


if __name__ == "__main__":
    main()

"""Writes Pyodide's lock file, which says what packages there are and what each needs."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

from tools.lite.wheels import NOT_NEEDED, normal

# What a package asks for and a browser does without, beside what is left out: processes, and of the
# engine its command line and what sanitises elsewhere (selfcheck.markdown.canonical).
DONE_WITHOUT = {*NOT_NEEDED, "nh3", "psutil", "rich", "typer"} - {"widgetsnbextension"}


def lock(original: Path, wheels: list[Path]) -> str:
    """Return the lock file for *wheels*; *original* is Pyodide's own, for its ABI.

    Raises `LookupError`, naming the package, for one that another needs and that is not there.
    """
    packages = {entry["name"]: entry for entry in map(_entry, wheels)}
    # Sources that questions cite are read by what is an extra of the engine.
    packages["selfcheck"]["depends"].append("pybtex")
    # A notebook that imports the engine alone needs the course's plugin, which _config.yml names.
    packages["selfcheck"]["imports"].remove("selfcheck")
    packages["stemcourse"]["imports"].append("selfcheck")
    # Two megabytes draw charts: they come with the first notebook that has one.
    packages["stemcourse"]["depends"].remove("altair")
    packages["altair"]["imports"] += ["stemcourse.charts", "stemcourse.labs"]
    for entry in packages.values():
        needed = [name for name in entry["depends"] if name not in DONE_WITHOUT]
        if missing := [name for name in needed if name not in packages]:
            said = f"{entry['name']} needs {', '.join(missing)}, which no wheel brings"
            raise LookupError(f"{said}; add it to the group `browser` in pyproject.toml")
        entry["depends"] = needed
    info = json.loads(original.read_text(encoding="utf-8"))["info"]
    return json.dumps({"info": info, "packages": packages}, indent=1, sort_keys=True)


def _entry(wheel: Path) -> dict[str, Any]:
    name, version, *_ = wheel.name.split("-")
    with zipfile.ZipFile(wheel) as content:
        names = content.namelist()
        metadata = next(each for each in names if each.endswith(".dist-info/METADATA"))
        head = HeaderParser().parsestr(content.read(metadata).decode("utf-8"))
    return {
        "name": normal(name),
        "version": version,
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": _imports(names),
        "depends": sorted({*_needed(head.get_all("Requires-Dist") or [])}),
        "unvendored_tests": False,
    }


def _imports(names: list[str]) -> list[str]:
    """Return what a wheel with the files *names* lets a program import."""
    modules = {name.split("/")[0].removesuffix(".py") for name in names if name.endswith(".py")}
    if "ruamel" in modules:
        modules.add("ruamel.yaml")
    return sorted(each for each in modules if each.isidentifier() or "." in each)


def _needed(requirements: list[str]) -> list[str]:
    """Return the names of what *requirements* ask for in a browser."""
    found = []
    for each in requirements:
        what, _, marker = each.partition(";")
        if _holds(marker):
            found.append(normal(re.match(r"[\w.-]+", what.strip())[0]))  # type: ignore[index]
    return found


def _holds(marker: str) -> bool:
    """Return whether a *marker* may hold in a browser, whose Python is 3.14."""
    from packaging.markers import Marker

    environment = {
        "sys_platform": "emscripten",
        "platform_system": "Emscripten",
        "os_name": "posix",
        "python_version": "3.14",
        "python_full_version": "3.14.2",
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
        "extra": "",
    }
    return not marker.strip() or Marker(marker.strip()).evaluate(environment)

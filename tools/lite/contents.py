"""The files that a student finds in JupyterLab in the browser: the course's own, side by side."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tools.lite import versions
from tools.lite.paths import ROOT

NOT_FOR_STUDENTS = shutil.ignore_patterns("*.schema.json", "reserve.bib", "__pycache__")


def stage(folder: Path) -> dict[str, str]:
    """Make *folder* hold notebooks, content and configuration as the browser gets them.

    Returns the version of each notebook, by its path. Raises `ValueError` for one without a kernel.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "content", folder / "content", ignore=NOT_FOR_STUDENTS)
    # Notebooks link to the glossary and to other pages, as they do in JupyterLab.
    shutil.copytree(ROOT / "book", folder / "book", ignore=shutil.ignore_patterns("_*"))
    for name in ("_config.yml", "_toc.yml"):
        shutil.copy(ROOT / name, folder)
    for path in (folder / "content").rglob("*.svg"):
        path.write_text(narrow(path.read_text(encoding="utf-8")), encoding="utf-8")
    compiled = [sys.executable, "-m", "tools.lite.compile", str(folder / "content")]
    subprocess.run(compiled, cwd=ROOT, check=True)
    (folder / "notebooks").mkdir()
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        has_kernel(path)
        shutil.copy(path, folder / "notebooks")
    return versions.stamp(folder)


def narrow(svg: str) -> str:
    """Return an *svg* with all that is not of Latin-1 as `&#…;`: JupyterLite reads no other."""
    return "".join(each if ord(each) < 256 else f"&#{ord(each)};" for each in svg)


def has_kernel(path: Path) -> None:
    """See that a notebook names its kernel: JupyterLab would ask a student to choose one.

    Raises `ValueError`, with the mend.
    """
    metadata = json.loads(path.read_text(encoding="utf-8"))["metadata"]
    named = metadata.get("kernelspec", {}).get("language"), metadata.get("language_info", {})
    if named[0] != "python" or named[1].get("name") != "python":
        mend = "open it in JupyterLab, choose the kernel Python 3 and save it"
        raise ValueError(f"{path}: its metadata name no kernel of Python; {mend}")

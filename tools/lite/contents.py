"""The files that a student finds in JupyterLab in the browser: the course's own, side by side."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import nbformat

from tools.lite.paths import ROOT

# What the kernel there is called.
KERNEL = {"display_name": "Python (in the browser)", "language": "python", "name": "python"}
NOT_FOR_STUDENTS = shutil.ignore_patterns("*.schema.json", "reserve.bib", "__pycache__")


def stage(folder: Path) -> None:
    """Make *folder* hold notebooks, content and configuration as the browser gets them."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "content", folder / "content", ignore=NOT_FOR_STUDENTS)
    shutil.copy(ROOT / "_config.yml", folder)
    for path in (folder / "content").rglob("*.svg"):
        path.write_text(narrow(path.read_text(encoding="utf-8")), encoding="utf-8")
    compiled = [sys.executable, "-m", "tools.lite.compile", str(folder / "content")]
    subprocess.run(compiled, cwd=ROOT, check=True)
    (folder / "notebooks").mkdir()
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        _stand_in(notebook, path)
        nbformat.write(notebook, folder / "notebooks" / path.name)


def narrow(svg: str) -> str:
    """Return an *svg* with all that is not of Latin-1 as `&#…;`: JupyterLite reads no other."""
    return "".join(each if ord(each) < 256 else f"&#{ord(each)};" for each in svg)


def _stand_in(notebook: nbformat.NotebookNode, path: Path) -> None:
    """Let the kernel of the browser stand for the one that the *notebook* names.

    Raises `ValueError` where it names none: JupyterLab would ask a student to choose one.
    """
    metadata = notebook.metadata
    language = metadata.get("kernelspec", {}).get("language")
    if language != "python" or metadata.get("language_info", {}).get("name") != "python":
        mend = "open it in JupyterLab, choose the kernel Python 3 and save it"
        raise ValueError(f"{path}: its metadata name no kernel of Python; {mend}")
    metadata.kernelspec = KERNEL

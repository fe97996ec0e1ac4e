"""Says whether what was made for the browser is of the course as it is now."""

from __future__ import annotations

import hashlib

from tools.lite.paths import MADE, ROOT, WORK

INPUTS = (
    "_config.yml",
    "_toc.yml",
    "book",
    "content",
    "notebooks",
    "src",
    "tools/lite",
    "tools/jupyterlab",
    "pyproject.toml",
    "requirements.txt",
    "requirements-browser.txt",
    # What is installed, which may be older than what is pinned.
    ".venv/lite/requirements.txt",
)
KEPT = WORK / "made.txt"


def digest() -> str:
    """Return what changes when something does of which it is made."""
    found = hashlib.sha256()
    for name in INPUTS:
        for path in sorted([ROOT / name, *(ROOT / name).rglob("*")]):
            if path.is_file() and not {"__pycache__", ".ipynb_checkpoints"} & {*path.parts}:
                found.update(f"{path.relative_to(ROOT).as_posix()}\n".encode())
                found.update(path.read_bytes())
    return found.hexdigest()


def is_fresh() -> bool:
    """Return whether it has been made, of all as it is now."""
    whole = (MADE / "lab" / "index.html").is_file() and KEPT.is_file()
    return whole and KEPT.read_text(encoding="utf-8") == digest()


def forget() -> None:
    """Note that it is being made, and that what there is may be half of it."""
    KEPT.unlink(missing_ok=True)


def remember(made_of: str) -> None:
    """Note of what it is made: the digest before."""
    KEPT.write_text(made_of, encoding="utf-8")

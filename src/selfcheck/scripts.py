"""The scripts of a page, as they stand on a site: each with its words before it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from selfcheck import words

STATIC = Path(__file__).parent / "static"
# The second is for quizzes that read from right to left.
STYLES = ("selfcheck.css", "rtl.css")
# The notebook's own files have all words in them: a quiz, and views over the whole course.
NOTEBOOK = "widget"
STUDY = "study"


def write(folder: Path, language: str, brought: Mapping[str, Path] | None = None) -> None:
    """Write the style and all scripts to *folder*, with the words of *language*.

    brought: the scripts of question types from elsewhere, which bring their own texts.
    """
    (folder / "types").mkdir(parents=True, exist_ok=True)
    for style in STYLES:
        shutil.copyfile(STATIC / style, folder / style)
    for path in STATIC.rglob("*.js"):
        name = path.relative_to(STATIC).with_suffix("").as_posix()
        if name not in (NOTEBOOK, STUDY):
            text = words.script(language, name) + path.read_text(encoding="utf-8")
            (folder / f"{name}.js").write_text(text, encoding="utf-8", newline="\n")
    for kind, path in (brought or {}).items():
        shutil.copyfile(path, folder / "types" / f"{kind}.js")


def checksum() -> str:
    """Return what changes with any script, style or word that the engine has for pages."""
    found = sha256()
    files = [path for folder in (STATIC, words.FOLDER) for path in folder.rglob("*.*")]
    for path in sorted(files):
        found.update(path.read_bytes())
    return found.hexdigest()[:8]


def summary(folder: Path) -> str:
    """Return the address of `summary.js` in *folder*, which changes with what stands in it.

    It is for `data-summary` of the element of `overview.js`, which loads it.
    """
    return later(folder, "summary")


def later(folder: Path, name: str) -> str:
    """Return the address of a script in *folder* that another one beside it loads."""
    checksum = sha256((folder / f"{name}.js").read_bytes()).hexdigest()[:8]
    return f"{name}.js?v={checksum}"

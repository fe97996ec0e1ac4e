"""Pages with a quiz and nothing else: the shipped scripts, without Sphinx and without a theme."""

from __future__ import annotations

import shutil
from html import escape
from pathlib import Path

import selfcheck
from selfcheck.words import script

STATIC = Path(selfcheck.__file__).parent / "static"
HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="selfcheck.css">
{scripts}
</head>
<body>
"""


def bare_page(path: Path, quiz: str, *, course: str = "bare") -> None:
    """Write a page at *path* with the HTML of a quiz, and the scripts beside it."""
    scripts_beside(path)
    others = {each.relative_to(STATIC).as_posix() for each in STATIC.rglob("*.js")}
    names = ("words.js", "page.js", *sorted(others - {"page.js", "widget.js"}))
    given = {"page.js": f' data-course="{escape(course)}"'}
    scripts = [f'<script src="{name}" defer{given.get(name, "")}></script>' for name in names]
    head = HEAD.format(title=path.stem, scripts="\n".join(scripts))
    path.write_text(f"{head}{quiz}\n</body>\n</html>\n", encoding="utf-8")


def scripts_beside(path: Path) -> None:
    """Put the shipped scripts beside *path*, where they are not yet."""
    folder = path.parent
    if not (folder / "words.js").exists():
        shutil.copytree(STATIC, folder, dirs_exist_ok=True)
        (folder / "words.js").write_text(script("en"), encoding="utf-8")

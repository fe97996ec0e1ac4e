"""Pages with a quiz and nothing else: the shipped scripts, without Sphinx and without a theme."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, Page

from selfcheck import scripts
from tests.support.site import served
from tests.support.troubles import watched

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
    types = sorted(f"types/{each.name}" for each in (path.parent / "types").glob("*.js"))
    given = {"page.js": f' data-course="{escape(course)}"'}
    elements = "\n".join(
        f'<script src="{name}" defer{given.get(name, "")}></script>'
        for name in ("page.js", *types, "overview.js")
    )
    head = HEAD.format(title=path.stem, scripts=elements)
    path.write_text(f"{head}{quiz}\n</body>\n</html>\n", encoding="utf-8")


def scripts_beside(path: Path) -> None:
    """Put the shipped scripts beside *path*, where they are not yet."""
    folder = path.parent
    if not (folder / "page.js").exists():
        shutil.copytree(scripts.STATIC, folder, dirs_exist_ok=True)
        scripts.write(folder, "en")


@contextmanager
def scripts_alone(browser: Browser, folder: Path) -> Iterator[Page]:
    """Yield a page with the scripts and no quiz, made in *folder*: to call what they have.

    In the end nothing has complained.
    """
    bare_page(folder / "index.html", "")
    context = browser.new_context()
    troubles = watched(context)
    page = context.new_page()
    with served(folder) as address:
        page.goto(f"{address}/index.html")
        yield page
    context.close()
    assert not troubles

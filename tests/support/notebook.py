"""A page that plays JupyterLab for `widget.js`, without a kernel: see notebook.js."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.support.bare import scripts_beside

SCRIPT = Path(__file__).with_name("notebook.js")
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>notebook</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="selfcheck.css">
<script src="notebook.js"></script>
</head>
<body></body>
</html>
"""


def bare_notebook(path: Path) -> None:
    """Write an empty notebook at *path*, with the scripts beside it."""
    scripts_beside(path)
    path.with_name(SCRIPT.name).write_bytes(SCRIPT.read_bytes())
    path.write_text(PAGE, encoding="utf-8")


def run(page: Page, html: str, course: str = "bare", **traits: Any) -> int:
    """Run a cell that shows the quiz *html*; return the number of its widget."""
    given = {"html": html, "course": course, **traits}
    number: int = page.evaluate("traits => notebook.run(traits)", given)
    return number


def traits(page: Page, number: int = 0) -> dict[str, Any]:
    """Return what the kernel knows of a widget."""
    found: dict[str, Any] = page.evaluate("number => notebook.widgets[number].traits", number)
    return found

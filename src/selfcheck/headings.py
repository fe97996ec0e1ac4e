"""Headings of the course's notebooks and pages, and when one is the heading that somebody named."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from selfcheck import files, markdown
from selfcheck.finding import Finding
from selfcheck.questions import Bank, Objective
from selfcheck.source import Source

# Kinds of pages whose headings are read; Sphinx may have others.
READ = (".ipynb", ".md")
PAGES = (*READ, ".rst", ".txt")
# Folders that hold no pages of the course: what is built or installed, and what begins so.
SKIPPED = ("node_modules", "site-packages")
HIDDEN = (".", "_")
FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)
# What Sphinx writes for signs that are typed, and what an address has for a space.
ALIKE = str.maketrans(
    {
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{HORIZONTAL ELLIPSIS}": "...",
    }
)
BETWEEN = re.compile(r"[\s\-\N{EN DASH}\N{EM DASH}]+")


def words(heading: str) -> str:
    """Return what a reader sees of a *heading* in Markdown; of a formula it is the LaTeX."""
    said = (token.content for token in markdown.inline_tokens(heading) if not token.children)
    return " ".join("".join(said).split())


def alike(heading: str) -> str:
    """Return what two spellings of the same *heading* have in common, as in an address."""
    text = unicodedata.normalize("NFC", heading).translate(ALIKE)
    return BETWEEN.sub(" ", text).strip()


def check(source: Source, bank: Bank, folder: Path) -> Iterator[Finding]:
    """Yield the objectives of *bank* that name a notebook or a heading that is not there.

    folder: the course's own. One without any page says nothing: the pages are elsewhere.
    """
    pages = _pages(folder)
    for name, objective in bank.objectives.items():
        if not isinstance(objective, Objective) or not pages:
            continue
        where = ("objectives", name)
        named = [path for path in pages if _is_named(path, objective.notebook)]
        if not named:
            message = f"there is no notebook or page `{objective.notebook}` in the course's folder"
            message += "; write its name without .ipynb or .md"
            yield source.finding(message, *where, "notebook")
        elif all(path.suffix in READ for path in named):
            known = [heading for path in named for heading in _headings(path, files.stamp(path))]
            if alike(words(objective.heading)) not in map(alike, known):
                message = f"{named[0].name} has no heading {objective.heading!r}"
                yield source.finding(f"{message}{_there_are(known)}", *where, "heading")


def _there_are(known: list[str]) -> str:
    return f"; there are {', '.join(map(repr, known))}" if known else ", nor any other"


def _is_named(path: Path, notebook: str) -> bool:
    """Return whether *notebook* may stand for *path*: beside a quiz, or anywhere in the course."""
    parts = [part for part in notebook.split("/") if part != ".."]
    return list(path.with_suffix("").parts[-len(parts) :]) == parts


def _pages(folder: Path) -> list[Path]:
    found, waiting = [], [folder]
    while waiting:
        for path in sorted(waiting.pop().iterdir()):
            if path.name.startswith(HIDDEN) or path.name in SKIPPED:
                continue
            if path.is_dir() and not path.is_symlink():
                waiting.append(path)
            elif path.suffix in PAGES:
                found.append(path)
    return found


@lru_cache(maxsize=64)
def _headings(path: Path, _stamp: files.Stamp) -> list[str]:
    """Return what a reader sees of the headings of a page, in their order."""
    try:
        text = path.read_text(encoding="utf-8")
        sources = _cells(json.loads(text)) if path.suffix == ".ipynb" else [FRONT.sub("", text)]
    except ValueError:
        # Whoever builds the course hears of a file that cannot be read.
        return []
    return [words(heading) for source in sources for heading in markdown.headings(source)]


def _cells(notebook: Any) -> list[str]:
    cells = notebook.get("cells", []) if isinstance(notebook, dict) else []
    return ["".join(cell["source"]) for cell in cells if cell.get("cell_type") == "markdown"]

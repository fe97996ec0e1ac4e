"""Headings of the course's notebooks and pages, and when one is the heading that somebody named."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from selfcheck import files, markdown
from selfcheck.questions import Objective
from selfcheck.source import Where

# Kinds of pages whose headings are read; Sphinx may have others.
READ = (".ipynb", ".md")
PAGES = (*READ, ".rst", ".txt")
# Folders that hold no pages of the course: what is built or installed, and what begins so.
SKIPPED = ("node_modules", "site-packages")
HIDDEN = (".", "_")
# Files and folders that are looked at, at most.
MOST = 20_000
# A page that is larger, in bytes, is not read.
LARGEST = 20_000_000
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
NOTE = re.compile(r"\[\^[^\]\s]+\]")
# What MyST is told of the words behind it; and what brings headings that are not in the page.
ROLE = re.compile(r"\{[A-Za-z][\w:+.-]*\}(?=`)")
BRINGS = re.compile(r"^ *(?:`{3,}|~{3,}|:{3,}) *\{(?:include|eval-rst)\}", re.MULTILINE)
# Tags of a notebook's cell that is not on the page.
REMOVED = {"remove-cell", "remove_cell"}
BETWEEN = re.compile(r"[\s\-\N{EN DASH}\N{EM DASH}]+")


def words(heading: str) -> str:
    """Return what a reader sees of a *heading* in Markdown.

    Of a formula it is the LaTeX, and of a picture what is said of it; a footnote is none of it,
    nor the name of a role.
    """
    tokens = markdown.inline_tokens(ROLE.sub("", NOTE.sub("", heading)))
    said = (token.content for token in tokens if token.type != "inline")
    return " ".join("".join(said).split())


def alike(heading: str) -> str:
    """Return what two spellings of the same *heading* have in common, as in an address."""
    text = unicodedata.normalize("NFC", heading).translate(ALIKE)
    return BETWEEN.sub(" ", text).strip()


def check(objectives: Mapping[str, str | Objective], folder: Path) -> Iterator[tuple[str, Where]]:
    """Yield what *objectives* of a bank name that is not there: a notebook or a heading.

    Each is a message, and where it stands in the bank. folder: the course's own. One without any
    page says nothing: the pages are elsewhere.
    """
    sections = {name: each for name, each in objectives.items() if isinstance(each, Objective)}
    known_pages = pages(folder) if sections else []
    for name, objective in sections.items() if known_pages else ():
        where = ("objectives", name)
        named = [path for path in known_pages if is_named(path, objective.notebook)]
        if not named:
            message = f"there is no notebook or page `{objective.notebook}` in the course's folder"
            message += "; write its name without .ipynb or .md"
            yield message, (*where, "notebook")
            continue
        read = [_headings(path, files.stamp(path)) for path in named]
        # One that cannot be read may have it; whoever builds the course hears of that.
        if None not in read:
            known = [heading for headings in read for heading in headings or ()]
            if alike(words(objective.heading)) not in map(alike, known):
                message = f"{named[0].name} has no heading {objective.heading!r}"
                yield f"{message}{_there_are(known)}", (*where, "heading")


def _there_are(known: list[str]) -> str:
    return f"; there are {', '.join(map(repr, known))}" if known else ", nor any other"


def is_named(path: Path, notebook: str) -> bool:
    """Return whether *notebook* may stand for *path*: beside a quiz, or anywhere in the course."""
    parts = [part for part in notebook.split("/") if part != ".."]
    return list(path.with_suffix("").parts[-len(parts) :]) == parts


def pages(folder: Path) -> list[Path]:
    """Return the pages in *folder*; none where it holds so much that it is no course's own."""
    found, waiting, seen = [], [folder], 0
    while waiting:
        try:
            inside = sorted(waiting.pop().iterdir())
        except OSError:
            # A folder that may not be read holds nothing of the course.
            continue
        seen += len(inside)
        if seen > MOST:
            return []
        for path in inside:
            if path.name.startswith(HIDDEN) or path.name in SKIPPED:
                continue
            if path.is_dir() and not path.is_symlink():
                waiting.append(path)
            elif path.suffix in PAGES:
                found.append(path)
    return found


@lru_cache(maxsize=64)
def _headings(path: Path, _stamp: files.Stamp) -> list[str] | None:
    """Return what a reader sees of the headings of a page; None where it may have others."""
    if path.suffix not in READ or path.stat().st_size > LARGEST:
        return None
    try:
        text = path.read_text(encoding="utf-8-sig")
        sources = _cells(json.loads(text)) if path.suffix == ".ipynb" else [FRONT.sub("", text)]
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    if any(map(BRINGS.search, sources)):
        return None
    return [heading for source in sources for heading in of(source)]


def of(source: str) -> list[str]:
    """Return what a reader sees of the headings in *source*, Markdown."""
    return [words(heading) for heading in markdown.headings(source)]


def _cells(notebook: Any) -> list[str]:
    cells = notebook.get("cells", []) if isinstance(notebook, dict) else []
    written = [cell for cell in cells if isinstance(cell, dict)]
    return [
        "".join(each.get("source", ""))
        for each in written
        if each.get("cell_type") == "markdown" and not REMOVED & _tags(each)
    ]


def _tags(cell: dict[str, Any]) -> set[str]:
    metadata = cell.get("metadata")
    tags = metadata.get("tags") if isinstance(metadata, dict) else None
    return {each for each in tags if isinstance(each, str)} if isinstance(tags, list) else set()

"""The formats that are read: one table, one row each."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from selfcheck.imports.file import File
from selfcheck.imports.items import Read
from selfcheck.imports.target import Target

# Modules with `NAME`, `TITLE`, `fits` and `read`; the surest to be told comes first.
MODULES = ("moodle", "qti", "jupyterquiz", "mdbook_quiz", "mkdocs_quiz", "anki", "gift")


class Format(NamedTuple):
    """A format: its name for `--from`, its title, whether a file looks like it, and its reader."""

    name: str
    title: str
    fits: Callable[[File], bool]
    read: Callable[[File, Target], Read]


def table() -> dict[str, Format]:
    """Return all formats, by name."""
    found = {}
    for name in MODULES:
        module = import_module(f"selfcheck.imports.{name}")
        found[module.NAME] = Format(module.NAME, module.TITLE, module.fits, module.read)
    return found


def of(file: File) -> Format | None:
    """Return the format that *file* looks like; None where it looks like none."""
    return next((each for each in table().values() if each.fits(file)), None)

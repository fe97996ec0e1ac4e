"""Reads what a conf.py says of a course, without running it: Sphinx alone does that."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from selfcheck import files

NAME = "conf.py"


def load(path: Path, *names: str) -> dict[str, Any]:
    """Return the values that the file *path* gives to *names*, as far as they are literals.

    Only assignments at the top of the file count, and of several the last. A file that is no
    Python, or is not there, says nothing.
    """
    said = _read(path, files.stamp(path)) if path.is_file() else {}
    return {name: said[name] for name in names if name in said}


@lru_cache(maxsize=4)
def _read(path: Path, _stamp: files.Stamp) -> dict[str, Any]:
    try:
        # What Python warns of, Sphinx shows where it runs the file.
        with warnings.catch_warnings(action="ignore"):
            tree = ast.parse(path.read_bytes())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    found: dict[str, Any] = {}
    for name, value in _assigned(tree):
        # What is worked out is not known here, whatever the name held before.
        found.pop(name, None)
        with suppress(ValueError, TypeError, RecursionError, MemoryError):
            found[name] = ast.literal_eval(value)
    return found


def _assigned(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Yield the names that are assigned to, each with what it is given."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            yield from ((name, node.value) for target in node.targets for name in _names(target))
        elif isinstance(node, ast.AnnAssign) and node.value:
            yield from ((name, node.value) for name in _names(node.target))
        elif isinstance(node, ast.AugAssign):
            yield from ((name, node) for name in _names(node.target))


def _names(target: ast.expr) -> Iterator[str]:
    if isinstance(target, ast.Name):
        yield target.id

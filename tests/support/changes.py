"""What an author does to a question, given as data: each function returns such an edit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Data = dict[str, Any]
Edit = Callable[[Data], object]


def at(*path: str | int, to: object) -> Edit:
    """Return the edit that writes *to* at a path."""

    def edit(data: Data) -> None:
        *before, last = path
        found: Any = data
        for key in before:
            found = found[key]
        found[last] = to

    return edit


def swap(*path: str | int, one: int = 0, other: int = 1) -> Edit:
    """Return the edit that lets two entries of the list at a path change places."""

    def edit(data: Data) -> None:
        found: Any = data
        for key in path:
            found = found[key]
        found[one], found[other] = found[other], found[one]

    return edit


def add(*path: str | int, entry: object) -> Edit:
    """Return the edit that adds an entry to the list at a path."""

    def edit(data: Data) -> None:
        found: Any = data
        for key in path:
            found = found[key]
        found.append(entry)

    return edit


def drop(*path: str | int) -> Edit:
    """Return the edit that takes away what stands at a path."""

    def edit(data: Data) -> None:
        *before, last = path
        found: Any = data
        for key in before:
            found = found[key]
        del found[last]

    return edit


def several(*edits: Edit) -> Edit:
    """Return all *edits* as one."""
    return lambda data: [edit(data) for edit in edits]


def moved(group: int, item: int, to: int) -> Edit:
    """Return the edit that puts an item into another group."""
    return lambda data: data["categories"][to]["items"].append(
        data["categories"][group]["items"].pop(item)
    )

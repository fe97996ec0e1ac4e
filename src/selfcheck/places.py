"""Mappings and lists of a YAML file that know where their entries stand in it."""

from __future__ import annotations

from typing import Any


class Mapping(dict[str, Any]):
    """A mapping; `places` has line and column of each key, counted from 1.

    `lost` says, by key, what a comment may have taken of a text, and `typed` how a number is
    written that people would write otherwise.
    """

    __slots__ = ("lost", "places", "typed")

    def __init__(self) -> None:
        """Start empty."""
        self.places: dict[str | int, tuple[int, int]] = {}
        self.lost: dict[str | int, str] = {}
        self.typed: dict[str | int, str] = {}


class Sequence(list[Any]):
    """A list; `places` has line and column of each entry, and `lost` is as above, by index."""

    __slots__ = ("lost", "places")

    def __init__(self) -> None:
        """Start empty."""
        self.places: dict[str | int, tuple[int, int]] = {}
        self.lost: dict[str | int, str] = {}

"""Mappings and lists of a YAML file that know where their entries stand in it."""

from __future__ import annotations

from typing import Any


class Mapping(dict[str, Any]):
    """A mapping; `places` has line and column of each key, counted from 1.

    `cut` has the keys whose text a comment may have cut short.
    """

    __slots__ = ("cut", "places")

    def __init__(self) -> None:
        """Start empty."""
        self.places: dict[str | int, tuple[int, int]] = {}
        self.cut: set[str | int] = set()


class Sequence(list[Any]):
    """A list; `places` has line and column of each entry, and `cut` what may be cut, by index."""

    __slots__ = ("cut", "places")

    def __init__(self) -> None:
        """Start empty."""
        self.places: dict[str | int, tuple[int, int]] = {}
        self.cut: set[str | int] = set()

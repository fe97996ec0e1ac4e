"""Tells selfcheck which claims a question may name; `_config.yml` lists this module for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable


class Engine(Protocol):
    """What selfcheck hands to a plugin, as far as this one uses it."""

    def add_names(self, kind: str, read: Callable[[Path], tuple[set[str], Path]]) -> None:
        """Register what a question's field may name."""


def setup(engine: Engine) -> None:
    """Register the claims."""
    engine.add_names("claims", claims)


def claims(folder: Path) -> tuple[set[str], Path]:
    """Return the ids of all claims in the content *folder*, and the file that holds them.

    Only the ids are read: what else may be wrong with a claim is said where its card is made.
    """
    from ruamel.yaml import YAML

    path = folder / "evidence" / "claims.yaml"
    entries = YAML(typ="safe").load(path) if path.is_file() else None
    found = entries if isinstance(entries, list) else []
    return {str(entry["id"]) for entry in found if isinstance(entry, dict) and "id" in entry}, path

"""Tells selfcheck which claims a question may name; `_config.yml` lists this module for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from contentfiles import Node


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
    Raises `citations.ProblemsError` for a file that cannot be read.
    """
    import contentfiles
    from citations import ProblemsError

    path = folder / "evidence" / "claims.yaml"
    if not path.exists():
        return set(), path
    try:
        root = contentfiles.compose(contentfiles.text(path))
    except contentfiles.UnreadableError as error:
        line, column, message = error.problem
        raise ProblemsError([f"{path}:{line}:{column}: {message}"]) from None
    entries = root.value if isinstance(root, contentfiles.SequenceNode) else []
    return {name for entry in entries for name in _ids(entry)}, path


def _ids(entry: Node) -> Iterator[str]:
    from contentfiles import MappingNode, ScalarNode

    for key, value in entry.value if isinstance(entry, MappingNode) else ():
        if isinstance(key, ScalarNode) and key.value == "id" and isinstance(value, ScalarNode):
            yield value.value

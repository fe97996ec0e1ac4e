"""Tells selfcheck which claims a question may name, and what is wrong with the course's own files.

`_config.yml` lists this module for it.
"""

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

    def add_check(self, check: Callable[[Path], Iterator[str]]) -> None:
        """Register what else is to be checked."""


def setup(engine: Engine) -> None:
    """Register the claims, and the check of the files that selfcheck does not read."""
    engine.add_names("claims", claims)
    engine.add_check(problems)


def problems(folder: Path) -> Iterator[str]:
    """Yield what is wrong with claims, decisions, studies, terms and sources in *folder*.

    A file that is not there is one that the course does not have; but a bibliography must be there
    for those that name sources.
    """
    from citations import ProblemsError
    from stemcourse import evidence, glossary, regulation, studies

    for load, path in (
        (evidence.load, folder / "evidence" / "claims.yaml"),
        (regulation.load, folder / "evidence" / "regulation.yaml"),
        (studies.load, folder / "evidence" / "studies.yaml"),
        (glossary.load, folder / "glossary.yaml"),
    ):
        if path.exists():
            try:
                load(path)
            except ProblemsError as error:
                yield from error.problems


def claims(folder: Path) -> tuple[set[str], Path]:
    """Return the ids of all claims in the content *folder*, and the file that holds them.

    Only the ids are read; what else may be wrong with a claim says `problems`.
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

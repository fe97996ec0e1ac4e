"""What is noted of pages when Sphinx reads them: its environment has it from build to build."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

T = TypeVar("T")


class Notes(Generic[T]):
    """Notes of pages, one a page, in an attribute of Sphinx's environment."""

    def __init__(self, attribute: str) -> None:
        """Name the *attribute*, which nobody else has."""
        self._attribute = attribute

    def setup(self, app: Sphinx) -> None:
        """Drop what was noted of pages that are gone or read anew; take what processes noted."""
        app.connect("env-purge-doc", self._purge)
        app.connect("env-merge-info", self._merge)

    def of(self, env: BuildEnvironment) -> dict[str, T]:
        """Return what is noted, by the name of the page; to be changed in place."""
        if not hasattr(env, self._attribute):
            setattr(env, self._attribute, {})
        found: dict[str, T] = getattr(env, self._attribute)
        return found

    def _purge(self, _: Sphinx, env: BuildEnvironment, page: str) -> None:
        self.of(env).pop(page, None)

    def _merge(
        self, _: Sphinx, env: BuildEnvironment, pages: set[str], other: BuildEnvironment
    ) -> None:
        theirs = self.of(other)
        self.of(env).update({page: theirs[page] for page in pages if page in theirs})

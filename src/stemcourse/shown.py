"""What a notebook shows as HTML, and as a line of text where no HTML can be."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any


class Shown(ABC):
    """The last value of a notebook cell: the notebook shows it."""

    @property
    @abstractmethod
    def html(self) -> str:
        """What a reader sees."""

    @abstractmethod
    def __repr__(self) -> str:
        """Return the line of text."""

    def _repr_html_(self) -> str:
        return self.html

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": repr(self)}

"""What a format needs and is not installed."""

from __future__ import annotations


class MissingError(Exception):
    """A package that is not installed; the text says how to."""

"""Identifiers of QTI: ours, with a low line before a digit, since none may begin with one."""

from __future__ import annotations


def identifier(*parts: str) -> str:
    """Return the identifier of what is called *parts*, from the outside to the inside."""
    name = ".".join(part.replace("/", ".") for part in parts)
    return f"_{name}" if name[:1].isdigit() else name

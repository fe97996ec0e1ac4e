"""What an answer of Moodle is worth."""

from __future__ import annotations

from selfcheck.imports.xml import Element


def share(answer: Element) -> float:
    """Return what of the whole score an answer is worth; Moodle writes per cent."""
    said = answer.get("fraction") or answer.said("fraction") or "0"
    try:
        found = float(said.replace(",", ".").rstrip("% "))
    except ValueError:
        return 0
    return round(found / 100, 6) if abs(found) <= 1000 else 0

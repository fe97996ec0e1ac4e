"""Questions for other systems: one format a module, and what they share.

docs/export.md says what goes along, format by format.
"""

from __future__ import annotations

from selfcheck.export.formats import FORMATS, Format

__all__ = ["FORMATS", "Format"]

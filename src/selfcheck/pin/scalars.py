"""How ids and texts are written, so that YAML reads them as they are meant."""

from __future__ import annotations

import re
from functools import lru_cache

from selfcheck.pin.tree import read

BREAK = re.compile(r"\r\n|\n|\r")
# Ids that YAML 1.1 or 1.2 would not read as text.
NOT_TEXT = re.compile(
    r"null|true|false|yes|no|on|off|y|n|\d+(e-?\d+)?|0x[\da-f]+|0o[0-7]+|0b[01]+"
    r"|\d{4}-\d\d?-\d\d?"
)


def identifier(name: str) -> str:
    """Return the id *name* as it is written, in quotes where it must be."""
    return f'"{name}"' if NOT_TEXT.fullmatch(name) else name


def in_braces(plain: str) -> str:
    """Return a text that stands without quotes as it must stand inside braces."""
    if _same_in_braces(plain):
        return plain
    if '"' in plain or "\\" in plain:
        return "'" + plain.replace("'", "''") + "'"
    return f'"{plain}"'


def moved(raw: str, by: int) -> str:
    """Return *raw* with its lines after the first moved to the right; empty ones stay empty."""
    return re.sub(rf"({BREAK.pattern})(?=[^\r\n])", lambda found: found[0] + " " * by, raw)


@lru_cache(maxsize=4096)
def _same_in_braces(plain: str) -> bool:
    from ruamel.yaml.error import MarkedYAMLError

    try:
        node = read(f"{{text: {plain}}}")
    except MarkedYAMLError:
        return False
    return node is not None and [value.value for _, value in node.entries] == [plain]

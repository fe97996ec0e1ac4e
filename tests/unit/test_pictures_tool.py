"""The pictures in README are those that the tool takes, and each says what it shows."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_readme_shows_what_the_tool_takes() -> None:
    shown = re.findall(
        r"!\[([^\]]+)\]\((docs/pictures/[^)]+)\)", (ROOT / "README.md").read_text("utf-8")
    )
    taken = re.findall(
        r'folder / "([a-z-]+\.png)"', (ROOT / "tools" / "pictures.py").read_text("utf-8")
    )
    assert sorted(path for _, path in shown) == sorted(f"docs/pictures/{name}" for name in taken)
    assert all(len(words) > 20 and (ROOT / path).is_file() for words, path in shown)

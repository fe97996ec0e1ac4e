"""How large a text may be: some Markdown takes a time that grows with the square of its length.

The numbers leave ten times what a question needs, and keep each text under a second.
"""

from __future__ import annotations

from collections.abc import Iterator

LONGEST = 5_000
LINES = 400
# Each is looked up, and looked for, again and again.
DEFINITIONS = 50
BRACKETS = 500
# A row may leave out cells, which are made all the same.
CELLS = 3_000


def exceeded(text: str) -> Iterator[str]:
    """Yield what of *text* is too much to be read."""
    if len(text) > LONGEST:
        yield f"the text has {len(text):,} characters, and {LONGEST:,} is the most; make two of it"
        return
    if text.count("]:") > DEFINITIONS:
        yield f"`]:` stands in it more than {DEFINITIONS} times; give links as [text](address)"
    if text.count("[") > BRACKETS:
        yield f"`[` stands in it more than {BRACKETS} times; make several texts of it"
    lines = text.splitlines()
    if len(lines) > LINES:
        yield f"the text has {len(lines)} lines, and {LINES} is the most; make two of it"
    widest = max((line.count("|") for line in lines), default=0)
    # What is no table may have many `|` in one line, or a few in many lines.
    if len(lines) > 1 and widest * len(lines) > CELLS:
        yield f"a table with more than {CELLS} cells is too large; leave out rows or columns"

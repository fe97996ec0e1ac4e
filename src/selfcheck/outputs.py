"""Finds cells of a saved notebook that ask for a quiz and show none."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from selfcheck import saved

# What IPython understands and Python does not.
_MAGIC = re.compile(r"^[ \t]*[%!].*$", re.M)
# An author who takes an output off the page wants none there.
_TAKEN_OFF = {"remove-output", "remove_output", "remove-cell", "remove_cell"}


def without_quiz(notebook: str) -> Iterator[str]:
    """Yield what is wrong with each cell of *notebook*, its JSON, that lacks its quiz."""
    cells = json.loads(notebook).get("cells", ())
    code = [cell for cell in cells if cell.get("cell_type") == "code"]
    for number, cell in enumerate(code, start=1):
        if _TAKEN_OFF.intersection(cell.get("metadata", {}).get("tags", ())):
            continue
        outputs = cell.get("outputs", ())
        if not _asks("".join(cell["source"])) or any(map(_is_quiz, outputs)):
            continue
        errors = [each for each in outputs if each.get("output_type") == "error"]
        shows = (
            f"shows an error, {errors[0].get('ename')}: {errors[0].get('evalue')}"
            if errors
            else "shows no quiz"
        )
        yield (
            f"code cell {number} calls `quiz`, and its saved output {shows}; run the notebook and "
            "save it"
        )


def _asks(source: str) -> bool:
    """Return whether a cell shows what `quiz` returns."""
    # Another language, as %%bash has it.
    if source.lstrip().startswith("%%"):
        return False
    try:
        tree = ast.parse(_MAGIC.sub("", source))
    except SyntaxError:
        return False
    shown = (node for node in ast.walk(tree) if isinstance(node, ast.Expr))
    calls = (call for node in shown for call in ast.walk(node) if isinstance(call, ast.Call))
    return any(_name(call.func) == "quiz" for call in calls)


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def _is_quiz(output: Mapping[str, Any]) -> bool:
    html = "".join(output.get("data", {}).get("text/html", ""))
    return saved.needs(html) is not None

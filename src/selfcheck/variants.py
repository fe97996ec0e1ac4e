"""Numeric questions that can be asked again with other numbers."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from selfcheck import course
from selfcheck.questions import Numeric

# `[[name]]` in a text stands for what a column or a gap of that name holds.
PLACE = re.compile(r"\[\[([a-z0-9]+(?:-[a-z0-9]+)*)\]\]")


def made(function: str, folder: Path) -> Any:
    """Return what the Python function `package.module:name` returns.

    The module is one that is installed, or stands in *folder*, the course's own. Raises
    `LookupError` when there is no such function, and `ValueError` when it fails, or when what it
    returns is no plain data.
    """
    if not re.fullmatch(r"\w+(\.\w+)*:\w+", function):
        raise LookupError(f"`{function}` is neither rows nor a function; write `module:function`")
    module, _, name = function.partition(":")
    try:
        with course.modules(folder):
            return _plain(getattr(importlib.import_module(module), name))
    except (ImportError, AttributeError) as error:
        raise LookupError(f"there is no Python function `{function}`: {error}") from None
    # It is somebody's code: whatever it does, its author is to hear where it is called.
    except (Exception, SystemExit) as error:
        raise ValueError(f"`{function}` fails: {type(error).__name__}: {error}") from error


def source(function: str) -> Path | None:
    """Return the file of a function's module, when it has been read and has one."""
    module = sys.modules.get(function.partition(":")[0])
    file = getattr(module, "__file__", None)
    return Path(file) if file else None


def _plain(rows: Callable[[], Any]) -> Any:
    try:
        made = rows()
    except (ImportError, AttributeError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error
    return msgspec.json.decode(msgspec.json.encode(made))


def concrete(question: Numeric) -> list[Numeric]:
    """Return a question without variants for each row of *question*, in their order.

    Raises `LookupError` for a column that is not there, and `ValueError` for one that should
    hold numbers and does not.
    """
    rows = question.variants
    if not rows:
        return [_replace(question, {})]
    if isinstance(rows, str):
        raise ValueError(f"`{rows}` has not been called yet")
    return [_replace(question, row) for row in rows]


def _replace(question: Numeric, row: Mapping[str, float | str]) -> Numeric:
    return msgspec.structs.replace(
        question,
        answer=_number(question.answer, row),
        wrong=[
            msgspec.structs.replace(wrong, near=_number(wrong.near, row))
            for wrong in question.wrong
        ],
        variants=[],
    )


def _number(value: float | str, row: Mapping[str, float | str]) -> float:
    if not isinstance(value, str):
        return float(value)
    if value not in row:
        raise LookupError(f"no column of `variants` is called `{value}`")
    found = row[value]
    if isinstance(found, str):
        raise ValueError(f"the column `{value}` must hold numbers, and has {found!r}")
    return float(found)

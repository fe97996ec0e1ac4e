"""Calls the Python functions that a bank names."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from selfcheck import course


def called(function: str, folder: Path) -> Any:
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


def _plain(function: Callable[[], Any]) -> Any:
    try:
        made = function()
    except (ImportError, AttributeError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error
    return msgspec.json.decode(msgspec.json.encode(made))

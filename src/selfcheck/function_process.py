"""Calls one function and writes what it returns: `selfcheck.functions` runs this file.

It runs as a program and imports nothing of selfcheck, whose folder it does not look into.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any


def main() -> None:
    """Do what stands in standard input; write what came of it into the file that it names."""
    asked = json.loads(sys.stdin.buffer.read())
    sys.path[:] = asked["path"]
    found = called(asked["module"], asked["name"])
    Path(asked["result"]).write_bytes(found)


def called(module: str, name: str) -> bytes:
    """Return, as JSON, what the function *name* of *module* returns, or what is wrong with it."""
    import msgspec

    try:
        read = importlib.import_module(module)
        function = getattr(read, name)
    except (ImportError, AttributeError) as error:
        return _said(missing=str(error))
    # It is somebody's code: whatever it does, its author is to hear where it is called.
    except BaseException as error:
        return _said(fails=_named(error))
    own = getattr(function, "__module__", None)
    if callable(function) and own != module:
        return _said(missing=f"what has this name is of `{own}`; write a function of `{module}`")
    try:
        returned = msgspec.json.encode(function())
    except (ImportError, AttributeError) as error:
        return _said(fails=f"ValueError: {_named(error)}")
    except BaseException as error:
        return _said(fails=_named(error))
    return b'{"file":%s,"returned":%s}' % (json.dumps(_file(read)).encode(), returned)


def _said(**words: str) -> bytes:
    return json.dumps(words).encode()


def _named(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


def _file(module: Any) -> str | None:
    file = getattr(module, "__file__", None)
    return file if isinstance(file, str) else None


if __name__ == "__main__":
    main()

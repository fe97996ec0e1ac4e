"""Calls the Python functions that a bank names, of modules that its course names.

Each is called in a process of its own, which can be ended wherever this one runs: in a thread, in
a notebook's kernel, on any system.
"""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import tempfile
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from selfcheck import course, files

if TYPE_CHECKING:
    import subprocess

# For the import of its module and the call, in seconds.
LONGEST = 5
MOST_BYTES = 1_000_000
PROGRAM = Path(__file__).with_name("function_process.py")


class _Called(NamedTuple):
    returned: Any
    file: Path | None
    stamp: files.Stamp


_known: dict[tuple[str, Path], _Called] = {}


def called(function: str, folder: Path, modules: Collection[str]) -> Any:
    """Return what the Python function `package.module:name` returns.

    modules: those that may be asked; each is one that is installed, or stands in *folder*, the
    course's own. It is called again when its module's file has changed. Raises `LookupError` when
    there is no such function, or when it may not be called, and `ValueError` when it fails, takes
    longer than five seconds, or returns what is no plain data.
    """
    if not re.fullmatch(r"[^\W\d]\w*(\.[^\W\d]\w*)*:[^\W\d]\w*", function):
        raise LookupError(f"`{function}` is neither rows nor a function; write `module:function`")
    module = function.partition(":")[0]
    if module not in modules:
        raise LookupError(
            f"`{function}` is not called, since the course does not name its module; add "
            f"`{module}` to `{course.FUNCTIONS}` in {course.CONFIG} if banks may call what is in "
            "it, or write the rows here"
        )
    key = function, folder
    known = _known.get(key)
    if known is None or known.stamp != _stamp(known.file):
        known = _known[key] = _call(function, folder)
    return known.returned


def source(function: str, folder: Path) -> Path | None:
    """Return the file of a function's module, when it has been called and has one."""
    known = _known.get((function, folder))
    return known.file if known else None


def _stamp(file: Path | None) -> files.Stamp:
    return files.stamp(file) if file else ()


def _call(function: str, folder: Path) -> _Called:
    module, _, name = function.partition(":")
    with tempfile.TemporaryDirectory(prefix="selfcheck-") as room:
        result = Path(room) / "result.json"
        asked = {
            "path": [*sys.path, str(folder)],
            "module": module,
            "name": name,
            "result": str(result),
        }
        code = _run(function, json.dumps(asked))
        if not result.is_file():
            raise ValueError(f"`{function}` ends Python (with {code}); let it return its rows")
        if result.stat().st_size > MOST_BYTES:
            raise ValueError(f"`{function}` returns more than 1 MB; let it return fewer rows")
        said = json.loads(result.read_bytes())
    if "missing" in said:
        raise LookupError(
            f"there is no Python function `{function}`: {said['missing']}; mend its name"
        )
    if "fails" in said:
        raise ValueError(f"`{function}` fails: {said['fails']}; mend it, or write its rows here")
    file = Path(said["file"]) if said["file"] else None
    return _Called(said["returned"], file, _stamp(file))


def _run(function: str, asked: str) -> int:
    """Let a process of its own call the *function*; return how it ended."""
    if sys.platform == "emscripten":
        raise ValueError(
            f"`{function}` is not called: functions do not run in the browser; write its rows here"
        )
    # Most banks call none.
    import subprocess

    command = [sys.executable, "-P", str(PROGRAM)]
    try:
        # In a session of its own, so that all that it starts can be ended with it.
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        why = "no process can be started here"
        raise ValueError(f"`{function}` cannot be called: {why} ({error})") from None
    try:
        process.communicate(asked, timeout=LONGEST)
    except subprocess.TimeoutExpired:
        _end(process)
        message = f"`{function}` takes longer than {LONGEST} seconds; make it quicker"
        raise ValueError(f"{message}, or write its rows here") from None
    except BaseException:
        # Somebody has interrupted this one, which the other has not heard of.
        _end(process)
        raise
    return process.returncode


def _end(process: subprocess.Popen[str]) -> None:
    """End *process* and, where the system can, all that it has started."""
    if killpg := getattr(os, "killpg", None):
        with suppress(ProcessLookupError, PermissionError):
            killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()

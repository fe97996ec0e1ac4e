"""Who keeps the answers of a kernel's notebooks: the kernel, or the browser that shows them."""

from __future__ import annotations

import os
import sys

VARIABLE = "SELFCHECK_LOG"
# In the user's log, a file of the machine where the kernel runs.
KERNEL = "kernel"
# Where the pages of a site keep theirs.
BROWSER = "browser"


def keeper() -> str:
    """Return what `$SELFCHECK_LOG` says, and `kernel` where it says nothing.

    A kernel that runs in a browser, as in JupyterLite, has no disk that outlives it: there it is
    always the browser. Raises `ValueError` for a value that is neither.
    """
    if sys.platform == "emscripten":
        return BROWSER
    named = os.environ.get(VARIABLE) or KERNEL
    if named not in (KERNEL, BROWSER):
        raise ValueError(f"{VARIABLE} is {named!r}; it must be `{KERNEL}` or `{BROWSER}`")
    return named

"""Where the log is."""

from __future__ import annotations

import os
from pathlib import Path

from selfcheck.log.trouble import NO_FOLDER, TroubleError

VARIABLE = "SELFCHECK_HOME"
NAME = "log.sqlite3"
JOURNAL = f"{NAME}-journal"
LOCK = "log.lock"
# A file in the making, which takes the name of the log when it is whole.
NEW = "log-new.sqlite3"
ASIDE = "log-damaged-"


def home() -> Path:
    """Return the folder of the log: `$SELFCHECK_HOME`, or the user's data folder.

    A relative one is taken from the home folder: each kernel works in the folder of its notebook.
    Raises `TroubleError` where no home folder is known.
    """
    named = os.environ.get(VARIABLE)
    try:
        if named:
            path = Path(named).expanduser()
            return path if path.is_absolute() else Path.home() / path
        from platformdirs import user_data_path

        path = user_data_path("selfcheck", appauthor=False)
    except RuntimeError as error:
        raise TroubleError(NO_FOLDER, Path(named or "selfcheck"), error) from error
    if not path.is_absolute():
        # So older versions of platformdirs say it.
        raise TroubleError(NO_FOLDER, path)
    return path


def set_aside(folder: Path) -> list[Path]:
    """Return the damaged files that were set aside in *folder*, and their journals."""
    return sorted(folder.glob(f"{ASIDE}*.sqlite3*"))


def in_the_making(folder: Path) -> list[Path]:
    """Return what is left in *folder* of a log that was never finished, and its journal."""
    return sorted(folder.glob(f"{NEW}*"))

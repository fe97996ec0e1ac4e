"""Where the log is."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "SELFCHECK_HOME"
NAME = "log.sqlite3"
JOURNAL = f"{NAME}-journal"
LOCK = "log.lock"
# A file in the making, which takes the name of the log when it is whole.
NEW = "log-new.sqlite3"
ASIDE = "log-damaged-"


def home() -> Path:
    """Return the folder of the log: `$SELFCHECK_HOME`, or the user's data folder."""
    if named := os.environ.get(VARIABLE):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("selfcheck", appauthor=False)


def set_aside(folder: Path) -> list[Path]:
    """Return the damaged files that were set aside in *folder*, and their journals."""
    return sorted(folder.glob(f"{ASIDE}*.sqlite3*"))


def in_the_making(folder: Path) -> list[Path]:
    """Return what is left in *folder* of a log that was never finished, and its journal."""
    return sorted(folder.glob(f"{NEW}*"))

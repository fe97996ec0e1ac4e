"""Finds Firefox and WebKit for the tests of quizzes, and installs them where the system lets us.

`python -m tools.browsers` says of each whether it is there. Chromium must be: see tools/chromium.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tools import chromium

NAMES = ("firefox-esr", "firefox")
LIBRARIES = Path("/usr/lib")


class WebKit(NamedTuple):
    """The programs that WebKitGTK is driven with; it has no mode without a screen."""

    driver: str
    browser: str
    screen: str


def firefox() -> str | None:
    """Return the path of a Firefox: `$FIREFOX`, or the system's."""
    named = os.environ.get("FIREFOX")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


def webkit() -> WebKit | None:
    """Return the programs of the system's WebKitGTK, when all are there."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    # The newest first; 4.1 is GTK 3 and 6.0 is GTK 4.
    browsers = sorted(LIBRARIES.glob("*/webkit*gtk-*/MiniBrowser"), reverse=True)
    if not (driver and screen and browsers):
        return None
    return WebKit(driver, str(browsers[0]), screen)


class Wanted(NamedTuple):
    """A browser that the tests can do without."""

    find: Callable[[], object]
    packages: tuple[str, ...]


OTHERS = {
    "firefox": Wanted(firefox, ("firefox-esr",)),
    "webkit": Wanted(webkit, ("webkit2gtk-driver", "xvfb")),
}


def missing(name: str) -> str:
    """Return what to say of a browser that is not here."""
    packages = " ".join(OTHERS[name].packages)
    return f"no {name} here; on Debian, `apt-get install {packages}` brings it"


def main() -> int:
    """Make sure that Chromium is there and, where we may, the others; return the exit status."""
    status = chromium.main()
    for name, wanted in OTHERS.items():
        if wanted.find() is None and chromium.may_install():
            print(f"Installing {name} …", flush=True)
            try:
                chromium.install_packages(*wanted.packages)
            except subprocess.CalledProcessError as error:
                print(f"That failed ({error}).", file=sys.stderr)
        found = wanted.find()
        print(f"{name}: {missing(name) + '; its tests are skipped' if found is None else 'here'}")
    return status


if __name__ == "__main__":
    sys.exit(main())

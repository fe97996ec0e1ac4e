"""Finds a Chromium for the browser tests, and installs one when there is none.

`python -m tools.chromium` makes sure that there is one; `find()` says where.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

# The first has no windows, nor what belongs to them, and is quicker.
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# What Playwright turns off by itself: Chromium takes the last list alone, which is ours.
PLAYWRIGHTS = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "DialMediaRouteProvider",
    "GlobalMediaControls",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "BlockOriginHeaderModificationOnRedirect",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "Translate",
    "AutoDeElevate",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "msForceBrowserSignIn",
    "msEdgeUpdateLaunchServicesPreferredVersion",
)
# In each window Chromium would make two pages of its own, to suggest addresses in a bar that a
# browser without a screen does not show: that takes longer than a page of ours.
SUGGESTIONS = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup")
# No talk with the browser maker's hosts while it is tested; no sandbox, which needs rights
# that a container does not give.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join((*PLAYWRIGHTS, *SUGGESTIONS))}",
)


def find() -> str | None:
    """Return the path of a Chromium: `$CHROMIUM`, the system's, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    for name in NAMES:
        path = shutil.which(name)
        if path:
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def install() -> None:
    """Install a Chromium: Debian's package where we may, Playwright's download elsewhere."""
    if may_install():
        try:
            install_packages(SHELL)
        except subprocess.CalledProcessError:
            # Not every Debian has it.
            install_packages("chromium")
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def may_install() -> bool:
    """Return whether this is Debian, and we are root."""
    try:
        debian = platform.freedesktop_os_release().get("ID") == "debian"
    except OSError:
        return False
    return debian and os.geteuid() == 0


def install_packages(*names: str) -> None:
    """Install packages of Debian's."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *names]):
        subprocess.run(["apt-get", "-qq", *command], check=True, env=environment)


def main() -> int:
    """Make sure that there is a Chromium; return the exit status."""
    path = find()
    if path is None:
        print("No Chromium here; installing one …", flush=True)
        try:
            install()
        except subprocess.CalledProcessError as error:
            print(f"That failed ({error}).", file=sys.stderr)
        path = find()
    if path is None:
        print(
            "The browser tests need Chromium: install it, or name its program in CHROMIUM.",
            file=sys.stderr,
        )
        return 1
    print(f"Chromium: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

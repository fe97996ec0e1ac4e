"""Puts JupyterLab for the browser into the built site: `make lite`."""

from __future__ import annotations

import shutil
import sys
import time

from tools.lite.build import LiteError, build
from tools.lite.paths import MADE, NAME, SITE


def main() -> int:
    """Make it and put it into the site; return the exit status."""
    if not (SITE / "index.html").is_file():
        print("There is no built site; run `make book` first.", file=sys.stderr)
        return 1
    started = time.perf_counter()
    try:
        build(lambda what: print(f"{what} …", flush=True))
    except (LiteError, LookupError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    target = SITE / NAME
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(MADE, target)
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file()) / 1e6
    took = time.perf_counter() - started
    print(f"JupyterLab for the browser is in {target} ({size:.0f} MB, made in {took:.0f} s).")
    return 0


if __name__ == "__main__":
    sys.exit(main())

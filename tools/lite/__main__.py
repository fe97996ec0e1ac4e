"""Puts JupyterLab for the browser into the folder of the site: `make lite`.

`--again` does so only where it has been put before, for `make book`. Where `_config.yml` switches
it off, it is taken away.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from typing import Any

from ruamel.yaml import YAML

from stemcourse.site.lite import FOLDER, SWITCH
from tools.lite import stale
from tools.lite.build import LiteError, build
from tools.lite.paths import MADE, PYTHON, ROOT, SITE


def main(words: list[str]) -> int:
    """Make it and put it into the site; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.lite")
    parser.add_argument("--again", action="store_true", help="only where it has been put before")
    parser.add_argument("--is-on", action="store_true", help="only say by the status if it is on")
    options = parser.parse_args(words)
    target = SITE / FOLDER
    if options.is_on:
        return int(not is_on())
    if not is_on():
        shutil.rmtree(target, ignore_errors=True)
        return 0
    if options.again and not target.is_dir():
        return 0
    try:
        if not stale.is_fresh():
            _make()
    except (LiteError, LookupError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    except (OSError, subprocess.CalledProcessError) as error:
        said = "JupyterLab for the browser could not be made"
        print(f"{said}: {error}. Is there a network? Run `make lite` again.", file=sys.stderr)
        return 1
    # Whole, or not at all: whoever interrupts this has the site as it was.
    new = SITE / f".{FOLDER}"
    shutil.rmtree(new, ignore_errors=True)
    shutil.copytree(MADE, new)
    shutil.rmtree(target, ignore_errors=True)
    new.replace(target)
    return 0


def is_on() -> bool:
    """Return whether `_config.yml` wants JupyterLab in the site."""
    read = YAML(typ="safe", pure=True).load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    config: dict[str, Any] = read["sphinx"]["config"]
    return bool(config.get(SWITCH))


def _make() -> None:
    if not PYTHON.exists():
        raise LiteError("what makes JupyterLab for the browser is not installed; run `make lite`")
    started = time.perf_counter()
    stale.forget()
    # What is changed meanwhile may not be in it.
    of = stale.digest()
    build(lambda what: print(f"{what} …", flush=True))
    stale.remember(of)
    size = sum(path.stat().st_size for path in MADE.rglob("*") if path.is_file()) / 1e6
    took = time.perf_counter() - started
    print(f"JupyterLab for the browser is made ({size:.0f} MB, {took:.0f} s).")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

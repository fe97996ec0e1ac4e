"""Writes the built site as a folder and as a zip, for any static host: `make publish`.

The zip depends on the site alone: the same site gives the same bytes. With it goes the site's
Content-Security-Policy, in the file that some hosts read; `--policy-in-pages` is for the others.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import zipfile
from pathlib import Path

from tools import policy

ROOT = Path(__file__).parents[1]
SITE = ROOT / "_build" / "html"
# What Sphinx keeps for itself.
OWN = {".buildinfo", "objects.inv"}
THE_PAST = (1980, 1, 1, 0, 0, 0)


def publish(site: Path, folder: Path, *, policy_in_pages: bool = False) -> Path:
    """Copy *site* to *folder* and beside it to a zip of the same name; return the zip's path."""
    said = policy.policy(site)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site, folder, ignore=lambda _, names: OWN.intersection(names))
    # GitHub Pages would leave out the folders that begin with an underscore.
    (folder / ".nojekyll").touch()
    (folder / "_headers").write_text(policy.headers(site), encoding="utf-8")
    if policy_in_pages:
        policy.into_pages(folder, said)
    target = folder.with_suffix(".zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), THE_PAST)
                entry.external_attr = 0o644 << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes())
    return target


def main() -> int:
    """Publish the built site; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.publish")
    parser.add_argument(
        "--policy-in-pages",
        action="store_true",
        help="put the Content-Security-Policy into each page, for a host that sends no headers",
    )
    options = parser.parse_args()
    if not (SITE / "index.html").is_file():
        print("There is no built site; run `make book` first.", file=sys.stderr)
        return 1
    folder = ROOT / "_build" / "site"
    target = publish(SITE, folder, policy_in_pages=options.policy_in_pages)
    size = target.stat().st_size / 1e6
    print(f"The site is in {folder.relative_to(ROOT)} and in {target.relative_to(ROOT)}", end=" ")
    print(f"({size:.1f} MB): put either on any web server, under any path.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

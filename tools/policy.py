"""Says which Content-Security-Policy the built site needs: `python -m tools.policy`.

Whatever is not the site's own is then refused by the browser, and so is a script in a page, but
for those that the theme puts there, which the policy names by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from stemcourse.site.lite import FOLDER

ROOT = Path(__file__).parents[1]
SITE = ROOT / "_build" / "html"
HEADER = "Content-Security-Policy"

# JupyterLab's own pages have scripts, its schemas and charts make functions of texts, widgets load
# modules from memory, and Python is a program of WebAssembly; but nothing comes from elsewhere.
OF_LITE = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "worker-src 'self' blob:; connect-src 'self' blob: data:; img-src 'self' data: blob:; "
    "font-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'self'"
)

_INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.S)
# One with an address is no inline script, and data does not run.
_NO_SCRIPT = re.compile(r"\ssrc=|\stype=[\"']application/(?:ld\+)?json[\"']")
_START = re.compile(r"<head>|<meta charset=[\"']utf-8[\"']\s*/?>", re.I)


def pages(site: Path) -> Iterator[Path]:
    """Yield the pages of *site* itself; JupyterLab for the browser has a policy of its own."""
    lite = site / FOLDER
    yield from (each for each in sorted(site.rglob("*.html")) if lite not in each.parents)


def inline_scripts(site: Path) -> set[str]:
    """Return the scripts that stand in the pages of *site*."""
    return {
        found["text"]
        for page in pages(site)
        for found in _INLINE.finditer(page.read_text(encoding="utf-8"))
        if not _NO_SCRIPT.search(found["attributes"])
    }


def policy(site: Path) -> str:
    """Return the policy under which all of *site* works, and nothing else."""
    hashes = sorted(f" 'sha256-{_hash(text)}'" for text in inline_scripts(site))
    parts = (
        "default-src 'self'",
        f"script-src 'self'{''.join(hashes)}",
        # An icon of the theme and pictures in questions are data; charts and quizzes bring styles.
        "img-src 'self' data:",
        "style-src 'self' 'unsafe-inline'",
        "base-uri 'none'",
        "form-action 'self'",
    )
    return "; ".join(parts)


def headers(site: Path) -> str:
    """Return what Netlify and Cloudflare Pages read, in a file `_headers` of *site*.

    Both send for a file the headers of all rules that fit, and a browser obeys them all: so with
    JupyterLab in the site there is a rule for each folder, and none for the whole.
    """
    said = policy(site)
    if not (site / FOLDER).is_dir():
        return f"/*\n  {HEADER}: {said}\n"
    others = sorted(each for each in site.iterdir() if each.name != FOLDER and each.name[0] != ".")
    places = ["/", *(f"/{each.name}{'/*' if each.is_dir() else ''}" for each in others)]
    rules = [(place, said) for place in places] + [(f"/{FOLDER}/*", OF_LITE)]
    return "".join(f"{place}\n  {HEADER}: {text}\n" for place, text in rules)


def into_pages(site: Path, said: str) -> None:
    """Put the policy *said* into each page of *site*, for a host that sends no header of ours."""
    element = f'<meta http-equiv="{HEADER}" content="{said}">'
    for page in pages(site):
        text = page.read_text(encoding="utf-8")
        places = list(_START.finditer(text))
        if not places:
            raise ValueError(f"{page} has no head")
        # Before all that it governs, and after the charset, which must stand near the beginning.
        end = places[-1].end()
        page.write_text(f"{text[:end]}{element}{text[end:]}", encoding="utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def main() -> int:
    """Print the header of the built site; return the exit status."""
    if not (SITE / "index.html").is_file():
        print("There is no built site; run `make book` first.", file=sys.stderr)
        return 1
    print(f"{HEADER}: {policy(SITE)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What Lighthouse says of the pages."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.support.site import pages as site_pages
from tests.support.site import served
from tools import chromium
from tools.bench.browser import SITE
from tools.bench.row import Row


def lighthouse() -> Iterator[Row]:
    """Let Lighthouse judge every page as a phone, where Node is present."""
    what = "Lighthouse mobile, lowest of all pages"
    budgets = {"Performance": 98}
    if not shutil.which("npx"):
        yield Row(what, None, 98, "points", "(needs Node)", at_least=True)
        return
    lowest: dict[str, tuple[float, str]] = {}
    with served(SITE) as address, tempfile.TemporaryDirectory() as folder:
        for name in site_pages(SITE):
            report = Path(folder) / "report.json"
            done = subprocess.run(
                [
                    *("npx", "--yes", "lighthouse@12", f"{address}/{name}", "--quiet"),
                    *("--output=json", f"--output-path={report}"),
                    f"--chrome-flags=--headless=new {' '.join(chromium.ARGUMENTS)}",
                ],
                capture_output=True,
                text=True,
                env={**os.environ, "CHROME_PATH": chromium.find() or ""},
            )
            if done.returncode:
                why = " ".join(done.stderr.split())[-80:]
                yield Row(what, None, 98, "points", f"({why})", at_least=True)
                return
            for category in json.loads(report.read_text("utf-8"))["categories"].values():
                score = (category["score"] * 100, name)
                lowest[category["title"]] = min(lowest.get(category["title"], score), score)
    for title, (points, where) in lowest.items():
        budget = budgets.get(title, 100)
        yield Row(f"{what}: {title}", points, budget, "points", f"({where})", at_least=True)

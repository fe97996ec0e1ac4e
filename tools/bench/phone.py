"""How long pages hold up a slow phone while they come alive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.support.site import pages as site_pages
from tests.support.site import served
from tools.bench.browser import SITE, TIMES, opened
from tools.bench.row import Row
from tools.blocking import LONG, SLOWDOWN, blocking


def slow_phone() -> Iterator[Row]:
    """Let each page with a quiz open on a slow phone: no task of ours is to hold a reader up."""
    with opened() as browser, served(SITE) as address:
        for name in site_pages(SITE):
            text = (SITE / name).read_text("utf-8")
            asked = text.count("class='sc-question'")
            if not asked:
                continue
            # A quiz that draws asks less; that something of it is alive is enough.
            alive = 1 if "data-draw" in text else asked
            runs = [blocking(browser, f"{address}/{name}", alive) for _ in range(TIMES)]
            found = sorted(runs, key=lambda run: run.ours)[TIMES // 2]
            note = (
                f"(blocked by us {found.ours_blocked:.0f} ms; the page's longest task "
                f"{found.longest:.0f} ms, blocked {found.blocked:.0f} ms)"
            )
            what = f"longest task of ours, {SLOWDOWN} times slower: {Path(name).stem}"
            yield Row(what, found.ours, LONG, "ms", note)

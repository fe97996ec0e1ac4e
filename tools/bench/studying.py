"""How long a learner waits for a view over the whole course."""

from __future__ import annotations

import json
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from tests.support import course_log
from tests.support.moon import built_alone
from tests.support.site import served
from tools.bench.browser import SITE, opened
from tools.bench.row import Row

REPEATS = 15
ATTEMPTS = 10_000
DRAWN = """new MutationObserver((_, seeing) => {
  if (!document.querySelector(".sc-course [aria-busy=false]")) return;
  seeing.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.drawn = performance.now(); }));
}).observe(document, { subtree: true, childList: true, attributes: true });"""
TOOK = """() => {
  const all = performance.getEntriesByType("resource");
  return window.drawn - all.find(({ name }) => name.includes("/course.js")).responseEnd;
}"""


def progress() -> Iterator[Row]:
    """Time from the outline's arrival until *My progress* is drawn, with 10,000 attempts.

    Of the second course, which is small, and of this one, whose questions have all been answered.
    """
    with tempfile.TemporaryDirectory() as folder, opened() as browser:
        for title, site, path in (
            ("the Moon", built_alone(Path(folder)), "progress.html"),
            ("this course", SITE, "book/my-progress.html"),
        ):
            with served(site) as address:
                times = _times(browser, f"{address}/{path}")
            what = f"My progress drawn, {title}, {ATTEMPTS:,} attempts"
            note = f"(at best {min(times):.0f} ms)"
            yield Row(what, statistics.median(times), 200, "ms", note)


def _times(browser: Browser, address: str) -> list[float]:
    page = browser.new_page()
    page.add_init_script(DRAWN)
    page.goto(address)
    page.wait_for_function("window.drawn")
    made = course_log.studied(ATTEMPTS, page.evaluate("selfcheckCourse"))
    course_log.bring(page, json.dumps(made))
    page.get_by_text(f"{ATTEMPTS} checks").wait_for(timeout=120_000)
    times = []
    for _ in range(REPEATS):
        page.reload()
        page.wait_for_function("window.drawn")
        times.append(page.evaluate(TOOK))
    page.close()
    return times

"""How long a learner waits for a view over the whole course."""

from __future__ import annotations

import json
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from selfcheck import bank
from tests.support import course_log
from tests.support.moon import MOON, built_alone
from tests.support.site import served
from tools.bench.browser import opened
from tools.bench.row import Row

REPEATS = 7


def progress() -> Iterator[Row]:
    """Time from the outline's arrival until *My progress* is drawn, with 10,000 attempts."""
    drawn = """new MutationObserver((_, seeing) => {
      if (!document.querySelector(".sc-course [aria-busy=false]")) return;
      seeing.disconnect();
      requestAnimationFrame(() => setTimeout(() => { window.drawn = performance.now(); }));
    }).observe(document, { subtree: true, childList: true, attributes: true });"""
    took = """() => {
      const all = performance.getEntriesByType("resource");
      return window.drawn - all.find(({ name }) => name.includes("/course.js")).responseEnd;
    }"""
    names = [question.id for question in bank.load("moon", MOON / "content").questions]
    made = json.dumps(course_log.term(10_000, names))
    times = []
    with (
        tempfile.TemporaryDirectory() as folder,
        opened() as browser,
        served(built_alone(Path(folder))) as address,
    ):
        page = browser.new_page()
        page.add_init_script(drawn)
        page.goto(f"{address}/progress.html")
        course_log.bring(page, made)
        page.get_by_text("10000 checks").wait_for(timeout=120_000)
        for _ in range(REPEATS):
            page.reload()
            page.wait_for_function("window.drawn")
            times.append(page.evaluate(took))
    yield Row("My progress drawn, 10,000 attempts", statistics.median(times), 200, "ms")

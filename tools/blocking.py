"""How long a page holds a slow phone up, and how long of it is ours: from Chromium's own trace.

Times are those of the main thread's processor, so that what else a machine does counts little.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from playwright.sync_api import Browser, ViewportSize

SLOWDOWN = 4
# What takes longer than this keeps a reader waiting, by the definition of "Total Blocking Time".
LONG = 50.0
OURS = "/_static/selfcheck/"
CATEGORIES = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"]
# By these a script runs; what it makes the browser do at once, as a layout, is part of them.
CALLS = {"EvaluateScript", "FunctionCall"}
PHONE: ViewportSize = {"width": 412, "height": 823}


class Blocking(NamedTuple):
    """Of one page, in milliseconds: its longest task, and all beyond the first 50 of each.

    `ours` and `ours_blocked` are the same of what our scripts do in a task.
    """

    longest: float
    blocked: float
    ours: float
    ours_blocked: float


def blocking(browser: Browser, url: str, alive: int) -> Blocking:
    """Open a page as a slow phone would, until so many questions are alive."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    browser.start_tracing(page=page, categories=CATEGORIES)
    page.goto(url, wait_until="load")
    page.wait_for_function(
        "count => document.querySelectorAll('.sc-question > .sc-live').length >= count", arg=alive
    )
    # What they look like is drawn in a later frame.
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    tasks = list(_tasks(json.loads(browser.stop_tracing())["traceEvents"]))
    context.close()
    return Blocking(
        longest=max(whole for whole, _ in tasks),
        blocked=sum(max(0.0, whole - LONG) for whole, _ in tasks),
        ours=max(ours for _, ours in tasks),
        ours_blocked=sum(max(0.0, ours - LONG) for _, ours in tasks),
    )


def _tasks(events: list[dict[str, Any]]) -> Iterator[tuple[float, float]]:
    """Yield how long each task of the page took, and how long of it our scripts."""
    page = {(each["pid"], each["tid"]) for each in events if _is_ours(each)}
    timed = [each for each in events if "dur" in each and (each["pid"], each["tid"]) in page]
    calls = [each for each in timed if _is_ours(each)]
    for task in timed:
        if task["name"] == "RunTask":
            inside = [each for each in calls if _holds(task, each)]
            outermost = [
                each
                for each in inside
                if not any(_holds(other, each) for other in inside if other is not each)
            ]
            yield _milliseconds(task), sum(_milliseconds(each) for each in outermost)


def _is_ours(event: dict[str, Any]) -> bool:
    data = event.get("args", {}).get("data", {})
    return event["name"] in CALLS and OURS in str(data.get("url", ""))


def _holds(outer: dict[str, Any], inner: dict[str, Any]) -> bool:
    start, end = outer["ts"], outer["ts"] + outer["dur"]
    return bool(start <= inner["ts"] and inner["ts"] + inner["dur"] <= end)


def _milliseconds(event: dict[str, Any]) -> float:
    return float(event.get("tdur", event["dur"])) / 1000

"""What a reader loads, and what a notebook holds."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator

import nbformat
from playwright.sync_api import Page, Response

from tests.support.site import pages as site_pages
from tests.support.site import served
from tools.bench.browser import ROOT, SITE, opened
from tools.bench.row import Row


def engine() -> Iterator[Row]:
    """Weigh the scripts, words and style of quizzes on the page that has most of them.

    A type's own code is loaded only where the type is used, so it is weighed apart.
    """
    heaviest = {"": 0, "types/": 0}
    for name in site_pages(SITE):
        html = (SITE / name).read_text("utf-8")
        files = set(re.findall(r"_static/selfcheck/([\w/-]+\.(?:js|css))", html))
        for start in heaviest:
            sizes = [
                _zipped((SITE / "_static/selfcheck" / file).read_bytes())
                for file in files
                if file.startswith("types/") == bool(start)
            ]
            heaviest[start] = max(heaviest[start], sum(sizes))
    note = f"(and {heaviest['types/'] / 1000:.1f} KB of types on the page with most of them)"
    yield Row("selfcheck's script and style, gzip", heaviest[""] / 1000, 15, "KB", note)


def notebooks() -> Iterator[Row]:
    """Weigh the quizzes that are saved in notebooks."""
    heaviest = 0.0
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            for output in cell.get("outputs", ()):
                html = output.get("data", {}).get("text/html", "")
                asked = html.count("class='sc-question'")
                if asked:
                    heaviest = max(heaviest, len(json.dumps(html, ensure_ascii=False)) / asked)
    yield Row("a question in a saved notebook (heaviest quiz)", heaviest / 1024, 2, "KB")


def pages() -> Iterator[Row]:
    """Weigh the heaviest pages, with all that they ask for before a reader scrolls.

    Pages with charts may be heavier. Requests to other hosts are counted too.
    """
    heaviest, elsewhere = {"quiz": 0, "charts": 0, "neither": 0}, 0
    with opened() as browser, served(SITE) as address:
        for name in site_pages(SITE):
            page = browser.new_page()
            answered = _responses(page)
            page.goto(f"{address}/{name}", wait_until="networkidle")
            chart, quiz = (page.locator(each).count() for each in ("figure.chart", ".selfcheck"))
            kind = "charts" if chart else "quiz" if quiz else "neither"
            weight = sum(_zipped(got.body()) for got in answered if got.ok)
            heaviest[kind] = max(heaviest[kind], weight)
            elsewhere += sum(not got.url.startswith((address, "data:")) for got in answered)
            page.close()
    what = "the heaviest page with a quiz and no chart, everything, gzip"
    yield Row(what, heaviest["quiz"] / 1000, 80, "KB")
    what = "the heaviest page with charts, before one is near"
    yield Row(what, heaviest["charts"] / 1000, 110, "KB")
    yield Row("requests to other hosts", elsewhere, 0, "")


def _responses(page: Page) -> list[Response]:
    """Return the list that all that *page* gets from now on is put into."""
    found: list[Response] = []

    def put(got: Response) -> None:
        found.append(got)

    page.on("response", put)
    return found


def _zipped(body: bytes) -> int:
    return len(gzip.compress(body, 9))

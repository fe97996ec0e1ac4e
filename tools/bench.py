"""Measures sizes and times and prints them beside their budgets: `make bench`."""

from __future__ import annotations

import gzip
import itertools
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import nbformat
from playwright.sync_api import Browser, Page, Response, sync_playwright
from rich.console import Console
from rich.table import Table

from selfcheck import bank
from tests.support import course_log
from tests.support.moon import MOON, built_alone
from tests.support.site import pages as site_pages
from tests.support.site import served
from tools import chromium
from tools.blocking import LONG, SLOWDOWN, blocking

ROOT = Path(__file__).parents[1]
SITE = ROOT / "_build" / "html"
REPEATS = 7
# Of what a page does once: the middle one counts, as the machine has business of its own.
TIMES = 3


class Row(NamedTuple):
    """One measured value (None: not measured, for the reason in `note`) and its budget."""

    what: str
    value: float | None
    budget: float
    unit: str
    note: str = ""
    at_least: bool = False

    @property
    def fine(self) -> bool | None:
        """Whether the value keeps to the budget."""
        if self.value is None:
            return None
        return self.value >= self.budget if self.at_least else self.value <= self.budget


def main() -> int:
    """Measure all, print the table, and return 1 when a budget is broken."""
    rows: list[Row] = []
    console = Console()
    for measure in (
        builds,
        engine,
        notebooks,
        imports,
        checks,
        pages,
        slow_phone,
        answers,
        progress,
        lighthouse,
    ):
        console.print(f"measuring {measure.__name__} …", style="dim")
        rows += measure()
    table = Table("what", "measured", "budget", "")
    for row in rows:
        sign = {True: "ok", False: "[red]over[/red]", None: "not measured"}[row.fine]
        value = "" if row.value is None else f"{row.value:,.4g} {row.unit}"
        bound = "at least" if row.at_least else "at most"
        budget = f"{bound} {row.budget:g} {row.unit}"
        table.add_row(f"{row.what} {row.note}".strip(), value, budget, sign)
    console.print(table)
    return int(any(row.fine is False for row in rows))


def builds() -> Iterator[Row]:
    """Time the site with nothing cached, and with nothing changed."""
    for path in (ROOT / "_build", ROOT / ".cache" / "notebooks.json"):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    for what, budget in (("whole site, nothing cached", 90), ("whole site, nothing changed", 8)):
        yield Row(what, _timed(_book), budget, "s")


def _book() -> None:
    subprocess.run(["make", "book"], cwd=ROOT, check=True, capture_output=True)


def _timed(action: Callable[[], None]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


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


def imports() -> Iterator[Row]:
    """Time what a notebook's first cell adds to anywidget, as the processor's time."""
    code = (
        "import time, anywidget; t = time.process_time(); from selfcheck import quiz; "
        "print(time.process_time() - t)"
    )
    times = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
        for _ in range(REPEATS)
    ]
    median = statistics.median(times) * 1000
    yield Row("import selfcheck beyond anywidget, median", median, 40, "ms")


def checks() -> Iterator[Row]:
    """Time `selfcheck check` of many questions, the quickest of three times."""
    for questions, budget in ((1000, 2), (2000, 4)):
        with tempfile.TemporaryDirectory() as folder:
            content = _content(Path(folder), questions)
            taken = min(_timed(lambda: _check(content, questions)) for _ in range(3))  # noqa: B023
        yield Row(f"selfcheck check, {questions:,} questions", taken, budget, "s")


def _check(content: Path, questions: int) -> None:
    code = f"from selfcheck.cli import app; app(['check', {str(content)!r}])"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert f"{questions} questions, nothing to mend" in done.stdout, done.stdout


def _content(folder: Path, questions: int) -> Path:
    """Return a content folder with so many questions: copies of the course's, in other banks."""
    shutil.copy(ROOT / "_config.yml", folder)
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    # Where objectives lead.
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    banks = sorted((content / "questions").glob("*.yaml"))
    split = {path: _split(path.read_text("utf-8")) for path in banks}
    for path in banks:
        path.unlink()
    left = questions
    for turn in itertools.count():
        for path, (head, entries) in split.items():
            if not left:
                return content
            name = f"{path.stem}-{turn}"
            text = re.sub(r"^id: .*$", f"id: {name}", head, flags=re.MULTILINE)
            path.with_stem(name).write_text(text + "".join(entries[:left]), encoding="utf-8")
            left -= min(left, len(entries))
    raise AssertionError


def _split(bank: str) -> tuple[str, list[str]]:
    """Return what comes before the questions of a bank, and each of them."""
    head, start, rest = bank.partition("\nquestions:\n")
    before, *entries = re.split(r"(?m)^(?=  - id: )", rest)
    return head + start + before, entries


def pages() -> Iterator[Row]:
    """Weigh the heaviest pages, with all that they ask for before a reader scrolls.

    Pages with charts may be heavier. Requests to other hosts are counted too.
    """
    heaviest, elsewhere = {"quiz": 0, "charts": 0, "neither": 0}, 0
    with _browser() as browser, served(SITE) as address:
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


def slow_phone() -> Iterator[Row]:
    """Let each page with a quiz open on a slow phone: no task of ours is to hold a reader up."""
    with _browser() as browser, served(SITE) as address:
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


# As many attempts as somebody makes who does the course ten times, a part of them on this page.
ATTEMPTS = 10_000
LOG = """async (total) => {
  const course = document.querySelector("script[data-course]").dataset.course;
  const own = [...document.querySelectorAll(".sc-question")].map((each) => each.dataset.question);
  const slots = [...own, ...Array.from({ length: 300 - own.length }, (_, n) => `bank/number-${n}`)];
  const database = await new Promise((resolve, reject) => {
    const asked = indexedDB.open("selfcheck");
    asked.onupgradeneeded = () =>
      ["attempts", "rows"].forEach((name) => asked.result.createObjectStore(name));
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = reject;
  });
  await new Promise((resolve, reject) => {
    const attempts = database.transaction("attempts", "readwrite").objectStore("attempts");
    for (let n = 0; n < total; n += 1) {
      const [id, slot] = [crypto.randomUUID(), slots[n % slots.length]];
      const text = JSON.stringify({
        id,
        timestamp: new Date(1.7e12 + n * 6e4).toISOString(),
        object: {
          id: `urn:selfcheck:question:${course}:${slot}`,
          definition: {
            description: { en: "x".repeat(1500) },
            extensions: { "urn:selfcheck:type": "choice", "urn:selfcheck:key": ["none"] },
          },
        },
        result: { score: { scaled: n % 2 }, extensions: { "urn:selfcheck:response": "none" } },
        context: { extensions: { "urn:selfcheck:version": 1, "urn:selfcheck:tries": 1 } },
      });
      attempts.put(text, [course, slot, id]);
    }
    attempts.transaction.oncomplete = resolve;
    attempts.transaction.onabort = reject;
  });
  database.close();
  localStorage.setItem(`selfcheck:v1:${course}:log`, "true");
}"""


def answers() -> Iterator[Row]:
    """Time from a press on Check until the feedback has been drawn, on the largest pages."""
    for attempts in (0, ATTEMPTS):
        yield _answers(attempts)


def _answers(attempts: int) -> Row:
    """Time it with so many attempts in the log.

    From the beginning of a frame on, whose work the press is part of: when a frame begins is up
    to the screen. After a frame has been drawn, messages come first.
    """
    press = """root => new Promise(done => {
      const check = root.querySelector(".sc-check");
      check.scrollIntoView({ block: "center", behavior: "instant" });
      for (const all of root.querySelectorAll("fieldset")) all.querySelector("input").click();
      const { port1, port2 } = new MessageChannel();
      setTimeout(() => requestAnimationFrame(() => {
        const started = performance.now();
        check.click();
        port1.onmessage = () => {
          if (!root.dataset.result) throw new Error("no verdict");
          done(performance.now() - started);
        };
        port2.postMessage(0);
      }), 50);
    })"""
    times: dict[str, list[float]] = defaultdict(list)
    with _browser() as browser, served(SITE) as address:
        texts = {name: (SITE / name).read_text("utf-8") for name in site_pages(SITE)}
        asking = {name: text for name, text in texts.items() if "class='sc-question'" in text}
        sizes = sorted(asking, key=lambda name: len(asking[name]))
        most = max(asking, key=lambda name: asking[name].count("class='sc-question'"))
        for name in sorted({*sizes[-2:], most}) * TIMES:
            page = browser.new_page()
            page.goto(f"{address}/{name}", wait_until="networkidle")
            if attempts:
                page.evaluate(LOG, attempts)
                page.reload(wait_until="networkidle")
            for question in page.locator('.sc-question[data-q*=\'"type":"choice"\']').all():
                asked = question.get_attribute("data-question")
                times[f"{name} {asked}"].append(question.evaluate(press))
            page.close()
    each = sorted(statistics.median(runs) for runs in times.values())
    note = f"(half of {len(each)} within {statistics.median(each):.1f} ms)"
    what = f"Check pressed to feedback drawn, slowest, {attempts:,} attempts kept"
    return Row(what, each[-1], 16, "ms", note)


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
        _browser() as browser,
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


@contextmanager
def _browser() -> Iterator[Browser]:
    path = chromium.find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(chromium.ARGUMENTS))
        yield browser
        browser.close()


def _zipped(body: bytes) -> int:
    return len(gzip.compress(body, 9))


if __name__ == "__main__":
    sys.exit(main())

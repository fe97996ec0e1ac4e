"""How long a learner waits for a verdict."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterator

from tests.support.site import pages as site_pages
from tests.support.site import served
from tools.bench.browser import SITE, TIMES, opened
from tools.bench.row import Row

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
    with opened() as browser, served(SITE) as address:
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

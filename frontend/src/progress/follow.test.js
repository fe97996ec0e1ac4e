import assert from "node:assert/strict";
import { test } from "node:test";
import { row } from "../../test-support/course.js";
import { follow } from "./follow.js";

/**
 * A log that answers when it is told to, and what is made of it.
 *
 * @param {import("node:test").TestContext} t
 */
function begin(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {{ give: (rows: any[]) => void, fail: (error: Error) => void }[]} */
  const asked = [];
  /** @type {Set<(slot?: string, made?: string) => void>} */
  const watching = new Set();
  const log = {
    rows: () => new Promise((give, fail) => { asked.push({ give, fail }); }),
    watch: (/** @type {() => void} */ heard) => (watching.add(heard), () => watching.delete(heard)),
  };
  /** @type {unknown[]} */
  const seen = [];
  const view = follow(/** @type {any} */ (log), () => log.rows(), (rows) => seen.push(rows.length), (error) => seen.push(error));
  const news = (/** @type {string[]} */ ...what) => watching.forEach((heard) => heard(...what));
  return { asked, watching, seen, view, news, settled: async () => void (await new Promise(setImmediate)) };
}

const rows = (/** @type {number} */ n) => Array.from({ length: n }, (_, at) => row("moon/phases", at));

test("it is drawn at once, and once for news that come together; a draft is none", async (t) => {
  const { asked, seen, view, news } = begin(t);
  asked[0].give(rows(1));
  await view.first;
  assert.deepEqual(seen, [1]);
  news("moon/phases");
  t.mock.timers.tick(1000);
  assert.equal(asked.length, 1);
  for (let n = 0; n < 5; n += 1) news();
  view.later();
  t.mock.timers.tick(1000);
  assert.equal(asked.length, 2);
  news("moon/phases", "{}");
  t.mock.timers.tick(1000);
  assert.equal(asked.length, 3);
});

test("what was asked for before is not shown after what came later, whether it comes or fails", async (t) => {
  const { asked, seen, view, settled } = begin(t);
  view.later();
  t.mock.timers.tick(1000);
  view.later();
  t.mock.timers.tick(1000);
  asked[2].give(rows(3));
  await settled();
  asked[0].give(rows(1));
  asked[1].fail(new Error("late"));
  await settled();
  assert.deepEqual(seen, [3]);
});

test("a log that cannot be read is told, and followed on", async (t) => {
  const { asked, seen, view, news, settled } = begin(t);
  const error = new Error("locked");
  asked[0].fail(error);
  await view.first;
  news();
  t.mock.timers.tick(1000);
  asked[1].give(rows(2));
  await settled();
  assert.deepEqual(seen, [error, 2]);
});

test("what has ended shows nothing any more, and asks for nothing", async (t) => {
  const { asked, watching, seen, view, news } = begin(t);
  news();
  view.end();
  t.mock.timers.tick(1000);
  asked[0].give(rows(1));
  await view.first;
  assert.deepEqual([seen, asked.length, watching.size], [[], 1, 0]);
});

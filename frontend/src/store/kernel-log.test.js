import assert from "node:assert/strict";
import { test } from "node:test";
import { SLOT, browser, kernel, settled, statement } from "../../test-support/pretend.js";
import { kernelStore } from "./kernel.js";
import { parts } from "./parts.js";
import { ELSE } from "./wire.js";

const idsOf = (/** @type {{ id: string }[]} */ all) => all.map(({ id }) => id);

/**
 * @param {import("node:test").TestContext} t
 * @param {any[]} there
 * @param {any[]} here
 */
function begin(t, there = [], here = []) {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1000 });
  const [far, local] = [kernel(there), browser(here)];
  const dropped = /** @type {string[]} */ ([]);
  const store = kernelStore(far.model, local, async (_, attempts) => void dropped.push(...idsOf(attempts)));
  t.after(() => store.end());
  return { store, far, local, dropped };
}

test("rows and statements are those of kernel and browser, which the kernel hears of", async (t) => {
  const [a, b, c] = [statement("a", 10), statement("b", 20), statement("c", 30)];
  const { store, far } = begin(t, [b, a], [c, a]);
  const rows = await store.rows();
  assert.deepEqual(idsOf(rows), ["a", "b", "c"]);
  assert.deepEqual(rows[0], { id: "a", slot: SLOT, at: 10, fp: "0a", score: 1, tries: 1, hints: 0 });
  assert.deepEqual(idsOf(await store.statements()), ["a", "b", "c"]);
  await settled();
  assert.deepEqual(idsOf(far.log).sort(), ["a", "b", "c"]);
});

test("what is no row is left out", async (t) => {
  const { store, far } = begin(t);
  const good = ["a", SLOT, 10, "0a", 1, 1, 0, 2];
  const bad = [null, [], {}, ["b", SLOT, 20], ["c", SLOT, 30, "0a", "1", 1, 0, null], [7, SLOT, 40, "0a", 1, 1, 0, null]];
  far.silent = true;
  const asked = store.rows();
  far.tells({ type: "rows", nr: far.sent[0].nr, rows: [...bad, good, ["d", SLOT, 50, "0a", 1, 1, 0, 9]] });
  const row = { id: "a", slot: SLOT, at: 10, fp: "0a", score: 1, tries: 1, hints: 0 };
  assert.deepEqual(await asked, [{ ...row, confidence: 2 }, { ...row, id: "d", at: 50 }]);
});

test("a browser that cannot read what it has does not hide what the kernel has", async (t) => {
  const { store, local } = begin(t, [statement("a", 10)]);
  local.rows = local.statements = () => Promise.reject(new Error("no database"));
  assert.deepEqual(idsOf(await store.rows()), ["a"]);
  assert.deepEqual(idsOf(await store.statements()), ["a"]);
});

test("a kernel that is busy is not waited for; the view hears when it has answered", async (t) => {
  const { store, far } = begin(t, [statement("a", 10)], [statement("b", 20)]);
  let heard = 0;
  store.watch(() => (heard += 1));
  far.silent = true;
  const asked = store.rows();
  await settled();
  t.mock.timers.tick(3000);
  assert.deepEqual(idsOf(await asked), ["b"]);
  assert.equal(heard, 0);
  far.tells({ type: "rows", nr: far.sent[0].nr, rows: [] });
  assert.equal(heard, 1);
  far.silent = false;
  assert.deepEqual(idsOf(await store.rows()), ["a", "b"]);
  assert.equal(heard, 1, "an answer in time is no news, or it would never end");
});

test("a kernel that says late that it cannot read is not taken for one that has nothing", async (t) => {
  const { store, far } = begin(t, [statement("a", 10)], [statement("b", 20)]);
  let heard = 0;
  store.watch(() => (heard += 1));
  far.silent = true;
  const asked = store.rows();
  await settled();
  t.mock.timers.tick(3000);
  await asked;
  far.tells({ type: "rows", nr: far.sent[0].nr, rows: [], trouble: "locked" });
  assert.equal(heard, 1);
  // It waits again.
  const again = assert.rejects(store.rows(), { trouble: "kernel-locked" });
  await settled();
  t.mock.timers.tick(3000);
  await again;
  far.silent = false;
  assert.deepEqual(idsOf(await store.rows()), ["a", "b"]);
});

test("what was forgotten is in no row, and the browser drops it", async (t) => {
  const { store, far, dropped } = begin(t, [], [statement("old", 10), statement("new", 30)]);
  far.forgotten = 20;
  assert.deepEqual(idsOf(await store.rows()), ["new"]);
  assert.deepEqual(dropped, ["old"]);
});

test("what the kernel cannot read is no half of a log", async (t) => {
  const { store, far } = begin(t, [], [statement("a", 10)]);
  far.log.push(statement("b", 20));
  far.trouble = "newer";
  // In a code for which there are words.
  await assert.rejects(store.rows(), { trouble: "kernel-newer" });
  await assert.rejects(store.statements(), { trouble: "kernel-newer" });
  far.trouble = "of a later version";
  await assert.rejects(store.rows(), { trouble: "kernel-failed" });
  far.trouble = "damaged";
  assert.equal((await store.rows()).length, 2);
});

test("a view that asks again at each news comes to an end, also where nothing can be kept", async (t) => {
  const { store, far } = begin(t, [], [statement("a", 10)]);
  far.trouble = "full";
  far.model.send = ((send) => (/** @type {any} */ message) => {
    if (message.type !== "rows") send(message);
    else {
      far.sent.push(message);
      queueMicrotask(() => far.tells({ type: "rows", nr: message.nr, rows: [], trouble: null }));
    }
  })(far.model.send);
  store.watch(() => void store.rows());
  await store.rows();
  await settled();
  await settled();
  assert.ok(far.sent.length < 10, `${far.sent.length} messages`);
  assert.equal(store.trouble, "kernel-full");
});

test("statements are added by the kernel, and it says how many were new", async (t) => {
  const { store, far, local } = begin(t, [statement("a", 10)]);
  assert.deepEqual(await store.add([statement("a", 10), statement("b", 20)]), { added: 1, known: 1 });
  assert.deepEqual(idsOf(far.log), ["a", "b"]);
  assert.deepEqual(local.kept, []);
  far.trouble = "full";
  await assert.rejects(store.add([statement("c", 30)]), /full/);
  assert.deepEqual(await store.kept(), { where: "kernel", promised: null, trouble: null });
});

test("all is forgotten, in the kernel and in the browser; or nothing", async (t) => {
  const { store, far, local } = begin(t, [statement("a", 10)], [statement("b", 20)]);
  far.trouble = "locked";
  await assert.rejects(store.forget(), /locked/);
  assert.equal(local.kept.length, 1);
  far.trouble = null;
  await store.forget();
  assert.deepEqual([far.log, local.kept], [[], []]);
  assert.deepEqual(await store.rows(), []);
});

test("without a kernel the browser's log is shown and added to, and nothing is said to be forgotten", async (t) => {
  const { store, far, local } = begin(t, [], [statement("a", 10)]);
  far.model.widget_manager.kernel = null;
  assert.deepEqual(await store.add([statement("b", 20)]), { added: 1, known: 0 });
  assert.deepEqual(idsOf(await store.rows()), ["a", "b"]);
  // The kernel's file would still have it.
  await assert.rejects(store.forget());
  assert.equal(local.kept.length, 2);
  assert.deepEqual(far.sent, []);
});

test("what the kernel would drop when it is back is not brought in without it", async (t) => {
  const { store, far, local } = begin(t);
  far.forgotten = 20;
  await store.rows();
  far.model.widget_manager.kernel = null;
  await assert.rejects(store.add([statement("old", 20), statement("new", 30)]));
  assert.deepEqual(local.kept, []);
  assert.deepEqual(await store.add([statement("new", 30)]), { added: 1, known: 0 });
});

test("what else the widget has is asked for, and not waited for where nobody answers", async (t) => {
  const { store, far } = begin(t);
  far.silent = true;
  const asked = store.ask({ type: "outline" });
  far.tells({ type: "outline", nr: "another's" });
  far.tells({ type: "outline", nr: far.sent[0].nr, outline: "ours" });
  assert.equal((await asked).outline, "ours");
  const late = store.ask({ type: "outline" });
  t.mock.timers.tick(ELSE);
  await assert.rejects(late, /silent/);
  far.model.widget_manager.kernel = null;
  await assert.rejects(store.ask({ type: "outline" }), /silent/);
  assert.deepEqual(far.types(), ["outline", "outline"]);
});

test("no message is longer than a server lets through", () => {
  const long = { ...statement("a", 1), more: "x".repeat(300_000) };
  const all = Array.from({ length: 10 }, (_, n) => ({ ...long, id: `${n}` }));
  const made = parts(all);
  assert.deepEqual(made.flat(), all);
  assert.ok(made.every((some) => JSON.stringify(some).length < 1_100_000));
  assert.deepEqual(parts([]), [[]]);
  assert.deepEqual(parts([{ more: "x".repeat(2_000_000) }]).length, 1);
});

/** The browser keeps the answers, and the kernel is told of them. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { made } from "../../test-support/attempts.js";
import { browser, deleted, unused } from "../../test-support/browser.js";
import { kernel } from "../../test-support/pretend.js";
import { features } from "../registry.js";
import { log } from "./settle.js";

const { localStore } = await import("./local.js");
const { tellingStore } = await import("./telling.js");
const { drop, found } = await import("./storage.js");

beforeEach(async () => {
  browser.room = Infinity;
  for (const key of found("")) drop(key);
  await unused();
  features.log = log;
});

/** @param {any} t */
function begin(t) {
  const there = kernel();
  const store = tellingStore(there.model, localStore("moon"));
  t.after(() => store.end());
  /** @param {number} n */
  const told = async (n) => {
    while (there.sent.length < n) await new Promise((go) => { setTimeout(go); });
    return there.sent;
  };
  return { store, there, told };
}

/** @param {any[]} statements @returns {any} */
const here = (...statements) => ({ type: "here", part: 0, of: 1, statements });

test("the kernel hears of all attempts at the quiz, and of no others", async (t) => {
  const others = [made(3, { question: "m/two" }), made(4, { course: "mars" })];
  await localStore("moon").add([made(2), made(1), others[0], made(5, { sitting: "after" })]);
  await localStore("mars").add([others[1]]);
  const { store, told } = begin(t);
  await store.load(["m/one"]);
  assert.deepEqual(store.attempts("m/one").map(({ id }) => id), [made(1).id, made(2).id]);
  assert.deepEqual(await told(1), [here(made(1), made(2))]);
});

test("a check is told at once, and kept in the browser", async (t) => {
  const { store, there, told } = begin(t);
  await store.load(["m/one"]);
  await told(1);
  store.save("m/one", { v: 1, at: 1 });
  store.record("m/one", made(1));
  assert.deepEqual(there.sent, [here(), { type: "attempt", statement: made(1) }]);
  assert.deepEqual(await localStore("moon").statements(), [made(1)]);
});

test("a check of another page is told too; one of another quiz is not", async (t) => {
  const { store, there, told } = begin(t);
  await store.load(["m/one"]);
  await told(1);
  const page = localStore("moon");
  t.after(page.watch(() => {}));
  page.record("m/two", made(2, { question: "m/two" }));
  page.record("m/one", made(1));
  assert.deepEqual((await told(2))[1], { type: "attempt", statement: made(1) });
  assert.equal(there.sent.length, 2);
});

test("a check while the others are being read is not lost", async (t) => {
  await localStore("moon").add([made(1)]);
  const { store, told } = begin(t);
  await store.load(["m/one"]);
  store.record("m/one", made(2));
  assert.deepEqual(await told(1), [here(made(1), made(2))]);
});

test("what is brought in and what is deleted elsewhere takes the place of what was told", async (t) => {
  const { store, told } = begin(t);
  await store.load(["m/one"]);
  await told(1);
  const other = localStore("moon");
  await other.add([made(1), made(2)]);
  assert.deepEqual((await told(2)).at(-1), here(made(1), made(2)));
  await other.forget();
  assert.deepEqual((await told(3)).at(-1), here());
  assert.deepEqual(store.attempts("m/one"), []);
});

test("much goes in parts", async (t) => {
  const all = [1, 2, 3].map((n) => ({ ...made(n), long: "x".repeat(400_000) }));
  await localStore("moon").add(all);
  const { store, told } = begin(t);
  await store.load(["m/one"]);
  const parts = (await told(2)).map(({ part, of, statements }) => [part, of, statements.length]);
  assert.deepEqual(parts, [[0, 2, 2], [1, 2, 1]]);
});

test("half of what there is is not told as all of it", async (t) => {
  await localStore("moon").add([made(1)]);
  // Or what was opened before would be there still.
  await deleted();
  browser.database = false;
  const { store, told } = begin(t);
  await store.load(["m/one"]);
  assert.deepEqual(await told(1), [{ type: "here", part: 0, of: 1, statements: null }]);
});

test("for a learner who has answered nothing no database is made", async (t) => {
  const { store, told } = begin(t);
  await store.load(["m/one"]);
  assert.deepEqual(await told(1), [here()]);
  assert.deepEqual(await indexedDB.databases(), []);
});

test("a kernel that is gone is told nothing, and all is kept", async (t) => {
  const { store, there } = begin(t);
  there.model.widget_manager.kernel = null;
  await store.load(["m/one"]);
  store.record("m/one", made(1));
  store.took();
  assert.deepEqual(there.sent, []);
  assert.equal((await localStore("moon").rows()).length, 1);
  assert.equal((await store.attempts("m/one")).length, 1);
});

test("a number from code is taken once, in whatever page", (t) => {
  const { store, there } = begin(t);
  const saved = /** @type {any[]} */ ([]);
  Object.assign(there.model, { set: (/** @type {any[]} */ ...given) => saved.push(given), save_changes: () => saved.push("saved") });
  store.took();
  assert.deepEqual(saved, [["answer", null], "saved"]);
});

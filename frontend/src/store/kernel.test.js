import assert from "node:assert/strict";
import { test } from "node:test";
import { kernelStore } from "./kernel.js";

/** @param {Record<string, any>} traits */
function model(traits) {
  return /** @type {any} */ ({
    get: (/** @type {string} */ name) => traits[name],
    set: (/** @type {string} */ name, /** @type {any} */ value) => void (traits[name] = value),
    save_changes() {},
    send: (/** @type {any} */ message) => traits.sent.push(message),
    on() {},
    off() {},
  });
}

/**
 * @param {Record<string, any>} drafts what the browser has
 * @param {any[]} attempts
 */
function local(drafts = {}, attempts = []) {
  return /** @type {any} */ ({
    course: "moon",
    trouble: null,
    attempts: () => [...attempts],
    draft: (/** @type {string} */ slot) => drafts[slot] ?? null,
    save: (/** @type {string} */ slot, /** @type {any} */ draft) => void (drafts[slot] = draft),
    record() {},
    watch: () => () => {},
  });
}

/**
 * @param {string} id
 * @param {number} at
 * @param {object} [more]
 */
const statement = (id, at, more = {}) => ({
  id,
  timestamp: new Date(at).toISOString(),
  object: { id: "urn:selfcheck:question:moon:moon/one", definition: { extensions: { "urn:selfcheck:key": [] } } },
  result: { score: { scaled: 1 } },
  context: { extensions: { "urn:selfcheck:version": 1, ...more } },
});

test("of two drafts the newer counts, also where the browser has none", () => {
  const [older, newer] = [{ v: 1, at: 1 }, { v: 1, at: 2 }];
  assert.deepEqual(kernelStore(model({ drafts: { one: newer } }), local({ one: older })).draft("one"), newer);
  assert.deepEqual(kernelStore(model({ drafts: { one: older } }), local({ one: newer })).draft("one"), newer);
  assert.deepEqual(kernelStore(model({ drafts: { one: older } }), local()).draft("one"), older);
  assert.deepEqual(kernelStore(model({}), local({ one: older })).draft("one"), older);
  assert.equal(kernelStore(model({}), local()).draft("one"), null);
});

test("attempts of browser and kernel are one log, each once, the oldest first", () => {
  const known = [{ id: "b", at: 20 }];
  const log = [statement("c", 30), statement("b", 20), statement("a", 10), statement("x", 5, { "urn:selfcheck:sitting": "after" })];
  const store = kernelStore(model({ log }), local({}, known));
  assert.deepEqual(store.attempts("moon/one").map(({ id }) => id), ["a", "b", "c"]);
  assert.deepEqual(kernelStore(model({ log }), local()).attempts("moon/one@after").map(({ id }) => id), ["x"]);
});

test("an attempt takes its draft away, and leaves those of others", () => {
  const traits = { drafts: { one: { v: 1 }, two: { v: 1 } }, sent: [] };
  kernelStore(model(traits), local()).record("one", /** @type {any} */ (statement("a", 1)));
  assert.deepEqual(Object.keys(traits.drafts), ["two"]);
  assert.deepEqual(traits.sent.map(({ type }) => type), ["attempt"]);
});

test("an answer is kept where the kernel cannot be told", () => {
  const kept = /** @type {string[]} */ ([]);
  const lost = { ...model({ drafts: {} }), send: () => assert.fail("Cannot send") };
  const store = kernelStore(lost, { ...local(), record: (slot) => void kept.push(slot) });
  store.record("one", /** @type {any} */ (statement("a", 1)));
  assert.deepEqual(kept, ["one"]);
});

test("nobody tells a kernel that is gone", () => {
  for (const kernel of [null, { isDisposed: true }, { status: "dead" }]) {
    const traits = { drafts: {}, sent: [] };
    const gone = { ...model(traits), widget_manager: { kernel } };
    const store = kernelStore(gone, local());
    store.record("one", /** @type {any} */ (statement("a", 1)));
    store.save("one", /** @type {any} */ ({ v: 1 }));
    assert.deepEqual(traits, { drafts: {}, sent: [] });
  }
});

test("a kernel that is there hears of an attempt", () => {
  const traits = { drafts: {}, sent: [] };
  const there = { ...model(traits), widget_manager: { kernel: { isDisposed: false, status: "idle" } } };
  kernelStore(there, local()).record("one", /** @type {any} */ (statement("a", 1)));
  assert.equal(traits.sent.length, 1);
});

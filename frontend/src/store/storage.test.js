/** A storage that is full, as small as a test wants it. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

let room = Infinity;

/** @type {Record<string, string>} */
const kept = Object.create({
  getItem: (/** @type {string} */ key) => (Object.hasOwn(kept, key) ? kept[key] : null),
  removeItem: (/** @type {string} */ key) => void delete kept[key],
  setItem(/** @type {string} */ key, /** @type {string} */ text) {
    const others = Object.entries(kept).filter(([name]) => name !== key);
    const used = others.reduce((sum, [name, value]) => sum + name.length + value.length, key.length + text.length);
    if (used > room) throw new DOMException("full", "QuotaExceededError");
    kept[key] = text;
  },
});
Object.defineProperty(globalThis, "localStorage", { value: kept, configurable: true });
const { drop, keyOf, put, read, trouble } = await import("./storage.js");

const used = () => Object.entries(kept).reduce((sum, [name, value]) => sum + name.length + value.length, 0);

/**
 * @param {string} slot
 * @param {number} at
 * @param {number} [size]
 */
function attempt(slot, at, size = 40) {
  const text = JSON.stringify({ timestamp: new Date(at).toISOString(), pad: "x".repeat(size) });
  put(keyOf("moon", "attempt", slot, String(at)), text);
}

const left = () => Object.keys(kept).filter((key) => key.includes(":attempt:")).map((key) => Number(key.split(":").at(-1))).sort((a, b) => a - b);

beforeEach(() => {
  room = Infinity;
  for (const key of Object.keys(kept)) drop(key);
});

test("the oldest that were replaced go first, of whatever question or course", () => {
  attempt("b/one", 1);
  attempt("b/two", 2);
  attempt("b/one", 3);
  put(keyOf("mars", "attempt", "b/one", "0"), JSON.stringify({ timestamp: new Date(0).toISOString() }));
  put(keyOf("mars", "attempt", "b/one", "9"), JSON.stringify({ timestamp: new Date(9).toISOString() }));
  attempt("b/two", 4);
  room = used();
  attempt("b/three", 5, 1);
  assert.deepEqual(left(), [2, 3, 4, 5, 9], "the two oldest: one is too small");
  attempt("b/four", 6);
  assert.deepEqual(left(), [3, 4, 5, 6, 9]);
  assert.equal(trouble(), null);
});

test("where even all of them are too little, none goes", () => {
  attempt("b/one", 1);
  attempt("b/one", 2);
  attempt("b/two", 3);
  room = used();
  const before = { ...kept };
  attempt("b/three", 4, 500);
  assert.deepEqual({ ...kept }, before);
  assert.equal(trouble(), "no-room");
  const held = keyOf("moon", "attempt", "b/three", "4");
  assert.ok(read(held), "until the page is left");
  drop(held);
  assert.equal(trouble(), null);
});

test("what found no room is kept with the next that finds some", () => {
  attempt("b/one", 1);
  room = used();
  attempt("b/two", 2);
  assert.equal(trouble(), "no-room");
  room = Infinity;
  attempt("b/three", 3);
  assert.deepEqual(left(), [1, 2, 3]);
  assert.equal(trouble(), null);
});

test("a new attempt takes the room of the one that it replaces, and no other's", () => {
  attempt("b/one", 1);
  attempt("b/two", 2);
  room = used();
  attempt("b/two", 3);
  assert.deepEqual(left(), [1, 3]);
});

test("rubbish among the keys is no attempt, and stays", () => {
  const rubbish = ["selfcheck:v1:", "selfcheck:v1:moon:attempt", "selfcheck:v1:moon:attempt:", "selfcheck:v1::attempt:b/one:1", "other"];
  for (const key of rubbish) put(key, "{");
  attempt("b/one", 1);
  attempt("b/one", 2);
  room = used();
  attempt("b/two", 3);
  for (const key of rubbish) assert.equal(read(key), "{");
});

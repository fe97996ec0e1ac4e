/** A storage that is full, as small as a test wants it. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { browser, entries, unused } from "../../test-support/browser.js";

const { drop, found, keyOf, put, read, trouble } = await import("./storage.js");

const used = () => [...entries].reduce((sum, [name, value]) => sum + name.length + value.length, 0);
const attempt = (/** @type {string} */ id) => keyOf("moon", "attempt", "m/one", id);
const draft = keyOf("moon", "draft", "m/one");

beforeEach(async () => {
  browser.room = Infinity;
  for (const key of found("")) drop(key);
  await unused();
});

test("what found no room is there until the page is left, and kept with the next that finds some", () => {
  put(attempt("1"), "first");
  browser.room = used();
  put(attempt("2"), "second");
  assert.equal(read(attempt("2")), "second");
  assert.deepEqual([...entries.keys()], [attempt("1")]);
  assert.deepEqual(found(keyOf("moon", "")), [attempt("1"), attempt("2")]);
  browser.room = Infinity;
  put(attempt("3"), "third");
  assert.deepEqual([...entries.keys()].sort(), ["1", "2", "3"].map(attempt));
  assert.equal(trouble(false), null);
});

test("nothing makes room for something else", () => {
  for (const n of ["1", "2", "3"]) put(attempt(n), "x".repeat(100));
  browser.room = used();
  put(draft, "y");
  put(attempt("4"), "z");
  assert.deepEqual([...entries.keys()], ["1", "2", "3"].map(attempt));
});

test("an attempt without room is trouble where there is no database alone, a draft everywhere", () => {
  browser.room = 0;
  put(attempt("1"), "first");
  assert.deepEqual([trouble(true), trouble(false)], [null, "no-room"]);
  put(draft, "{}");
  assert.deepEqual([trouble(true), trouble(false)], ["no-room", "no-room"]);
  drop(draft);
  drop(attempt("1"));
  assert.deepEqual([trouble(true), trouble(false)], [null, null]);
});

for (const [how, room, said] of /** @type {const} */ ([["full", 100, "full"], ["with room", Infinity, null]])) {
  test(`a storage that is ${how} at the start says so where it alone keeps attempts`, async () => {
    browser.room = room;
    const fresh = await import(`./storage.js?${how}`);
    assert.deepEqual([fresh.trouble(true), fresh.trouble(false)], [null, said]);
    browser.room = Infinity;
    fresh.put(attempt("1"), "x".repeat(3000));
    assert.equal(fresh.trouble(false), null);
  });
}

test("one that refuses is trouble where there is no database alone", async () => {
  const storage = Object.getOwnPropertyDescriptor(globalThis, "localStorage") ?? {};
  Object.defineProperty(globalThis, "localStorage", { configurable: true, get: () => assert.fail("blocked") });
  const refuses = "refuses";
  const fresh = await import(`./storage.js?${refuses}`);
  fresh.put(draft, "{}");
  assert.deepEqual([fresh.trouble(true), fresh.trouble(false)], [null, "forgets"]);
  assert.equal(fresh.read(draft), "{}");
  Object.defineProperty(globalThis, "localStorage", storage);
});

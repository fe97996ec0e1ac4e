/** Rows of the attempts in the database: those of all of them, without a look at each. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { IDBObjectStore } from "fake-indexeddb";
import { keyIn, made } from "../../test-support/attempts.js";
import { entries, unused } from "../../test-support/browser.js";
import { rowOf } from "../log/row.js";
import { listOf } from "./row-list.js";

const { localStore } = await import("./local.js");
const { range, transact } = await import("./database.js");
const { settle } = await import("./settle.js");
const { drop, found } = await import("./storage.js");

const row = (/** @type {any} */ statement) => /** @type {import("../types.d.ts").Row} */ (rowOf(statement, "m/one"));
/** @param {any[]} statements */
const rowsFor = (...statements) => statements.map(row);
const rows = () => localStore("moon").rows();

/** @param {(attempts: IDBObjectStore, rows: IDBObjectStore) => void} work of somebody else */
const write = (work) => transact("readwrite", (attempts, transaction) => work(attempts, transaction.objectStore("rows")));

/** @param {any[]} statements are checked, and go on into the database */
async function answer(...statements) {
  for (const each of statements) entries.set(keyIn(each), JSON.stringify(each));
  await settle("moon");
}

/**
 * @param {() => Promise<unknown>} act
 * @returns {Promise<string[]>} what was asked of the attempts meanwhile, but for how many there are
 */
async function asked(act) {
  /** @type {string[]} */
  const all = [];
  const { get, getAllKeys } = IDBObjectStore.prototype;
  for (const [name, method] of Object.entries({ get, getAllKeys })) {
    /** @type {any} */ (IDBObjectStore.prototype)[name] = function (/** @type {any[]} */ ...given) {
      if (this.name === "attempts") all.push(name);
      return method.apply(this, /** @type {any} */ (given));
    };
  }
  try {
    await act();
  } finally {
    Object.assign(IDBObjectStore.prototype, { get, getAllKeys });
  }
  return all;
}

/** What stands in `rows` of the course: how many together, and how many by themselves. */
async function standing() {
  const [together, apart] = await transact("readonly", (_, transaction) => {
    const store = transaction.objectStore("rows");
    return [store.get("moon"), store.count(range("moon"))];
  });
  return [together.result?.rows.length, apart.result];
}

/** @param {[together: number, apart: number]} wanted is put there by whoever has asked, a moment later */
async function stand(...wanted) {
  while (String(await standing()) !== String(wanted)) await new Promise((go) => { setTimeout(go); });
}

beforeEach(async () => {
  for (const key of found("")) drop(key);
  await unused();
});

test("the row of a check comes with it, and is not read from the attempts", async () => {
  await localStore("moon").add([made(1), made(2)]);
  await answer(made(3));
  assert.deepEqual(await asked(async () => assert.deepEqual(await rows(), rowsFor(made(1), made(2), made(3)))), []);
  assert.deepEqual(await standing(), [2, 1]);
});

test("whoever is the first to ask reads the attempts, and the next does not", async () => {
  await answer(made(1), made(2));
  assert.deepEqual(await rows(), rowsFor(made(1), made(2)));
  await stand(2, 0);
  assert.deepEqual(await asked(rows), []);
});

test("those that stand by themselves are put together when they are many, and when others are brought in", async () => {
  const many = Array.from({ length: 102 }, (_, n) => made(n + 10));
  await localStore("moon").add([made(1)]);
  await answer(...many.slice(0, 100));
  assert.equal((await rows()).length, 101);
  assert.deepEqual(await standing(), [1, 100]);
  await answer(many[100]);
  assert.deepEqual(await rows(), rowsFor(made(1), ...many.slice(0, 101)));
  await stand(102, 0);
  await answer(many[101]);
  await localStore("moon").add([made(2)]);
  assert.deepEqual(await standing(), [104, 0]);
  assert.deepEqual(await asked(async () => assert.deepEqual(await rows(), rowsFor(made(1), made(2), ...many))), []);
});

test("an attempt whose row did not come with it is read, once", async () => {
  await localStore("moon").add([made(1)]);
  await write((attempts) => attempts.put(JSON.stringify(made(2)), ["moon", "m/one", made(2).id]));
  assert.deepEqual(await rows(), rowsFor(made(1), made(2)));
  await stand(2, 0);
  assert.deepEqual(await asked(rows), []);
});

test("what deletes the rows that stand together knows of no others: those are none by themselves", async () => {
  await answer(made(1), made(2));
  await write((attempts, rows) => {
    attempts.clear();
    rows.delete("moon");
    for (const each of [made(3), made(4)]) attempts.put(JSON.stringify(each), ["moon", "m/one", each.id]);
  });
  assert.deepEqual(await rows(), rowsFor(made(3), made(4)));
  await stand(2, 0);
});

test("of what was forgotten no row stays by itself", async () => {
  await localStore("moon").add([made(1)]);
  await answer(made(2));
  await localStore("moon").forget();
  assert.deepEqual(await standing(), [undefined, 0]);
  assert.deepEqual(await rows(), []);
});

for (const [what, poison] of /** @type {[string, any][]} */ ([
  ["no row", { no: "row" }],
  ["one of those that stand together", listOf(row(made(1)))],
])) {
  test(`an entry that is ${what} is lived with, and goes`, async () => {
    await localStore("moon").add([made(1), made(2)]);
    await write((_, rows) => rows.put(poison, ["moon", "m/one", "x"]));
    assert.deepEqual(await rows(), rowsFor(made(1), made(2)));
    await stand(2, 0);
    assert.deepEqual(await rows(), rowsFor(made(1), made(2)));
  });
}

test("a row that comes twice does not stand for another attempt", async () => {
  await localStore("moon").add([made(1)]);
  await write((attempts, rows) => {
    attempts.put(JSON.stringify(made(2)), ["moon", "m/one", made(2).id]);
    rows.put(listOf(row(made(1))), ["moon", "m/one", made(1).id]);
  });
  assert.deepEqual(await rows(), rowsFor(made(1), made(2)));
});

/** The whole log of a course in a browser, with a database and without. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { IDBObjectStore } from "fake-indexeddb";
import { keyIn, made } from "../../test-support/attempts.js";
import { browser, database, entries, unused } from "../../test-support/browser.js";
import { rowOf } from "../log/row.js";
import { features } from "../registry.js";
import { log } from "./settle.js";

const { localStore } = await import("./local.js");
const { letGo } = await import("./let-go.js");
const { actor } = await import("./browser.js");
const { transact } = await import("./database.js");
const { drop, found } = await import("./storage.js");

const ALL = [made(3), made(1, { question: "m/case/part" }), made(2, { sitting: "after" })];
const SLOTS = ["m/one", "m/case/part", "m/one@after"];
const OLDEST_FIRST = [ALL[1], ALL[2], ALL[0]];

/** @param {any} value what `rows` holds of the course */
const cached = (value) => transact("readwrite", (_, transaction) => void transaction.objectStore("rows").put(value, "moon"));

/** @returns {Promise<any[]>} the rows that the database has by */
const kept = async () => (await transact("readonly", (_, transaction) => transaction.objectStore("rows").get("moon"))).result?.rows ?? [];

beforeEach(async () => {
  browser.room = Infinity;
  for (const key of found("")) drop(key);
  await unused();
  features.log = log;
});

for (const [where, there] of /** @type {const} */ ([["in the database", true], ["in localStorage alone", false]])) {
  test(`${where}: what is brought in is there, as rows and as it came, the oldest first`, async () => {
    browser.database = there;
    const store = localStore("moon");
    assert.deepEqual(await store.add(ALL), { added: 3, known: 0 });
    assert.equal([...entries.keys()].filter((key) => key.includes(":attempt:")).length, there ? 0 : 3);
    for (let time = 0; time < 2; time += 1) {
      const again = localStore("moon");
      assert.deepEqual(await again.statements(), OLDEST_FIRST);
      assert.deepEqual(await again.rows(), OLDEST_FIRST.map((each) => rowOf(each, SLOTS[ALL.indexOf(each)])));
    }
  });

  test(`${where}: what is known comes in once`, async () => {
    browser.database = there;
    const store = localStore("moon");
    await store.add([ALL[0]]);
    store.record("m/one", made(4));
    assert.deepEqual(await store.add([...ALL, ALL[1], made(4)]), { added: 2, known: 3 });
    assert.equal((await store.rows()).length, 4);
    assert.equal((await store.statements()).length, 4);
  });

  test(`${where}: an id that is there stays what it is, whatever another file says of it`, async () => {
    browser.database = there;
    const store = localStore("moon");
    await store.add([ALL[0]]);
    assert.deepEqual(await store.add([{ ...made(9), id: ALL[0].id }, made(3, { question: "m/two" })]), { added: 0, known: 2 });
    assert.deepEqual(await store.statements(), [ALL[0]]);
    assert.deepEqual(await store.rows(), [rowOf(ALL[0], "m/one")]);
  });

  test(`${where}: of a list in which one is wrong, nothing comes in`, async () => {
    browser.database = there;
    const store = localStore("moon");
    for (const wrong of [made(9, { course: "mars" }), { ...made(9), timestamp: "noon" }, {}, null, 17]) {
      await assert.rejects(store.add([ALL[0], /** @type {any} */ (wrong)]), TypeError);
    }
    assert.deepEqual(await store.rows(), []);
  });

  test(`${where}: all of a course goes, and nothing of another`, async () => {
    browser.database = there;
    const [moon, mars] = [localStore("moon"), localStore("mars")];
    await moon.add(ALL);
    await mars.add([made(5, { course: "mars" })]);
    moon.save("m/one", { v: 1 });
    mars.save("m/one", { v: 1 });
    entries.set(keyIn(made(6)), JSON.stringify(made(6)));
    await moon.forget();
    assert.deepEqual([await moon.rows(), await moon.statements()], [[], []]);
    assert.deepEqual([moon.draft("m/one"), mars.draft("m/one")], [null, { v: 1 }]);
    assert.equal((await mars.rows()).length, 1);
    assert.deepEqual([...entries.keys()].filter((key) => key.includes(":moon:") && !key.endsWith(":log")), []);
  });

  test(`${where}: the learner's name goes with the last answer of all courses`, async () => {
    browser.database = there;
    const [moon, mars] = [localStore("moon"), localStore("mars")];
    const before = actor();
    await moon.add(ALL);
    await mars.add([made(5, { course: "mars" })]);
    await moon.forget();
    assert.equal(actor(), before);
    mars.save("m/one", { v: 1 });
    await letGo("mars", [{ slot: "m/one", id: made(5).id }], []);
    assert.equal(actor(), before, "something was begun");
    await letGo("mars", [], ["m/one"]);
    assert.equal(entries.has("selfcheck.actor"), false);
    assert.notEqual(actor(), before);
    assert.equal(actor(), actor());
  });

  test(`${where}: what finds no room is not kept in part`, async () => {
    browser.database = there;
    const store = localStore("moon");
    await store.add([ALL[0]]);
    if (there) browser.takes = false;
    else browser.room = 2000;
    await assert.rejects(store.add([ALL[1], ALL[2], ...Array.from({ length: 9 }, (_, n) => made(n + 10))]));
    browser.takes = true;
    assert.deepEqual(await store.statements(), [ALL[0]]);
    assert.equal((await store.rows()).length, 1);
  });
}

test("a name that the browser does not remember is forgotten too", async () => {
  browser.room = 10;
  const before = actor();
  assert.equal(actor(), before);
  await localStore("moon").forget();
  assert.notEqual(actor(), before);
});

test("the name stays while another course may have answers that cannot be seen just now", async () => {
  browser.database = false;
  entries.set("selfcheck:v1:mars:log", "true");
  const before = actor();
  await localStore("moon").forget();
  assert.equal(actor(), before);
});

test("an id may be any that a file may have, with and without a database", async () => {
  const named = { ...made(4), id: "urn:uuid:4" };
  browser.database = false;
  assert.deepEqual(await localStore("moon").add([named]), { added: 1, known: 0 });
  browser.database = true;
  const store = localStore("moon");
  assert.deepEqual(await store.add([named, ALL[0]]), { added: 1, known: 1 });
  assert.deepEqual((await store.rows()).map(({ id, slot }) => [id, slot]), [[ALL[0].id, "m/one"], ["urn:uuid:4", "m/one"]]);
  await store.load(["m/one"]);
  assert.deepEqual(store.attempts("m/one").map(({ id }) => id), [ALL[0].id, "urn:uuid:4"]);
});

test("what waits in localStorage counts, and once where it has gone on", async () => {
  const store = localStore("moon");
  await store.add([ALL[0]]);
  entries.set(keyIn(ALL[0]), JSON.stringify(ALL[0]));
  entries.set(keyIn(made(4)), JSON.stringify(made(4)));
  entries.set(keyIn(made(5)), "{");
  assert.deepEqual((await store.rows()).map(({ at }) => at), [3, 4]);
  assert.deepEqual((await store.statements()).map(({ id }) => id), [ALL[0].id, made(4).id]);
});

test("what another page moves into the database meanwhile is seen all the same", async () => {
  const store = localStore("moon");
  await store.add([ALL[0]]);
  for (const read of [() => store.rows(), () => store.statements()]) {
    entries.set(keyIn(made(4)), JSON.stringify(made(4)));
    const asked = read();
    // After the database was read, as far as this page can tell.
    entries.delete(keyIn(made(4)));
    assert.deepEqual(/** @type {{ id: string }[]} */ (await asked).map(({ id }) => id), [ALL[0].id, made(4).id]);
  }
});

test("rows are those of the attempts, whatever was kept of them", async () => {
  const store = localStore("moon");
  await store.add(ALL);
  const wanted = await store.rows();
  const [one, two] = wanted;
  const written = [one.id, one.slot, one.at, one.fp, one.score, one.tries, one.hints];
  for (const poison of [
    null, 17, "rows", [], {}, { v: 2, rows: [written] }, { v: 1 }, { v: 1, rows: 17 }, { v: 1, rows: [null, 1, {}, [], [[]]] },
    { v: 1, rows: [written, written] }, { v: 1, rows: [["gone", ...written.slice(1)]] }, { v: 1, rows: [[two.id, 17, ...written.slice(2)]] },
    { v: 1, rows: [[one.id, one.slot, "noon", one.fp, one.score, one.tries, one.hints]] },
  ]) {
    await cached(poison);
    assert.deepEqual(await store.rows(), wanted, JSON.stringify(poison));
  }
});

for (const [what, forget] of /** @type {[string, (store: any) => Promise<void>][]} */ ([
  ["all of a course", (store) => store.forget()],
  ["one question", () => letGo("moon", ALL.map(({ id }, n) => ({ slot: SLOTS[n], id })), [])],
])) {
  test(`of what was forgotten, ${what}, no rows stay either, nor come back from who read before`, async (t) => {
    const store = localStore("moon");
    await store.add(ALL);
    await forget(store);
    assert.deepEqual(await kept(), []);
    await store.add(ALL);
    await cached(null);
    // Has read the attempts when they are forgotten, and puts their rows by after that.
    /** @type {Promise<void> | undefined} */
    let forgotten;
    const { get } = IDBObjectStore.prototype;
    t.after(() => (IDBObjectStore.prototype.get = get));
    IDBObjectStore.prototype.get = function (...given) {
      if (this.name === "attempts") forgotten ??= forget(store);
      return get.apply(this, given);
    };
    assert.equal((await store.rows()).length, 3);
    await forgotten;
    assert.deepEqual(await kept(), []);
  });
}

test("attempts of any kind are lived with, and the good ones come out", async () => {
  const store = localStore("moon");
  await store.add([ALL[0]]);
  const poisons = [null, 17, "", "{", "[]", "{}", {}, [], JSON.stringify({ ...made(9), result: null }), "x".repeat(2_000_000)];
  await transact("readwrite", (attempts) => poisons.forEach((poison, n) => void attempts.put(poison, ["moon", "m/one", `poison-${n}`])));
  await transact("readwrite", (attempts) => [1, "moon", ["moon"], ["moon", "m/one", 7], ["moon", "m/one", "a", "b"]].forEach((key) => void attempts.put("{", key)));
  assert.deepEqual((await store.rows()).map(({ id }) => id), [ALL[0].id]);
  assert.deepEqual(await store.statements(), [ALL[0]]);
  await store.load(["m/one"]);
  assert.deepEqual(store.attempts("m/one").map(({ id }) => id), [ALL[0].id]);
});

test("half of a log is not shown as all of it", async () => {
  const store = localStore("moon");
  await store.add(ALL);
  // A later version of the site, say, which keeps attempts elsewhere.
  await database((later) => later.deleteObjectStore("attempts")).then((opened) => /** @type {any} */ (opened).close());
  entries.set(keyIn(made(4)), JSON.stringify(made(4)));
  await assert.rejects(store.rows());
  await assert.rejects(store.statements());
  await assert.rejects(store.add([made(5)]));
  await assert.rejects(store.forget());
});

test("it says where answers are, and what the browser has promised", async () => {
  const here = Object.getOwnPropertyDescriptor(globalThis, "navigator") ?? {};
  const store = localStore("moon");
  for (const [storage, promised] of /** @type {const} */ ([
    [undefined, null],
    [{}, null],
    [{ persisted: async () => true }, true],
    [{ persisted: async () => false }, false],
    [{ persisted: async () => Promise.reject(new Error("opaque")) }, null],
  ])) {
    Object.defineProperty(globalThis, "navigator", { configurable: true, value: { storage } });
    assert.deepEqual(await store.kept(), { where: "browser", promised, trouble: null });
  }
  Object.defineProperty(globalThis, "navigator", here);
});

test("views hear of what is brought in and of what is deleted", async () => {
  const [here, there] = [localStore("moon"), localStore("moon")];
  for (const act of [() => there.add(ALL), () => there.forget()]) {
    await /** @type {Promise<void>} */ (new Promise((resolve) => {
      /** @param {string} [slot] */
      const heard = (slot) => {
        if (slot !== undefined) return;
        end();
        resolve();
      };
      const end = here.watch(heard);
      void act();
    }));
  }
});

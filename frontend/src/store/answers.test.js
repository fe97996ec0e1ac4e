/** An attempt's way: first into `localStorage`, from there into the database; and what goes wrong on it. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { keyIn, made } from "../../test-support/attempts.js";
import { browser, database, deleted, entries, unused } from "../../test-support/browser.js";
import { features } from "../registry.js";
import { announce } from "./announce.js";

const { answers } = await import("./answers.js");
const { log } = await import("./settle.js");
const { drop, found } = await import("./storage.js");

const attempts = () => [...entries.keys()].filter((key) => key.includes(":attempt:"));
/** @param {string} [slot] what the database has, under whatever course */
const inside = async (slot = "m/one") => (await log("moon", [slot]))[0].map(([, text]) => JSON.parse(text).id);
const shown = (/** @type {boolean} */ persisted) => dispatchEvent(Object.assign(new Event("pageshow"), { persisted }));
const ids = (/** @type {{ id: string }[]} */ all) => all.map(({ id }) => id);

/**
 * @param {import("../types.d.ts").Store} store
 * @param {(slot?: string) => boolean} [over]
 * @returns {Promise<void>} when the store has said something after which it is *over*
 */
function heard(store, over = () => !attempts().length) {
  return new Promise((resolve) => {
    const end = store.watch((slot) => {
      if (!over(slot)) return;
      end();
      resolve();
    });
  });
}

/**
 * What a store says of no slot after a check: at first whether there is a database, and if there is, at
 * last whether that has the attempt.
 *
 * @param {number} n
 */
const answer = (n) => (/** @type {string | undefined} */ slot) => slot === "" && (n -= 1) === 0;

beforeEach(async () => {
  browser.room = Infinity;
  for (const key of found("")) drop(key);
  await unused();
  features.log = log;
  features.ready = undefined;
});

test("a check is in localStorage at once, and soon in the database alone", async () => {
  const store = answers("moon");
  store.save("m/one", { v: 1 });
  const settled = heard(store, () => found("selfcheck:v1:moon:log").length > 0);
  store.record("m/one", made(1));
  assert.deepEqual(attempts(), [keyIn(made(1))]);
  assert.equal(store.draft("m/one"), null);
  assert.deepEqual(ids(store.attempts("m/one")), [made(1).id]);
  await settled;
  assert.deepEqual(await inside(), [made(1).id]);
  const again = answers("moon");
  await again.load(["m/one"]);
  assert.deepEqual(ids(again.attempts("m/one")), [made(1).id]);
  assert.equal(again.trouble, null);
});

test("whoever has answered nothing needs no database, nor what it is read with", async () => {
  features.ready = () => assert.fail("loaded");
  await answers("moon").load(["m/one"]);
});

test("a sitting brings the first one along, and no slot brings another", async () => {
  const store = answers("moon");
  const all = [made(1), made(2, { sitting: "after" }), made(3, { question: "m/one-more" }), made(4, { course: "mars" })];
  const settled = heard(store);
  store.record("m/one", all[0]);
  store.record("m/one@after", all[1]);
  store.record("m/one-more", all[2]);
  await settled;
  const again = answers("moon");
  await again.load(["m/one@after"]);
  assert.deepEqual(ids(again.attempts("m/one@after")), [all[1].id]);
  assert.deepEqual(ids(again.attempts("m/one")), [all[0].id]);
  assert.deepEqual(again.attempts("m/one-more"), []);
});

test("what the version before has kept is taken over, and nothing else", async () => {
  const other = "selfcheck:v1:mars:attempt:m/one:1";
  const rubbish = ["selfcheck:v1:moon:attempt:m/one:1", "selfcheck:v1:moon:attempt:", "selfcheck:v1:moon:attempt:m/one:2"];
  for (let n = 1; n <= 130; n += 1) entries.set(keyIn(made(n), n % 2 ? "m/one" : "m/two"), JSON.stringify(made(n)));
  entries.set(other, JSON.stringify(made(1)));
  for (const key of rubbish) entries.set(key, "{");
  const store = answers("moon");
  const settled = heard(store, () => attempts().length === rubbish.length + 1);
  await store.load(["m/one", "m/two"]);
  assert.equal(store.attempts("m/one").length, 65);
  await settled;
  assert.deepEqual(attempts().sort(), [...rubbish, other].sort());
  assert.equal((await inside()).length, 65);
  assert.equal((await inside("m/two")).length, 65);
  await store.load(["m/one"]);
  assert.equal(store.attempts("m/one").length, 65);
  assert.deepEqual(ids(store.attempts("m/one")).at(-1), made(129).id);
});

test("what a page that was left has not moved goes on with the next", async () => {
  features.log = undefined;
  answers("moon").record("m/one", made(1));
  features.log = log;
  const store = answers("moon");
  const settled = heard(store);
  await store.load(["m/two"]);
  await settled;
  assert.deepEqual(await inside(), [made(1).id]);
});

test("what another page moves on while this one reads is seen all the same", async () => {
  entries.set(keyIn(made(1)), JSON.stringify(made(1)));
  const store = answers("moon");
  const asked = store.load(["m/one"]);
  entries.delete(keyIn(made(1)));
  await asked;
  assert.deepEqual(ids(store.attempts("m/one")), [made(1).id]);
});

test("without a database it stays where it is, and is no trouble", async () => {
  browser.database = false;
  const store = answers("moon");
  const told = heard(store, answer(1));
  store.record("m/one", made(1));
  await told;
  const again = answers("moon");
  await again.load(["m/one"]);
  assert.deepEqual(ids(again.attempts("m/one")), [made(1).id]);
  assert.equal(again.trouble, null);
});

test("where localStorage is full it goes into the database, and is no trouble", async () => {
  const store = answers("moon");
  await store.load(["m/one"]);
  browser.room = 0;
  const settled = heard(store, () => !found("selfcheck:v1:moon:attempt").length);
  store.record("m/one", made(1));
  assert.equal(store.trouble, null);
  await settled;
  assert.deepEqual(await inside(), [made(1).id]);
  assert.equal(store.trouble, null);
});

for (const [how, spoil] of /** @type {[string, () => void][]} */ ([
  ["is not to be had", () => (browser.database = false)],
  ["is full as well", () => (browser.takes = false)],
])) {
  test(`where the database ${how}, an attempt without room is trouble until it finds some`, async () => {
    const store = answers("moon");
    spoil();
    browser.room = 0;
    const told = heard(store, () => store.trouble === "no-room");
    store.record("m/one", made(1));
    await told;
    assert.deepEqual(ids(store.attempts("m/one")), [made(1).id], "until the page is left");
    Object.assign(browser, { database: true, takes: true });
    const kept = heard(store, () => store.trouble === null);
    store.record("m/one", made(2));
    await kept;
    assert.deepEqual((await inside()).sort(), ids([made(1), made(2)]));
  });
}

test("a database that fails once is tried again", async () => {
  const store = answers("moon");
  browser.takes = false;
  const failed = heard(store, answer(2));
  store.record("m/one", made(1));
  await failed;
  assert.deepEqual(attempts(), [keyIn(made(1))]);
  browser.takes = true;
  const settled = heard(store);
  store.record("m/one", made(2));
  await settled;
  assert.deepEqual((await inside()).sort(), ids([made(1), made(2)]));
});

test("a database of a later version is used as long as it has attempts", async () => {
  await database((later) => later.createObjectStore("attempts")).then((opened) => /** @type {any} */ (opened).close());
  const store = answers("moon");
  const settled = heard(store);
  store.record("m/one", made(1));
  await settled;
  assert.deepEqual(await inside(), [made(1).id]);
});

test("in one that has none, nothing is looked for", async () => {
  await database((later) => later.createObjectStore("else")).then((opened) => /** @type {any} */ (opened).close());
  const store = answers("moon");
  const told = heard(store, answer(1));
  store.record("m/one", made(1));
  await told;
  assert.deepEqual(attempts(), [keyIn(made(1))]);
  assert.equal(store.trouble, null);
});

test("one that is deleted while it is in use does not wait, and is made anew", async () => {
  const store = answers("moon");
  let settled = heard(store);
  store.record("m/one", made(1));
  await settled;
  await deleted();
  settled = heard(store);
  store.record("m/one", made(2));
  await settled;
  assert.deepEqual(await inside(), [made(2).id]);
});

test("one that does not answer holds a page up for half a second, which follows when it does", async () => {
  const first = answers("moon");
  const settled = heard(first);
  first.record("m/one", made(1));
  await settled;
  let ready = () => {};
  features.ready = () => new Promise((resolve) => {
    ready = resolve;
  });
  const store = answers("moon");
  const start = performance.now();
  await store.load(["m/one"]);
  assert.ok(performance.now() - start < 2000);
  assert.deepEqual(store.attempts("m/one"), []);
  const follows = heard(store, () => store.attempts("m/one").length === 1);
  ready();
  await follows;
});

test("other views hear of a check, of a draft, and of all that has changed", async () => {
  const [here, there, elsewhere] = [answers("moon"), answers("moon"), answers("mars")];
  /** @type {unknown[]} */
  const said = [];
  const ends = [elsewhere.watch((slot) => said.push(slot)), here.watch(() => {})];
  /** @param {string} [wanted] */
  function news(wanted) {
    return /** @type {Promise<void>} */ (new Promise((resolve) => {
      ends.push(there.watch((slot) => {
        if (slot === wanted) resolve();
      }));
    }));
  }
  /** @type {unknown[]} */
  const heard = [];
  ends.push(there.watch((slot) => heard.push(slot)));
  await Promise.all([news("m/one"), here.record("m/one", made(1))]);
  assert.deepEqual(ids(there.attempts("m/one")), [made(1).id]);
  await Promise.all([news("m/two"), here.save("m/two", { v: 1 })]);
  assert.deepEqual(there.draft("m/two"), { v: 1 });
  // The browser tells other pages of what is written, too: a message may be there before it.
  dispatchEvent(Object.assign(new Event("storage"), { key: "selfcheck:v1:moon:draft:m/three" }));
  assert.equal(heard.at(-1), "m/three");
  // Of an attempt too, which no slot is named with then: its text came with the message.
  dispatchEvent(Object.assign(new Event("storage"), { key: keyIn(made(3)) }));
  assert.equal(heard.at(-1), "");
  drop(keyIn(made(1)));
  await deleted();
  await Promise.all([news(undefined), announce("moon")]);
  assert.deepEqual(there.attempts("m/one"), []);
  assert.deepEqual(here.attempts("m/one"), []);
  assert.deepEqual(said, []);
  for (const end of ends) end();
});

test("a page that comes back as it was left looks again, and one that is shown at first does not", async () => {
  const store = answers("moon");
  await store.load(["m/one"]);
  assert.deepEqual(store.attempts("m/one"), []);
  let asked = 0;
  features.ready = async () => void (asked += 1);
  const over = heard(store, () => store.attempts("m/one").length === 1);
  // By a page of which it has heard nothing.
  entries.set(keyIn(made(1)), JSON.stringify(made(1)));
  shown(false);
  assert.equal(asked, 0);
  shown(true);
  assert.equal(asked, 1);
  await over;
  await heard(store);
});

for (const [where, fail] of /** @type {[string, () => void][]} */ ([
  ["", () => {}],
  [" in a database that fails", () => (features.log = () => Promise.reject(new Error("lost")))],
])) {
  test(`what is checked while a page looks again${where} is seen all the same`, async () => {
    const store = answers("moon");
    const settled = heard(store);
    store.record("m/one", made(1));
    await settled;
    await store.load(["m/one"]);
    let ready = () => {};
    const loaded = /** @type {Promise<void>} */ (new Promise((resolve) => {
      ready = resolve;
    }));
    features.ready = () => loaded;
    /** @type {string[]} */
    let seen = [];
    const over = heard(store, (slot) => {
      seen = ids(store.attempts("m/one"));
      return slot === undefined;
    });
    shown(true);
    store.record("m/one", made(2));
    fail();
    ready();
    await over;
    assert.deepEqual(seen, ids([made(1), made(2)]));
  });
}

test("what other pages say may be anything", async () => {
  const store = answers("moon");
  const channel = new BroadcastChannel("selfcheck");
  const over = heard(store, () => ids(store.attempts("m/one")).length > 0);
  for (const poison of [null, 1, "moon", {}, [], ["moon", 1, 2], ["moon", "m/one", {}], ["moon", "m/one", "{"], ["moon", {}, []], ["moon", null, "x"], [["moon"]]]) {
    channel.postMessage(poison);
  }
  channel.postMessage(["moon", "m/one", JSON.stringify(made(1))]);
  await over;
  channel.close();
});

test("a database that fails takes nothing away that was seen", async () => {
  const store = answers("moon");
  const settled = heard(store);
  store.record("m/one", made(1));
  await settled;
  const again = answers("moon");
  await again.load(["m/one"]);
  const ends = [again.watch(() => {})];
  features.log = async () => Promise.reject(new Error("lost"));
  for (const time of ["once", "and twice"]) {
    const told = new Promise((resolve) => {
      ends.push(again.watch((slot) => {
        if (slot === undefined) resolve(undefined);
      }));
    });
    shown(true);
    await told;
    assert.deepEqual(ids(again.attempts("m/one")), [made(1).id], time);
  }
  for (const end of ends) end();
});

test("the browser is asked not to delete with the first attempt, and once", async () => {
  let asked = 0;
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: { storage: { persist: async () => (asked += 1) > 0 } } });
  const store = answers("moon");
  await store.load(["m/one"]);
  assert.equal(asked, 0);
  for (const n of [1, 2]) {
    const settled = heard(store);
    store.record("m/one", made(n));
    await settled;
    assert.equal(asked, 1);
  }
});

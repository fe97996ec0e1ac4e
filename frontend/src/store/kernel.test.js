import assert from "node:assert/strict";
import { test } from "node:test";
import { COURSE, SLOT, browser, kernel, settled, statement } from "../../test-support/pretend.js";
import { kernelStore } from "./kernel.js";

/** The evening of 14 November 2023. */
const THEN = 1_700_000_000_000;

/**
 * @param {import("node:test").TestContext} t
 * @param {ReturnType<typeof kernel>} there
 * @param {any} local
 */
function begin(t, there = kernel(), local = browser()) {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"], now: THEN });
  const dropped = /** @type {string[]} */ ([]);
  const store = kernelStore(there.model, local, async (_, attempts, drafts) => {
    dropped.push(...attempts.map(({ id }) => id), ...drafts);
    for (const { id } of attempts) local.kept.splice(local.kept.findIndex((/** @type {any} */ one) => one.id === id), 1);
    for (const slot of drafts) delete local.drafts[slot];
  });
  t.after(() => store.end());
  return { store, there, local, dropped };
}

const idsOf = (/** @type {{ id: string }[]} */ all) => all.map(({ id }) => id);

test("of two drafts the newer counts, also where the browser has none", async (t) => {
  const [older, newer] = [{ v: 1, at: 1 }, { v: 1, at: 2 }];
  for (const [here, told, wanted] of [[older, newer, newer], [newer, older, newer], [null, older, older], [older, null, older], [null, null, null]]) {
    const { store, there, local } = begin(t);
    local.drafts[SLOT] = here;
    there.drafts = told ? { [SLOT]: told } : {};
    await store.load([SLOT]);
    assert.deepEqual(store.draft(SLOT), wanted);
    t.mock.timers.reset();
  }
});

test("attempts of browser and kernel are one log, each once, the oldest first", async (t) => {
  const [a, b, c] = [statement("a", 10), statement("b", 20), statement("c", 30)];
  const after = statement("x", 5, { "urn:selfcheck:sitting": "after" });
  const { store, there } = begin(t, kernel([c, b, a, after]), browser([b]));
  await store.load([SLOT, `${SLOT}@after`]);
  assert.deepEqual(idsOf(store.attempts(SLOT)), ["a", "b", "c"]);
  assert.deepEqual(idsOf(store.attempts(`${SLOT}@after`)), ["x"]);
  assert.deepEqual(there.sent[0].known, ["b"], "what is here is not sent again");
});

test("a quiz does not wait for a kernel that is busy, and follows when it answers", async (t) => {
  const { store, there } = begin(t, kernel([statement("a", 10)]));
  there.silent = true;
  const loaded = store.load([SLOT]);
  await settled();
  t.mock.timers.tick(500);
  await loaded;
  assert.deepEqual(store.attempts(SLOT), []);
  let heard = 0;
  store.watch(() => (heard += 1));
  there.tells({ type: "log", nr: there.sent[0].nr, statements: there.log, kept: [], drafts: {} });
  await settled();
  assert.deepEqual(idsOf(store.attempts(SLOT)), ["a"]);
  assert.equal(heard, 1);
});

test("an attempt is kept here first, and confirmed by the kernel", async (t) => {
  const { store, there, local } = begin(t);
  store.save(SLOT, { v: 1, at: 1 });
  store.record(SLOT, statement("a", THEN));
  assert.deepEqual(idsOf(local.kept), ["a"]);
  await settled();
  assert.deepEqual(idsOf(there.log), ["a"]);
  t.mock.timers.tick(60_000);
  assert.equal(store.trouble, null);
  assert.deepEqual((await store.kept()).where, "kernel");
});

test("what is not confirmed in ten seconds is said, and then no more", async (t) => {
  const { store, there } = begin(t);
  const said = /** @type {any[]} */ ([]);
  store.watch(() => said.push(store.trouble));
  there.silent = true;
  store.record(SLOT, statement("a", THEN));
  t.mock.timers.tick(9_000);
  assert.equal(store.trouble, null);
  t.mock.timers.tick(2_000);
  assert.deepEqual(said, ["kernel-silent"]);
  there.tells({ type: "kept", ids: ["a"], forgotten: [] });
  assert.deepEqual(said, ["kernel-silent", null]);
});

test("why the kernel keeps nothing is said, and all of it is sent with the next", async (t) => {
  const { store, there, local } = begin(t);
  for (const [trouble, said] of [["full", "kernel-full"], ["read-only", "kernel-read-only"], ["something new", "kernel-failed"]]) {
    there.trouble = trouble;
    store.record(SLOT, statement(`not ${trouble}`, THEN));
    await settled();
    assert.equal(store.trouble, said);
  }
  local.trouble = "forgets";
  assert.equal(store.trouble, "lost");
  there.trouble = null;
  store.record(SLOT, statement("last", THEN + 1));
  await settled();
  assert.deepEqual(idsOf(there.log).sort(), ["last", "not full", "not read-only", "not something new"]);
  assert.equal(store.trouble, null, "what the browser cannot keep, the kernel does");
});

test("what the kernel could not keep is sent again after a while, by itself", async (t) => {
  const { store, there } = begin(t);
  there.trouble = "locked";
  store.record(SLOT, statement("a", THEN));
  await settled();
  there.trouble = null;
  t.mock.timers.tick(11_000);
  await settled();
  assert.deepEqual(idsOf(there.log), ["a"]);
  assert.equal(store.trouble, null);
  t.mock.timers.tick(60_000);
  assert.deepEqual(there.types(), ["attempt", "attempt"]);
});

test("an attempt that is late is said, also when one before it was not", async (t) => {
  const { store, there } = begin(t);
  there.silent = true;
  store.record(SLOT, statement("a", THEN));
  t.mock.timers.tick(9_000);
  store.record(SLOT, statement("b", THEN + 1));
  there.tells({ type: "kept", ids: ["a"], forgotten: [] });
  const said = /** @type {any[]} */ ([]);
  store.watch(() => said.push(store.trouble));
  t.mock.timers.tick(8_000);
  assert.equal(said.at(-1), null);
  t.mock.timers.tick(12_000);
  assert.equal(said.at(-1), "kernel-silent");
});

test("a view that opens sends what the kernel has not heard of", async (t) => {
  const [a, b, c] = [statement("a", 10), statement("b", 20), statement("c", 30)];
  const { store, there } = begin(t, kernel([a]), browser([a, b, c, { id: "rubbish" }]));
  await store.load([SLOT]);
  await settled();
  assert.deepEqual(idsOf(there.log), ["a", "b", "c"]);
  assert.deepEqual(there.types(), ["open", "attempt"]);
  await store.load([SLOT]);
  await settled();
  assert.deepEqual(there.types(), ["open", "attempt", "open"], "all is confirmed");
});

test("a kernel that comes back hears of what it has missed, and is asked for no more than that", async (t) => {
  const { store, there } = begin(t);
  await store.load([SLOT]);
  const { statusChanged, connectionStatusChanged } = there.connection;
  const become = (/** @type {any} */ signal, /** @type {string[]} */ ...all) => all.forEach((status) => signal.all.forEach((/** @type {any} */ each) => each(null, status)));
  become(statusChanged, "busy", "idle", "busy", "idle");
  await settled();
  assert.deepEqual(there.types(), ["open"]);
  there.connection.status = "dead";
  store.record(SLOT, statement("a", THEN));
  assert.equal(store.trouble, null, "without a kernel the browser's store alone");
  there.connection.status = "idle";
  become(statusChanged, "restarting", "starting", "idle");
  await settled();
  assert.deepEqual(idsOf(there.log), ["a"]);
  become(connectionStatusChanged, "connecting", "connected");
  await settled();
  assert.deepEqual(there.types(), ["open", "open", "attempt", "open"]);
});

test("nobody tells a kernel that is gone", async (t) => {
  for (const gone of [null, { isDisposed: true }, { status: "dead" }]) {
    const { store, there, local } = begin(t);
    there.model.widget_manager = { kernel: gone };
    store.record(SLOT, statement("a", THEN));
    store.save(SLOT, { v: 1 });
    await store.load([SLOT]);
    assert.deepEqual(idsOf(await store.statements()), ["a"]);
    assert.equal((await store.rows()).length, 1);
    local.trouble = "forgets";
    assert.equal(store.trouble, "forgets");
    assert.deepEqual(there.sent, []);
    t.mock.timers.reset();
  }
});

test("an answer is kept where the kernel cannot be told", async (t) => {
  const { store, there, local } = begin(t);
  there.model.send = () => assert.fail("Cannot send");
  store.record(SLOT, statement("a", THEN));
  assert.deepEqual(idsOf(local.kept), ["a"]);
});

test("what was forgotten elsewhere goes here too, and does not come back", async (t) => {
  const [old, late] = [statement("old", 10), statement("late", THEN)];
  const there = kernel();
  there.forgotten = 10;
  const { store, local, dropped } = begin(t, there, browser([old, late]));
  local.drafts[SLOT] = { v: 1, at: 10 };
  await store.load([SLOT]);
  await settled();
  assert.deepEqual(dropped, ["old", SLOT]);
  assert.deepEqual(idsOf(there.log), ["late"]);
  assert.deepEqual(idsOf(store.attempts(SLOT)), ["late"]);
});

test("what is forgotten while it is shown goes, from the clock that went ahead as well", async (t) => {
  const { store, there, local } = begin(t, kernel([statement("told", 10)]), browser([statement("ahead", 2 * THEN)]));
  await store.load([SLOT]);
  await settled();
  assert.deepEqual(idsOf(store.attempts(SLOT)), ["told", "ahead"]);
  there.tells({ type: "forgotten", at: THEN });
  await settled();
  assert.deepEqual(store.attempts(SLOT), []);
  assert.deepEqual(local.kept, []);
});

/** What a command in a terminal does: nobody is told. @param {ReturnType<typeof kernel>} there */
function forgetElsewhere(there) {
  there.log = [];
  there.forgotten = THEN + 5;
}

for (const [when, hears] of /** @type {[string, (all: any) => void][]} */ ([
  ["it is shown once more", ({ store }) => void store.load([SLOT])],
  ["something is answered", ({ store }) => store.record("moon/two", { ...statement("new", THEN + 9), object: { ...statement("new", 0).object, id: "urn:selfcheck:question:moon:moon/two" } })],
])) {
  test(`what was forgotten elsewhere while it is shown goes when ${when}`, async (t) => {
    const [sent, other] = [statement("sent", THEN), statement("other", THEN + 1)];
    const all = begin(t, kernel([statement("told", THEN - 1)]), browser([sent]));
    const { store, there, local } = all;
    await store.load([SLOT]);
    store.record(SLOT, other);
    store.save("moon/begun", { v: 1, at: THEN + 2 });
    await settled();
    assert.deepEqual(idsOf(store.attempts(SLOT)), ["told", "sent", "other"]);
    forgetElsewhere(there);
    hears(all);
    await settled();
    assert.deepEqual(store.attempts(SLOT), []);
    assert.deepEqual(idsOf(local.kept).filter((/** @type {string} */ id) => id !== "new"), []);
    assert.deepEqual(idsOf(there.log).filter((/** @type {string} */ id) => id !== "new"), [], "nothing comes back");
    // What the kernel remembers of drafts is as old.
    there.tells({ type: "draft", slot: SLOT, draft: { v: 1, at: THEN + 3 } });
    assert.equal(store.draft(SLOT), null);
  });
}

test("what was brought in again is not forgotten, nor while the kernel cannot read it", async (t) => {
  const [old, late] = [statement("old", 10), statement("late", THEN)];
  const there = kernel([old]);
  const { store, local, dropped } = begin(t, there, browser([old, late]));
  await store.load([SLOT]);
  there.forgotten = 20;
  await store.load([SLOT]);
  await settled();
  there.trouble = "locked";
  there.log = [];
  await store.load([SLOT]);
  await settled();
  assert.deepEqual(idsOf(store.attempts(SLOT)), ["old", "late"]);
  assert.deepEqual([idsOf(local.kept), dropped], [["old", "late"], []]);
});

test("a kernel that has not answered is told nothing twice", async (t) => {
  const { store, there } = begin(t);
  const sent = () => there.sent.filter(({ type }) => type === "attempt").map((message) => idsOf(message.statements ?? [message.statement]).join());
  there.silent = true;
  store.record(SLOT, statement("a", THEN));
  // It waits for a lock, and says so after half a minute.
  t.mock.timers.tick(30_000);
  there.tells({ type: "not-kept", ids: ["a"], trouble: "locked" });
  store.record(SLOT, statement("b", THEN + 1));
  assert.deepEqual(sent(), ["a", "a,b"]);
  t.mock.timers.tick(40_000);
  store.record(SLOT, statement("c", THEN + 2));
  assert.deepEqual(sent(), ["a", "a,b", "c"]);
  there.tells({ type: "not-kept", ids: ["a", "b"], trouble: "locked" });
  t.mock.timers.tick(11_000);
  assert.deepEqual(sent(), ["a", "a,b", "c", "a,b"]);
  there.tells({ type: "kept", ids: ["a", "b", "c"], forgotten: [] });
  assert.equal(store.trouble, null);
});

test("a clock that has gone back since loses nothing", async (t) => {
  const there = kernel();
  there.forgotten = 2 * THEN;
  const { store } = begin(t, there);
  await store.load([SLOT]);
  store.record(SLOT, statement("a", THEN));
  await settled();
  assert.deepEqual(idsOf(there.log), ["a"]);
  assert.equal(store.attempts(SLOT)[0].at, 2 * THEN + 1);
});

test("views hear of drafts and attempts that others make", async (t) => {
  const { store, there } = begin(t);
  await store.load([SLOT]);
  const heard = /** @type {any[]} */ ([]);
  store.watch((slot) => heard.push(slot));
  store.save(SLOT, { v: 1, at: 2, response: "ab" });
  there.tells({ type: "draft", slot: SLOT, draft: { v: 1, at: 1, response: "a" } });
  assert.equal(store.draft(SLOT).response, "ab", "its own, which comes back late, is no news");
  there.tells({ type: "draft", slot: SLOT, draft: { v: 1, at: 3, response: "abc" } });
  assert.equal(store.draft(SLOT).response, "abc");
  there.log.push(statement("b", 20));
  there.tells({ type: "news", made: [["moon/two", "x"]] });
  there.tells({ type: "kept", ids: ["b"], forgotten: [] });
  there.tells({ type: "news", made: [[SLOT, "b"]] });
  await settled();
  assert.deepEqual(idsOf(store.attempts(SLOT)), ["b"]);
  assert.deepEqual(there.types(), ["open", "draft", "open"]);
});

test("damage is said", async (t) => {
  const { store, there } = begin(t);
  there.trouble = "damaged";
  await store.load([SLOT]);
  assert.equal(store.trouble, "kernel-damaged");
});

test("what the kernel cannot read is said, until it can", async (t) => {
  const { store, there } = begin(t);
  there.trouble = "newer";
  await store.load([SLOT]);
  assert.equal(store.trouble, "kernel-newer");
  there.trouble = null;
  await store.load([SLOT]);
  assert.equal(store.trouble, null);
});

for (const message of [null, 7, "kept", [], {}, { type: "kept" }, { type: "kept", ids: 7, forgotten: [null] }, { type: "not-kept" }, { type: "draft", slot: 1 }, { type: "draft", slot: SLOT, draft: [] }, { type: "news", made: [null, 7, ["a"]] }, { type: "forgotten" }, { type: "log" }]) {
  test(`a message may be anything: ${JSON.stringify(message)}`, async (t) => {
    const { store, there } = begin(t, kernel(), browser([statement("a", 10)]));
    await store.load([SLOT]);
    there.tells(message);
    await settled();
    assert.deepEqual(idsOf(store.attempts(SLOT)), ["a"]);
    assert.equal(store.course, COURSE);
  });
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { begunAnew, pieceOf, unitsOf } from "./unit.js";

const AT = 1_000;

/**
 * @param {Record<string, string>} latest ids by slot, as the store has them
 * @param {Record<string, any>} [drafts]
 */
function store(latest, drafts = {}) {
  /** @type {Record<string, any>} */
  const saved = {};
  return {
    saved,
    attempts: (/** @type {string} */ slot) => (slot in latest ? /** @type {any[]} */ ([{ id: "first" }, { id: latest[slot] }]) : []),
    draft: (/** @type {string} */ slot) => drafts[slot] ?? null,
    save: (/** @type {string} */ slot, /** @type {object} */ draft) => void (saved[slot] = draft),
  };
}

/** @param {string[]} names of questions of type choice */
function root(...names) {
  const sections = names.map((question) => ({ dataset: { question, q: '{"type":"choice"}' } }));
  return /** @type {any} */ ({ querySelectorAll: () => sections });
}

/**
 * @param {Record<string, string>} [latest]
 * @param {Record<string, string>} [seen]
 */
const known = (latest = {}, seen = {}) => ({
  ids: new Set(Object.values(latest)),
  latest: new Map(Object.entries(latest)),
  seen: new Map(Object.entries(seen)),
});

const anew = (/** @type {string} */ after) => ({ v: 1, at: AT, after, restarted: true, type: "choice", response: null, hints: 0 });

test("a case is asked once, where the first of what is due in it stands", () => {
  assert.deepEqual(unitsOf(["a/one", "b/case/x", "a/two", "b/case/y", "c/case/x"]), [
    { bank: "a", name: "one", asks: ["a/one"] },
    { bank: "b", name: "case", asks: ["b/case/x", "b/case/y"] },
    { bank: "a", name: "two", asks: ["a/two"] },
    { bank: "c", name: "case", asks: ["c/case/x"] },
  ]);
});

test("what was answered in a review before is asked as if it never was", () => {
  const kept = store({ "a/one@review": "x" });
  const before = begunAnew(root("a/one", "a/two"), kept, AT, known());
  assert.deepEqual(kept.saved, { "a/one@review": anew("x") });
  assert.deepEqual([...before], ["first", "x"]);
});

test("what the store has not heard of yet is begun anew too", () => {
  for (const here of /** @type {Record<string, string>[]} */ ([{}, { "a/one@review": "earlier" }])) {
    const kept = store(here);
    const before = begunAnew(root("a/one"), kept, AT, known({ "a/one@review": "late", "a/one": "of-the-page" }));
    assert.deepEqual(kept.saved, { "a/one@review": anew("late") });
    assert.ok(before.has("late"));
  }
  // And what it has heard of since is later.
  const ahead = store({ "a/one@review": "just now" });
  begunAnew(root("a/one"), ahead, AT, known({ "a/one@review": "first" }));
  assert.deepEqual(ahead.saved, { "a/one@review": anew("just now") });
});

test("what was begun and left in the middle is gone on with", () => {
  const half = { v: 1, after: "x", restarted: true, response: "sun" };
  const kept = store({ "a/one@review": "x" }, { "a/one@review": half });
  begunAnew(root("a/one"), kept, AT, known());
  assert.deepEqual(kept.saved, {});
  // That of the time before is none of this one.
  const old = store({ "a/one@review": "y" }, { "a/one@review": half });
  begunAnew(root("a/one"), old, AT, known());
  assert.deepEqual(old.saved, { "a/one@review": anew("y") });
});

test("a question with variants comes with other numbers than the last time", () => {
  const q = '{"type":"numeric","fp":"q0","variants":[{"id":"v1","fp":"f1"},{"id":"v2","fp":"f2"}]}';
  const section = { dataset: { question: "a/one", q } };
  const one = /** @type {any} */ ({ querySelectorAll: () => [section] });
  const begun = { v: 1, at: AT, after: null, type: "numeric", response: null, hints: 0 };
  for (const [fp, variant] of [["f1", "v2"], ["f2", "v1"], ["q0", "v1"]]) {
    const kept = store({});
    begunAnew(one, kept, AT, known({}, { "a/one": fp }));
    assert.deepEqual(kept.saved, { "a/one@review": { ...begun, variant } });
  }
  const later = store({ "a/one@review": "x" });
  begunAnew(one, later, AT, known({}, { "a/one": "f1" }));
  assert.deepEqual(later.saved, { "a/one@review": { ...begun, after: "x", restarted: true, variant: "v2" } });
  // What was left in the middle keeps its numbers.
  const half = store({}, { "a/one@review": { ...begun, variant: "v1", response: "7" } });
  begunAnew(one, half, AT, known({}, { "a/one": "f1" }));
  assert.deepEqual(half.saved, {});
});

test("a piece stands in the sitting of reviews, and its links lead from here", async () => {
  const links = ["notebooks/moon.html#numbers", "https://example.org/", "mailto:a@b.c"].map((href) => ({ href, getAttribute: () => href, setAttribute(/** @type {string} */ _, /** @type {string} */ to) { this.href = to; } }));
  const asking = [{ dataset: { q: '{"type":"case"}' } }, { dataset: { q: '{"type":"choice"}' } }];
  const element = {
    dataset: /** @type {Record<string, string>} */ ({}),
    querySelectorAll: (/** @type {string} */ wanted) => (wanted === "[data-q]" ? asking : links),
  };
  /** @type {string[]} */
  const types = [];
  const learn = async (/** @type {string[]} */ all) => void types.push(...all);
  let html = "";
  const parsed = /** @type {any} */ ((/** @type {string} */ text) => ((html = text), { firstElementChild: element }));
  const bank = async () => ({ open: "<div class='selfcheck'>", questions: { one: "<section></section>" } });
  await pieceOf({ bank: "a", name: "one", asks: ["a/one"] }, { bank, parsed, learn, base: "../" });
  assert.deepEqual(types, ["case", "choice"]);
  assert.equal(html, "<div class='selfcheck'><section></section></div>");
  assert.equal(element.dataset.sitting, "review");
  assert.deepEqual(links.map(({ href }) => href), ["../notebooks/moon.html#numbers", "https://example.org/", "mailto:a@b.c"]);
});

test("a question that is not there, and a bank that is none, are told", async () => {
  const parsed = /** @type {any} */ (() => assert.fail());
  for (const given of [{ open: "", questions: { other: "" } }, {}]) {
    const bank = /** @type {any} */ (async () => given);
    await assert.rejects(pieceOf({ bank: "a", name: "toString", asks: [] }, { bank, parsed, base: "" }), /a\/toString is not there/);
  }
});

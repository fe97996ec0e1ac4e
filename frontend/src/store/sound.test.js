/** Whatever stands in the storage or in the widget: nothing throws, nothing unsound comes out, the rest stays. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import "../types/index.js";
import { nextAsked } from "../draw.js";
import { project } from "../flow/project.js";
import { step } from "../flow/step.js";
import { types } from "../registry.js";
import { isWebAddress, reportAddress } from "../report.js";
import { entries as kept } from "../../test-support/browser.js";
import { questions, right, variants } from "../../test-support/questions.js";
import { kernelStore } from "./kernel.js";

const { localStore } = await import("./local.js");
const { draft } = await import("./sound.js");

/** Neither text nor number: whoever makes one of it throws. */
const STUBBORN = { toString: 1, valueOf: 1, toJSON: 1, then: 1 };
const deep = (/** @type {number} */ levels) => JSON.parse("[".repeat(levels) + "]".repeat(levels));
/** JSON of every kind, as it could stand in any place. @type {any[]} */
const POISON = [
  null, true, false, 0, -1, 1.5, 1e308, 1e21, -1e21, "", " ", "x", "1", "null", "__proto__", "constructor", "\ud800", "\u0000",
  "x".repeat(20_000), [], [[]], [[[["a"]]]], [null], [1], ["a"], ["b", "b"], ["a", ["b"]], [STUBBORN], deep(2000),
  Array.from({ length: 2000 }, (_, n) => `a${n}`), {}, { a: null }, { l: "y" }, { l: STUBBORN }, { length: 3 }, { v: 1 }, STUBBORN,
  JSON.parse('{"__proto__": {"v": 1, "checked": true}}'), { constructor: { prototype: { x: 1 } } }, { one: deep(2000) },
];
/** Entries that are no JSON, or not quite. */
const TEXTS = ["", "{", "undefined", "NaN", "{'v': 1}", "[object Object]", "\ud800", "[".repeat(50_000), `"${"x".repeat(2_000_000)}"`];

const DRAFT = { v: 1, at: 5, after: null, restarted: true, type: "choice", response: "b", hints: 1, variant: "x", confidence: 2, round: 3, asked: ["m/a"] };

/** @param {string} type */
function statement(type) {
  const question = /** @type {any} */ (questions)[type];
  return {
    id: "first",
    timestamp: "2026-01-01T00:00:00Z",
    object: {
      id: `urn:selfcheck:question:moon:m/${type}`,
      definition: { extensions: { "urn:selfcheck:type": type, "urn:selfcheck:key": types[type].decides(question) } },
    },
    result: { score: { scaled: 1 }, extensions: { "urn:selfcheck:response": right[type] } },
    context: { extensions: { "urn:selfcheck:version": 1, "urn:selfcheck:tries": 1, "urn:selfcheck:hints": 0, "urn:selfcheck:sitting": null } },
  };
}

/**
 * @param {any} whole
 * @returns {any[]} copies, in each of which one place at any depth is poisoned
 */
function poisoned(whole) {
  return POISON.flatMap((poison) => [poison, ...spoilt(whole, poison)]);
}

/**
 * @param {any} whole
 * @param {any} poison
 * @returns {any[]}
 */
function spoilt(whole, poison) {
  if (typeof whole !== "object" || whole === null) return [];
  return Object.keys(whole).flatMap((key) => [
    { ...whole, [key]: poison },
    ...spoilt(whole[key], poison).map((inside) => ({ ...whole, [key]: inside })),
  ]);
}

/**
 * Goes through all that a page does with what a store gives it.
 *
 * @param {any} store
 * @param {string} type
 */
function lives(store, type) {
  const question = type === "variants" ? variants : /** @type {any} */ (questions)[type];
  const slot = `m/${type}`;
  const asked = { question, lang: "en", asksConfidence: true };
  const [attempts, kept] = [store.attempts(slot), store.draft(slot)];
  const state = project(question, attempts, kept, "en");
  JSON.stringify([attempts.at(-1)?.id, kept, state]);
  assert.ok(state.response === null || ["string", "object"].includes(typeof state.response));
  assert.ok(Number.isInteger(state.hints) && state.hints >= 0);
  assert.ok([undefined, 1, 2, 3].includes(state.confidence));
  for (const event of /** @type {any[]} */ ([{ type: "check", attempt: "next" }, { type: "hint" }, { type: "again" }, { type: "reset", forget: true }])) {
    step(state, event, asked);
  }
  const source = /** @type {any} */ ({ id: slot, question });
  reportAddress("https://example.org/?r={response}&f={fp}&i={id}", source, state);
  const round = store.draft("m#round") ?? {};
  nextAsked(["m/a", "m/b"], 1, 0, round.asked ?? []);
}

beforeEach(() => kept.clear());

test("of a draft what is sound stays, and no more", () => {
  assert.deepEqual(draft(DRAFT), DRAFT);
  for (const name of Object.keys(DRAFT)) {
    const rest = Object.fromEntries(Object.entries(DRAFT).filter(([other]) => other !== name));
    assert.deepEqual(draft({ ...DRAFT, [name]: STUBBORN }), name === "v" ? null : rest, name);
  }
  assert.deepEqual(draft({ ...DRAFT, more: "x" }), DRAFT);
});

for (const type of [...Object.keys(questions), "variants"]) {
  test(`${type}: a page lives with any draft`, () => {
    const store = localStore("moon");
    const known = type === "variants" ? variants : /** @type {any} */ (questions)[type];
    for (const value of poisoned({ ...DRAFT, type: known.type, response: right[known.type] })) {
      for (const name of [`m/${type}`, "m#round"]) kept.set(`selfcheck:v1:moon:draft:${name}`, JSON.stringify(value));
      lives(store, type);
    }
    for (const text of TEXTS) {
      kept.set(`selfcheck:v1:moon:draft:m/${type}`, text);
      lives(store, type);
    }
  });
}

for (const type of Object.keys(questions)) {
  test(`${type}: a page lives with any attempt, in the browser and in the widget, and the good one stays`, async () => {
    const good = statement(type);
    let number = 0;
    for (const value of poisoned(statement(type))) {
      const [key, own] = ["bad", "good"].map((name) => `selfcheck:v1:moon:attempt:m/${type}:${name}`);
      kept.set(key, JSON.stringify(value));
      kept.set(own, JSON.stringify({ ...good, id: "good" }));
      const store = localStore("moon");
      lives(store, type);
      assert.ok(store.attempts(`m/${type}`).some(({ id }) => id === "good"));
      const kernel = await told(store, [value, { ...good, id: "good" }], { [`m/${type}`]: value }, [`m/${type}`]);
      lives(kernel, type);
      assert.ok(kernel.attempts(`m/${type}`).some(({ id }) => id === "good"));
      number += 1;
    }
    assert.ok(number > 500);
    for (const text of TEXTS) {
      kept.set(`selfcheck:v1:moon:attempt:m/${type}:bad`, text);
      lives(localStore("moon"), type);
    }
  });
}

test("answers of any kind from the kernel are lived with", async () => {
  for (const log of POISON) {
    for (const drafts of POISON) lives(await told(localStore("moon"), log, drafts, ["m/choice"]), "choice");
  }
});

/**
 * @param {any} local
 * @param {any} statements
 * @param {any} drafts
 * @param {string[]} slots
 */
async function told(local, statements, drafts, slots) {
  /** @type {any} */
  let hear;
  const model = {
    on: (/** @type {string} */ _, /** @type {any} */ listener) => void (hear = listener),
    off() {},
    send: (/** @type {any} */ { type, nr }) => type === "open" && hear({ type: "log", nr, statements, kept: statements, drafts, forgotten: statements, trouble: statements }),
  };
  const store = kernelStore(/** @type {any} */ (model), Object.assign(local, { statements: async () => [] }));
  await store.load(slots);
  return store;
}

test("names of any kind are exchanged for one of ours", async () => {
  for (const [n, poison] of [...POISON, ...TEXTS].entries()) {
    kept.set("selfcheck.seed", typeof poison === "string" && TEXTS.includes(poison) ? poison : JSON.stringify(poison));
    const { seed } = await import(`./browser.js?${n}`);
    assert.match(seed(), /^[\w-]{1,64}$/);
    assert.equal(JSON.parse(kept.get("selfcheck.seed") ?? ""), seed());
  }
});

test("an address that cannot be read is none", () => {
  for (const address of ["https://a:99999/", "https://", "https://[", "http://a b/", "//a", "javascript:alert(1)", "data:,x", "mailto:a@b", "", "x", "https://%zz/", null, 5, STUBBORN]) {
    assert.equal(isWebAddress(/** @type {any} */ (address)), false, String(JSON.stringify(address)));
  }
  for (const address of ["https://a/", "http://localhost:80/x?i={id}", "HTTPS://a.b/c"]) assert.equal(isWebAddress(address), true);
});

test("half a sign is never asked of an address", () => {
  const source = /** @type {any} */ ({ id: "m/one", question: questions["short-text"] });
  for (let length = 490; length < 510; length += 1) {
    const response = `${"x".repeat(length)}😀😀`;
    const address = reportAddress("https://a/?r={response}", source, /** @type {any} */ ({ response }));
    assert.ok(decodeURIComponent(address).includes("xxx"));
  }
});

/** The vectors that the shipped script must pass in a browser too: tests/browser/test_vectors.py. */
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { types } from "../registry.js";
import { score } from "../score.js";
import "../types/index.js";

const FOLDER = new URL("../../../tests/vectors/", import.meta.url);
const RUBBISH = [NaN, Infinity, -1, 1e300, {}, [[]], true];

/**
 * @typedef {object} Vectors
 * @property {any} question as a scorer gets it
 * @property {{ response: unknown, expect: Record<string, unknown>, lang?: string, note?: string }[]} cases
 */

/** @type {Set<string>} */
const tested = new Set();

for (const file of (await readdir(FOLDER)).filter((name) => name.endsWith(".json"))) {
  /** @type {Vectors} */
  const { question, cases } = JSON.parse(await readFile(new URL(file, FOLDER), "utf8"));
  tested.add(question.type);
  cases.forEach(({ response, expect, lang, note }, n) => {
    test([file, n, JSON.stringify(response), note].filter((part) => part != null).join(" "), () => {
      const got = /** @type {Record<string, unknown>} */ ({ ...score(question, response, lang) });
      for (const [name, value] of Object.entries(expect)) same(got[name] ?? null, value, name);
    });
  });
  for (const response of RUBBISH) {
    test(`${file} rubbish ${JSON.stringify(response)} is unanswered`, () => {
      const got = score(question, response);
      assert.equal(got.unanswered, true);
      assert.equal(got.score, 0);
      assert.ok(got.message);
    });
  }
}

test("every type has vectors", () => {
  assert.deepEqual(Object.keys(types).filter((name) => !tested.has(name)), []);
});

/**
 * @param {unknown} got
 * @param {unknown} wanted a number may be off by what rounding does
 * @param {string} name
 */
function same(got, wanted, name) {
  if (typeof got !== "number" || typeof wanted !== "number") assert.deepEqual(got, wanted, name);
  else assert.ok(Math.abs(got - wanted) <= 1e-6 * Math.abs(wanted), `${name}: ${got}, not ${wanted}`);
}

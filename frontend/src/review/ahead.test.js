import assert from "node:assert/strict";
import { test } from "node:test";
import { ahead } from "./ahead.js";

const TODAY = 20_000;
const MONDAY = TODAY + 1;

/**
 * @param {number} left
 * @param {[number, number][]} [days]
 */
const said = (left, days = []) => [...ahead(left, new Map(days), TODAY)];

test("nothing is left of nothing", () => {
  assert.deepEqual(said(0), []);
});

test("what today leaves over is due tomorrow, and the days after where it is too much for one", () => {
  assert.deepEqual(said(3), [[MONDAY, 3]]);
  assert.deepEqual(said(20), [[MONDAY, 20]]);
  assert.deepEqual(said(48), [[MONDAY, 20], [MONDAY + 1, 20], [MONDAY + 2, 8]]);
});

test("it goes before what comes later, of which no day takes more than a sitting", () => {
  assert.deepEqual(said(28, [[MONDAY, 7], [MONDAY + 5, 2]]), [[MONDAY, 20], [MONDAY + 1, 15], [MONDAY + 5, 2]]);
  assert.deepEqual(said(0, [[MONDAY + 1, 33], [MONDAY + 2, 10]]), [[MONDAY + 1, 20], [MONDAY + 2, 20], [MONDAY + 3, 3]]);
});

test("as many are asked as there are", () => {
  const sum = said(228, [[MONDAY, 7], [MONDAY + 300, 41]]).reduce((all, [, n]) => all + n, 0);
  assert.equal(sum, 228 + 7 + 41);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { shuffled } from "./shuffle.js";

test("a name has one order for good", () => {
  // Saved answers and drawn questions hang on these orders.
  assert.deepEqual(shuffled(6, "seed/bank/question"), [5, 0, 1, 2, 4, 3]);
});

test("every index comes once", () => {
  for (const count of [0, 1, 2, 7, 40]) {
    const sorted = shuffled(count, "name").sort((a, b) => a - b);
    assert.deepEqual(sorted, Array.from({ length: count }, (_, index) => index));
  }
});

test("all orders come about as often", () => {
  const names = Array.from({ length: 6000 }, (_, n) => `learner-${n}`);
  /** @type {Record<string, number>} */
  const seen = {};
  for (const name of names) {
    const order = shuffled(3, name).join("");
    seen[order] = (seen[order] ?? 0) + 1;
  }
  assert.equal(Object.keys(seen).length, 6);
  for (const times of Object.values(seen)) assert.ok(times > 850 && times < 1150, JSON.stringify(seen));
});

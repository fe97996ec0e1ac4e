import assert from "node:assert/strict";
import { test } from "node:test";
import { shuffled } from "./shuffle.js";

const ids = Array.from({ length: 12 }, (_, n) => `item-${n}`);

test("a name has one order for good", () => {
  // Drawn questions and what a learner has seen hang on these orders.
  assert.deepEqual(shuffled(["a", "b", "c", "d", "e", "f"], "seed/bank/question"), ["f", "b", "c", "d", "a", "e"]);
});

test("every id comes once", () => {
  for (const count of [0, 1, 2, 7, 12]) {
    const some = ids.slice(0, count);
    assert.deepEqual(shuffled(some, "name").sort(), [...some].sort());
  }
});

test("the order of the others stays when one is added, taken away or moved", () => {
  for (let learner = 0; learner < 50; learner += 1) {
    const all = shuffled(ids, `learner-${learner}`);
    assert.deepEqual(shuffled([...ids].reverse(), `learner-${learner}`), all);
    for (const gone of ids) {
      const rest = ids.filter((id) => id !== gone);
      assert.deepEqual(shuffled(rest, `learner-${learner}`), all.filter((id) => id !== gone));
    }
  }
});

test("all orders come about as often", () => {
  /** @type {Record<string, number>} */
  const seen = {};
  for (let n = 0; n < 6000; n += 1) {
    const order = shuffled(["a", "b", "c"], `learner-${n}`).join("");
    seen[order] = (seen[order] ?? 0) + 1;
  }
  assert.equal(Object.keys(seen).length, 6);
  for (const times of Object.values(seen)) assert.ok(times > 850 && times < 1150, JSON.stringify(seen));
});

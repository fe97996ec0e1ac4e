import assert from "node:assert/strict";
import { test } from "node:test";
import { nextAsked } from "./draw.js";

const pool = ["a", "b", "c", "d", "e"];

test("each round goes on where the last one stopped, and round again", () => {
  const rounds = [0, 1, 2, 3].map((round) => nextAsked(pool, 2, round, []));
  assert.deepEqual(rounds, [["a", "b"], ["c", "d"], ["e", "a"], ["b", "c"]]);
});

test("a pool that is too small is asked whole", () => {
  assert.deepEqual(nextAsked(["a"], 2, 3, []), ["a"]);
  assert.deepEqual(nextAsked([], 2, 1, []), []);
  assert.deepEqual(nextAsked(pool, Infinity, 1, []).sort(), pool);
});

test("what a round was begun with stays, whatever is added to the pool", () => {
  for (let round = 0; round < 5; round += 1) {
    const begun = nextAsked(pool, 2, round, []);
    for (let at = 0; at <= pool.length; at += 1) {
      const more = [...pool.slice(0, at), "new", ...pool.slice(at)];
      assert.deepEqual(nextAsked(more, 2, round, begun).sort(), [...begun].sort());
    }
  }
});

test("what is gone makes room for the next, and rubbish for none", () => {
  assert.deepEqual(nextAsked(pool, 2, 0, ["gone", "c"]), ["c", "a"]);
  assert.deepEqual(nextAsked(pool, 2, 0, [null, 7, {}, "x"]), ["a", "b"]);
});

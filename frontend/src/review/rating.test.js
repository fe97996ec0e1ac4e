import assert from "node:assert/strict";
import { test } from "node:test";
import { AGAIN, EASY, GOOD, HARD, isFirst, ratingOf } from "./rating.js";

/** @type {[string, number, number, import("../types.d.ts").Level | undefined, number][]} */
const RULE = [
  ["wrong", 0, 0, undefined, AGAIN],
  ["wrong, and only guessed", 0, 0, 1, AGAIN],
  ["wrong, and sure", 0, 0, 3, AGAIN],
  ["less than half right", 0.49, 0, undefined, AGAIN],
  ["half right", 0.5, 0, undefined, HARD],
  ["half right, and sure", 0.5, 0, 3, HARD],
  ["right after a hint", 1, 1, undefined, HARD],
  ["right after a hint, and sure", 1, 1, 3, HARD],
  ["right by a guess", 1, 0, 1, HARD],
  ["right", 1, 0, undefined, GOOD],
  ["right, and fairly sure", 1, 0, 2, GOOD],
  ["right, and sure", 1, 0, 3, EASY],
];

for (const [name, score, hints, confidence, rating] of RULE) {
  test(name, () => assert.equal(ratingOf({ score, hints, confidence }), rating));
}

test("of a run of tries the first counts", () => {
  assert.deepEqual([1, 2, 3, 0].map((tries) => isFirst({ tries })), [true, false, false, true]);
});

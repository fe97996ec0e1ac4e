import assert from "node:assert/strict";
import { test } from "node:test";
import { graded, share, unanswered } from "./result.js";

test("what is unanswered has no parts and says why", () => {
  assert.deepEqual(unanswered("invalid"), { score: 0, unanswered: true, parts: [], message: "invalid" });
});

test("what is graded keeps its score and its parts", () => {
  assert.deepEqual(graded(0.5, [true, false]), { score: 0.5, unanswered: false, parts: [true, false] });
});

test("a share counts right parts", () => {
  assert.equal(share([true, true]).score, 1);
  assert.equal(share([false, false]).score, 0);
  assert.equal(share([true, false, false]).score, 1 / 3);
  assert.deepEqual(share([true, false]).parts, [true, false]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { HOUR, NOON, outline, row } from "../../test-support/course.js";
import { due } from "./due.js";

const DAY = 24 * HOUR;

test("nothing is due where nothing was answered", () => {
  assert.deepEqual(due([], outline(), NOON), { waiting: 0, next: null });
});

test("what was wrong long ago is due; what was right just now comes on a later day", () => {
  const rows = [row("sea/ebb", NOON - 60 * DAY, { score: 0, fp: "d1" }), row("moon/phases", NOON - HOUR)];
  const { waiting, next } = due(rows, outline(), NOON);
  assert.equal(waiting, 1);
  assert.equal(next?.n, 1);
  assert.ok((next?.at ?? 0) > NOON);
});

test("a bank that is not reviewed is never due", () => {
  const rows = [row("sea/ebb", NOON - 60 * DAY, { fp: "d1" })];
  assert.equal(due(rows, { ...outline(), unreviewed: ["sea"] }, NOON).waiting, 0);
});

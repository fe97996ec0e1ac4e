import assert from "node:assert/strict";
import { test } from "node:test";
import { HOUR, NOON, outline, row } from "../../test-support/course.js";
import { dayOf } from "./day.js";
import { histories } from "./history.js";
import { AGAIN, EASY, GOOD, HARD } from "./rating.js";
import { after } from "./schedule.js";

const DAY = 24 * HOUR;
const TODAY = dayOf(NOON);

/** @param {import("../types.d.ts").Row[]} rows */
const read = (...rows) => [...histories(rows, outline()).values()];

test("answers of all sittings are one history", () => {
  const [history, ...others] = read(
    row("moon/phases", NOON - 9 * DAY),
    row("moon/phases@after", NOON - 6 * DAY, { score: 0 }),
    row("moon/phases@review", NOON, { score: 0.5 }),
  );
  assert.deepEqual(others, []);
  const memory = after(after(after(null, TODAY - 9, GOOD), TODAY - 6, AGAIN), TODAY, HARD);
  assert.deepEqual(history, { question: "moon/phases", memory, sureAndWrong: false });
});

test("of a run of tries the first counts; who begins again begins a run", () => {
  const wrong = { score: 0, tries: 1 };
  const [run] = read(row("moon/phases", NOON, wrong), row("moon/phases", NOON + 1, { tries: 2 }));
  assert.deepEqual(run.memory, after(null, TODAY, AGAIN));
  const [anew] = read(row("moon/phases", NOON, wrong), row("moon/phases", NOON + DAY, { confidence: 3 }));
  assert.deepEqual(anew.memory, after(after(null, TODAY, AGAIN), TODAY + 1, EASY));
});

test("an answer to a variant is one to the question", () => {
  const [history] = read(row("moon/light", NOON - DAY, { fp: "b1" }), row("moon/light", NOON, { fp: "b2" }));
  assert.deepEqual(history.memory, after(after(null, TODAY - 1, GOOD), TODAY, GOOD));
});

test("what has changed since is new, until it is answered", () => {
  const old = row("moon/phases", NOON - 9 * DAY, { fp: "00000000", score: 0, confidence: 3 });
  assert.deepEqual(read(old), [{ question: "moon/phases", memory: null, sureAndWrong: false }]);
  const [history] = read(old, row("moon/phases@review", NOON));
  assert.deepEqual(history.memory, after(null, TODAY, GOOD));
});

test("who was sure and wrong is so until the next first answer", () => {
  const wrong = row("moon/phases", NOON - 3 * DAY, { score: 0.5, confidence: 3 });
  assert.ok(read(wrong)[0].sureAndWrong);
  assert.ok(read(wrong, row("moon/phases", NOON - 2 * DAY, { tries: 2 }))[0].sureAndWrong);
  assert.ok(!read(wrong, row("moon/phases@review", NOON, { score: 0 }))[0].sureAndWrong);
});

test("the parts of a case have histories of their own", () => {
  const [history] = read(row("sea/case/salt@review", NOON, { fp: "c1" }));
  assert.equal(history.question, "sea/case/salt");
});

test("what the course has no longer, or never reviews, has none", () => {
  const rows = [row("moon/gone", NOON), row("toString", NOON), row("sea/ebb@after", NOON, { fp: "d1" }), row("moon/phases", NOON)];
  const found = histories(rows, { ...outline(), unreviewed: ["sea"] });
  assert.deepEqual([...found.keys()], ["moon/phases"]);
});

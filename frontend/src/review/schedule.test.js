import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createEmptyCard, fsrs } from "ts-fsrs";
import { LONGEST, after, recall } from "./schedule.js";

/** Histories and what PyPI's fsrs makes of them: tests/unit/test_review_days.py. */
const file = new URL("../../../tests/tables/reviews.json", import.meta.url);
/** @type {{ days: number[], ratings: import("./rating.js").Rating[], due: number[] }[]} */
const HISTORIES = JSON.parse(readFileSync(file, "utf-8"));

test("questions are due on the days that PyPI's fsrs says", () => {
  for (const { days, ratings, due } of HISTORIES) {
    /** @type {import("./schedule.js").Memory | null} */
    let memory = null;
    const found = days.map((day, n) => (memory = after(memory, day, ratings[n])).due);
    assert.deepEqual(found, due, `${days} ${ratings}`);
  }
});

test("memory is that of ts-fsrs's own scheduler, and days but for what keeps its buttons apart", () => {
  const scheduler = fsrs({ enable_fuzz: false, maximum_interval: LONGEST, learning_steps: [], relearning_steps: [] });
  const day = 86_400_000;
  for (const { days, ratings } of HISTORIES) {
    let card = createEmptyCard(new Date(0));
    /** @type {import("./schedule.js").Memory | null} */
    let memory = null;
    for (const [n, at] of days.entries()) {
      card = scheduler.next(card, new Date(at * day), ratings[n]).card;
      memory = after(memory, at, ratings[n]);
      assert.deepEqual([memory.stability, memory.difficulty], [card.stability, card.difficulty], `${days} ${ratings}`);
      // It puts Good a day after Hard, and Easy a day after Good, where both would be on one.
      const apart = Math.round(card.due.getTime() / day) - memory.due;
      assert.ok(apart === 0 || (apart > 0 && apart <= ratings[n] - 2), `${apart} ${days} ${ratings}`);
    }
  }
});

test("nothing comes later than in a year", () => {
  let memory = after(null, 0, 4);
  for (let n = 0; n < 20; n += 1) memory = after(memory, memory.due, 4);
  assert.equal(memory.due - memory.day, LONGEST);
});

test("a clock that goes back makes no time run backwards", () => {
  const before = after(null, 100, 3);
  const later = after(before, 90, 3);
  assert.equal(later.day, 100);
  assert.ok(later.due > 90);
  assert.ok(later.stability >= before.stability * 0.9);
});

test("on the day when it is due it is remembered nine times of ten", () => {
  const memory = after(after(null, 0, 3), 3, 3);
  assert.ok(Math.abs(recall(memory, memory.due) - 0.9) < 0.01);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { HOUR, NOON, outline, row } from "../../../test-support/course.js";
import { facts } from "./index.js";

const DAY = 24 * HOUR;
const of = (/** @type {import("../../types.d.ts").Row[]} */ ...rows) => facts(rows, outline(), NOON);
const done = (/** @type {ReturnType<typeof of>} */ { pages }) => pages.map((page) => `${page.done}/${page.of}`);

test("nothing yet: all is open, and the first page comes next", () => {
  const none = of();
  assert.deepEqual(done(none), ["0/2", "0/2", "0/2"]);
  assert.equal(none.next?.title, "One");
  assert.deepEqual([none.checks, none.tried, none.of, none.first], [0, 0, 4, 0]);
  assert.deepEqual(none.time.periods, []);
  assert.deepEqual([none.levels, none.surelyWrong, none.sittings, none.changed], [[], [], [], []]);
});

test("a question counts once for a page, however often it was tried; one that two pages ask for both", () => {
  const found = of(row("moon/light", 1), row("moon/light", 2), row("moon/light@after", 3));
  assert.deepEqual(done(found), ["1/2", "1/2", "0/2"]);
  assert.equal(found.checks, 3);
});

test("where a quiz draws, no more counts than it asks, and none of it for another quiz of the page", () => {
  const drawn = [row("sea/ebb", 1), row("sea/case/salt", 2)];
  assert.equal(done(of(...drawn))[1], "1/2");
  assert.equal(done(of(...drawn, row("moon/light", 3)))[1], "2/2");
  assert.equal(done(of(row("moon/light", 3)))[1], "1/2");
});

test("of the whole course too, of a pool as many count as are asked at one time", () => {
  const course = outline();
  const pool = ["a", "b", "c", "d", "e"].map((name) => `final/${name}`);
  for (const name of pool) course.questions[name] = { fps: ["f1"], title: name };
  course.pages.push({ title: "End", address: "end.html", asks: pool.map((question) => ({ question })), pools: [{ begin: 0, size: 5, atOnce: 2 }] });
  const counts = (/** @type {string[]} */ ...names) => {
    const { tried, of, pages } = facts(names.map((name) => row(name, 1)), course, NOON);
    return [tried, of, `${pages[3].done}/${pages[3].of}`];
  };
  assert.deepEqual(counts(), [0, 6, "0/2"]);
  assert.deepEqual(counts("final/b", "moon/light"), [2, 6, "1/2"]);
  assert.deepEqual(counts(...pool), [2, 6, "2/2"], "another round adds nothing");
  // Who draws from it a second time draws the same.
  course.pages.push({ ...course.pages[3], title: "Again", address: "again.html" });
  assert.deepEqual(counts(...pool), [2, 6, "2/2"]);
  // What a quiz asks in any case counts there.
  course.pages[0].asks.push({ question: "final/a" });
  assert.deepEqual(counts("final/a", "final/b"), [2, 7, "2/2"]);
});

test("a learner goes on where they were, then after it, and at last where they left something out", () => {
  assert.equal(of(row("sea/ebb", 1)).next?.title, "Two");
  assert.equal(of(row("moon/light", 1), row("sea/ebb", 2)).next?.title, "After");
  const end = [row("moon/phases@after", 5), row("sea/ebb@after", 6)];
  assert.equal(of(row("sea/ebb", 1), row("sea/case/salt", 2), ...end).next?.title, "One");
  const all = [row("moon/phases", 1), row("moon/light", 2), row("sea/ebb", 3), row("sea/case/salt", 4), ...end];
  assert.equal(of(...all).next, null);
});

test("by objective: tried, right at first, right at last, in whatever sitting", () => {
  const found = of(
    row("moon/phases", 3, { score: 1 }),
    row("moon/phases", 1, { score: 0.5 }),
    row("moon/phases@review", 2, { score: 0 }),
    row("moon/light", 1),
  );
  assert.deepEqual(found.banks, [
    { title: "The Moon", objectives: [{ text: "See it", address: "one.html#see", of: 2, tried: 2, first: 1, last: 2 }] },
    { title: "The sea", objectives: [{ text: "Swim", of: 2, tried: 0, first: 0, last: 0 }] },
  ]);
});

test("a question of a bank that no page asks is none to be answered; one that was answered before counts", () => {
  const course = outline();
  course.questions["moon/spare"] = { fps: ["e1"], objective: "see", title: "A spare one" };
  const see = (/** @type {ReturnType<typeof facts>} */ { banks }) => banks[0].objectives[0];
  const none = facts([row("moon/light", 1)], course, NOON);
  assert.deepEqual([none.tried, none.of, see(none).tried, see(none).of], [1, 4, 1, 2]);
  const before = facts([row("moon/light", 1), row("moon/spare", 2)], course, NOON);
  assert.deepEqual([before.tried, before.of, see(before).tried, see(before).of], [2, 5, 2, 3]);
});

test("a day begins at midnight also after one that had none", (t) => {
  const { TZ } = process.env;
  t.after(() => (TZ === undefined ? delete process.env.TZ : (process.env.TZ = TZ)));
  // Where clocks went from midnight to one on the 6th.
  process.env.TZ = "America/Santiago";
  const rows = [5, 6, 8].map((day) => row("moon/light", new Date(2026, 8, day, 12).getTime()));
  const late = row("moon/light", new Date(2026, 8, 8, 0, 30).getTime());
  const { time } = facts([...rows, late], outline(), new Date(2026, 8, 8, 13).getTime());
  assert.deepEqual(time.periods.map(({ n }) => n), [1, 1, 0, 2]);
});

test("a question that has changed since is named; one of its variants is no change", () => {
  const found = of(row("moon/phases", 1, { fp: "old" }), row("moon/light", 2, { fp: "b2" }));
  assert.deepEqual(found.changed, [{ title: "Which phase?", address: "one.html" }]);
});

test("what is in no bank any more counts for the time alone", () => {
  const found = of(row("moon/gone", NOON));
  assert.deepEqual([found.tried, found.checks, found.time.periods.at(-1)?.n], [0, 1, 1]);
});

test("ten answers say how sure a learner is; nine too little", () => {
  const nine = Array.from({ length: 9 }, (_, n) => row("moon/phases", n + 1, { confidence: 3, score: n % 2 }));
  assert.deepEqual(of(...nine).levels, []);
  assert.deepEqual(of(...nine, row("sea/ebb", 20, { confidence: 1 })).levels, [
    { level: 3, n: 9, right: 4 },
    { level: 2, n: 0, right: 0 },
    { level: 1, n: 1, right: 1 },
  ]);
});

test("sure and wrong is named while the latest answer was so", () => {
  const wrong = row("sea/ebb", 1, { confidence: 3, score: 0.5 });
  assert.deepEqual(of(wrong).surelyWrong, [{ title: "When is ebb?", address: "two.html" }]);
  assert.deepEqual(of(wrong, row("sea/ebb", 2, { confidence: 1, score: 0 })).surelyWrong, []);
});

test("days, weeks and months, those without answers too", () => {
  const days = of(row("sea/ebb", NOON - 2 * DAY), row("sea/ebb", NOON, { score: 0 })).time;
  assert.deepEqual([days.unit, days.periods.map(({ n, right }) => [n, right])], ["day", [[1, 1], [0, 0], [1, 0]]]);
  const weeks = of(row("sea/ebb", NOON - 40 * DAY)).time;
  assert.equal(weeks.unit, "week");
  assert.ok(weeks.periods.every(({ from }) => new Date(from).getDay() === 1), "begun on a Monday");
  assert.deepEqual([weeks.periods.length, weeks.periods[0].n], [7, 1]);
  const months = of(row("sea/ebb", NOON - 400 * DAY), row("sea/ebb", NOON)).time;
  assert.deepEqual([months.unit, months.periods.at(-1)?.n], ["month", 1]);
  assert.ok(months.periods.every(({ from }) => new Date(from).getDate() === 1));
});

test("a clock that was wrong makes no thousand days", () => {
  const found = of(row("sea/ebb", NOON), row("sea/ebb", NOON + 9e11)).time;
  assert.deepEqual(found.periods.map(({ n }) => n), [1]);
  assert.ok(of(row("sea/ebb", 0)).time.periods.length <= 31);
});

test("before and after, by objective, of what was answered twice", () => {
  const found = of(
    row("moon/phases", 1, { score: 0 }),
    row("moon/phases", 2, { score: 0 }),
    row("moon/phases@after", 3, { score: 1 }),
    row("sea/ebb", 1),
    row("moon/light", 1),
  );
  assert.deepEqual(found.sittings, [
    { title: "After", n: 1, before: 0, after: 1, objectives: [{ text: "See it", n: 1, before: 0, after: 1 }] },
  ]);
});

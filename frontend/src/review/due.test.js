import assert from "node:assert/strict";
import { test } from "node:test";
import { MOST, dueOn } from "./due.js";
import { after } from "./schedule.js";

const TODAY = 20_000;

/**
 * @param {string} question
 * @param {number | null} ago days since it was answered right; null where it has changed since
 * @param {boolean} [sureAndWrong]
 */
function history(question, ago, sureAndWrong = false) {
  return { question, memory: ago === null ? null : after(null, TODAY - ago, 3), sureAndWrong };
}

test("nothing is due of nothing", () => {
  assert.deepEqual(dueOn([], TODAY), { now: [], waiting: 0, next: new Map() });
});

test("what comes later is told by day, the next day first", () => {
  const { due } = after(null, TODAY, 3);
  const all = [history("a/1", 0), history("a/2", 1), history("b/1", 0), history("b/2", 40)];
  assert.deepEqual(dueOn(all, TODAY), { now: ["b/2"], waiting: 1, next: new Map([[due - 1, 1], [due, 2]]) });
});

test("it is due on its day and after it, and not before", () => {
  const one = history("a/1", 0);
  const day = one.memory?.due ?? 0;
  assert.deepEqual(dueOn([one], day - 1).now, []);
  assert.deepEqual(dueOn([one], day).now, ["a/1"]);
  assert.deepEqual(dueOn([one], day + 400).now, ["a/1"]);
});

test("sure and wrong comes first, then what has changed, then what is most likely forgotten", () => {
  const all = [history("a/week", 7), history("a/year", 365), history("a/new", null), history("a/sure", 7, true)];
  assert.deepEqual(dueOn(all, TODAY).now, ["a/sure", "a/new", "a/year", "a/week"]);
});

test("banks take turns, among the sure and wrong and among the others", () => {
  const all = [
    ...["a/s1", "a/s2", "b/s1"].map((name) => history(name, 7, true)),
    ...["a/1", "a/2", "a/3"].map((name) => history(name, 90)),
    ...["b/1", "c/1"].map((name) => history(name, 30)),
  ];
  assert.deepEqual(dueOn(all, TODAY).now, ["a/s1", "b/s1", "a/s2", "a/1", "b/1", "c/1", "a/2", "a/3"]);
});

test("a sitting has twenty, those that need it most", () => {
  const many = Array.from({ length: 30 }, (_, n) => history(`a/q${String(n).padStart(2, "0")}`, 30 + n));
  const due = dueOn([...many, history("b/sure", 3, true)], TODAY);
  assert.equal(MOST, 20);
  assert.equal(due.waiting, 31);
  assert.deepEqual(due.now, ["b/sure", ...many.slice(11).map(({ question }) => question).reverse()]);
});

test("of what was learned on one day, each bank has its share", () => {
  const all = Array.from({ length: 100 }, (_, n) => history(`bank-${n % 10}/q${n}`, 30));
  const banks = dueOn(all, TODAY).now.map((name) => name.split("/")[0]);
  assert.equal(new Set(banks.slice(0, 10)).size, 10);
  assert.deepEqual(banks.slice(10), banks.slice(0, 10));
});

test("in what order histories come does not matter", () => {
  const all = [history("b/1", 30), history("a/2", 30), history("a/1", 30), history("c/1", null)];
  assert.deepEqual(dueOn(all, TODAY), dueOn([...all].reverse(), TODAY));
});

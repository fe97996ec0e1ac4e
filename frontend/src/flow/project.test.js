/** What an edit does to an answer: types × edits. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { types } from "../registry.js";
import { score } from "../score.js";
import "../types/index.js";
import { current } from "../variants.js";
import { project } from "./project.js";
import { questions, right, variants, wrong } from "../../test-support/questions.js";
import { draftOf, step } from "./step.js";

/**
 * @param {any} question
 * @param {any} response
 * @param {object} [more]
 */
function attempt(question, response, more = {}) {
  const { variant } = /** @type {any} */ (more);
  // As storage gives it back.
  const then = current(question, variant);
  const key = JSON.parse(JSON.stringify(types[question.type].decides(then)));
  const { type } = question;
  return { id: "first", at: 1, type, response, key, score: score(then, response).score, tries: 1, hints: 0, ...more };
}

/** Edits after which an answer stands. @type {[string, string, (question: any) => any][]} */
const STAYS = [
  ["choice", "an option added", (q) => ({ ...q, ids: ["new", ...q.ids] })],
  ["choice", "the order changed", (q) => ({ ...q, ids: [...q.ids].reverse() })],
  ["multiple-response", "a wrong option added", (q) => ({ ...q, ids: ["new", ...q.ids] })],
  ["multiple-response", "the order changed", (q) => ({ ...q, ids: [...q.ids].reverse(), key: [...q.key].reverse() })],
  ["hotspot", "a region added", (q) => ({ ...q, ids: ["new", ...q.ids] })],
  ["numeric", "a well-known wrong answer added", (q) => ({ ...q, near: [...q.near, ["half", 2.5, 0]] })],
  ["numeric", "the units in another order", (q) => ({ ...q, units: { ...q.units } })],
  ["order", "an item added between", (q) => ({ ...q, ids: ["new", ...q.ids], key: ["a", "new", "b", "c"] })],
  ["match", "a pair added", (q) => ({ ...q, ids: ["new", ...q.ids], key: ["z", ...q.key] })],
  ["match", "a distractor added", (q) => ({ ...q, to: ["new", ...q.to] })],
  ["match", "the order changed", (q) => ({ ...q, ids: [...q.ids].reverse(), key: [...q.key].reverse() })],
  ["categorize", "an item added", (q) => ({ ...q, ids: [...q.ids, "new"], key: [...q.key, "g"] })],
  ["categorize", "a group added", (q) => ({ ...q, to: ["new", ...q.to] })],
  ["short-text", "what is not compared in a form", (q) => ({ ...q, key: ["Pluri-Potent"] })],
  ["short-text", "a wrong form added that was wrong anyway", (q) => ({ ...q, near: [...q.near, ["toti", "totipotent"]] })],
  ["cloze", "what is not compared in a form", (q) => ({ ...q, gaps: [{ key: ["Cell!"] }, q.gaps[1]] })],
  ["short-text", "accepted forms in another order", (q) => ({ ...q, key: [...q.key].reverse() })],
  ["cloze", "a menu's entry added", (q) => ({ ...q, gaps: [q.gaps[0], { ids: ["in", "out", "over"], key: "in" }] })],
  ["cloze", "a gap added", (q) => ({ ...q, ids: ["new", ...q.ids], gaps: [{ key: ["x"] }, ...q.gaps] })],
];

/** Edits after which it is stale. @type {[string, string, (question: any) => any][]} */
const STALE = [
  ["choice", "another key", (q) => ({ ...q, key: ["c"] })],
  ["choice", "what was chosen taken out", (q) => ({ ...q, ids: ["a", "c", "d"], key: ["d"] })],
  ["multiple-response", "one more right", (q) => ({ ...q, key: [...q.key, "d"] })],
  ["multiple-response", "one right less", (q) => ({ ...q, key: ["a"] })],
  ["multiple-response", "what was chosen taken out", (q) => ({ ...q, ids: ["b", "c", "d"], key: ["c"] })],
  ["hotspot", "another key", (q) => ({ ...q, key: ["core"] })],
  ["numeric", "another number", (q) => ({ ...q, key: 6 })],
  ["numeric", "another tolerance", (q) => ({ ...q, tol: 2 })],
  ["numeric", "another unit", (q) => ({ ...q, unit: "mi" })],
  ["numeric", "another size of a unit", (q) => ({ ...q, units: { m: 1 } })],
  ["numeric", "a bound", (q) => ({ ...q, max: 100 })],
  ["order", "two items changed places", (q) => ({ ...q, key: ["b", "a", "c"] })],
  ["order", "an item taken out", (q) => ({ ...q, ids: ["a", "b"], key: ["a", "b"] })],
  ["match", "partners swapped", (q) => ({ ...q, key: ["x", "y"] })],
  ["match", "what was chosen taken out", (q) => ({ ...q, to: ["x", "z"], key: ["z", "x"] })],
  ["match", "a left side taken out", (q) => ({ ...q, ids: ["l"], key: ["y"] })],
  ["categorize", "an item in another group", (q) => ({ ...q, key: ["h", "h"] })],
  ["short-text", "another form", (q) => ({ ...q, key: [...q.key, "omnipotent"] })],
  ["short-text", "no mistakes any more", (q) => ({ ...q, spelling: 0 })],
  ["short-text", "case counts", (q) => ({ ...q, case: true })],
  ["short-text", "accents count", (q) => ({ ...q, accents: true })],
  ["short-text", "a form that is wrong now", (q) => ({ ...q, near: [["multi", "pluripotent"]] })],
  ["cloze", "a menu's answer swapped with another entry", (q) => ({ ...q, gaps: [q.gaps[0], { ids: ["in", "out"], key: "out" }] })],
  ["cloze", "another form", (q) => ({ ...q, gaps: [{ key: ["cells"] }, q.gaps[1]] })],
  ["cloze", "a gap taken out", (q) => ({ ...q, ids: ["one"], gaps: [q.gaps[0]] })],
];

for (const [type, edit, edited] of STAYS) {
  for (const [response, all] of [[right[type], 1], [wrong[type], null]]) {
    test(`${type}, ${edit}: ${JSON.stringify(response)} stands`, () => {
      const state = project(edited(questions[type]), [attempt(questions[type], response)], null, "en");
      assert.equal(state.checked, true);
      assert.equal(state.stale, false);
      assert.deepEqual(state.response, response);
      if (all) assert.equal(state.result?.score, all);
      else assert.notEqual(state.result?.score, 1);
    });
  }
}

for (const [type, edit, edited] of STALE) {
  test(`${type}, ${edit}: the answer is stale`, () => {
    const state = project(edited(questions[type]), [attempt(questions[type], right[type])], null, "en");
    const { response, checked, result, stale, tries, after } = state;
    assert.deepEqual(
      { response, checked, result, stale, tries, after },
      { response: null, checked: false, result: null, stale: true, tries: 0, after: "first" },
    );
  });
}

test("every type is edited in both ways", () => {
  for (const type of Object.keys(questions)) {
    assert.ok([STAYS, STALE].every((edits) => edits.some(([name]) => name === type)), type);
  }
});

test("equal lines of an order may change places", () => {
  const twice = { ...questions.order, same: [["a", "c"]] };
  for (const response of [["a", "b", "c"], ["c", "b", "a"]]) {
    const swapped = { ...twice, key: ["c", "b", "a"] };
    const state = project(swapped, [attempt(twice, response)], null, "en");
    assert.equal(state.result?.score, 1);
  }
});

test("equal right sides of a match may change places", () => {
  const twice = { ...questions.match, same: [["x", "y"]] };
  const swapped = { ...twice, key: ["x", "y"] };
  assert.equal(project(swapped, [attempt(twice, { l: "y", m: "x" })], null, "en").result?.score, 1);
});

test("equal texts that are no longer equal, or have become so, make an answer stale", () => {
  const equal = { order: { same: [["a", "b"]] }, match: { same: [["x", "y"]] } };
  const given = /** @type {Record<string, any>} */ ({ order: ["b", "a", "c"], match: { l: "x", m: "y" } });
  for (const [type, same] of Object.entries(equal)) {
    const [one, two] = /** @type {any[]} */ ([questions[type], { ...questions[type], ...same }]);
    for (const [then, now] of [[one, two], [two, one]]) {
      assert.equal(project(now, [attempt(then, given[type])], null, "en").stale, true, type);
      assert.equal(project(then, [attempt(then, given[type])], null, "en").checked, true, type);
    }
  }
});

test("a distractor that now has the text of a right side makes an answer that named it stale", () => {
  const now = { ...questions.match, ids: ["l", "m", "new"], key: ["y", "x", "z"], same: [["y", "z"]] };
  assert.equal(project(now, [attempt(questions.match, wrong.match)], null, "en").stale, true);
  assert.equal(project(now, [attempt(questions.match, right.match)], null, "en").result?.score, 1);
});

test("an attempt at a question of another type is stale, though its ids would fit", () => {
  const order = { ...questions.order, ids: ["a", "b", "c"] };
  const all = /** @type {any} */ ({ type: "multiple-response", fp: "1", ids: ["a", "b", "c"], key: ["a", "b", "c"] });
  assert.equal(project(all, [attempt(order, ["c", "b", "a"])], null, "en").stale, true);
  assert.equal(project(order, [attempt(all, ["a", "b", "c"])], null, "en").stale, true);
});

test("a number that would be read as another one by now is stale", () => {
  const log = [attempt({ ...questions.numeric, key: 1234, unit: "" }, "1,234")];
  const now = { ...questions.numeric, key: 1234, unit: "" };
  assert.equal(project(now, log, null, "en").result?.score, 1);
  assert.equal(project(now, log, null, "de").stale, true);
});

test("what has been added has no verdict", () => {
  const more = { ...questions.match, ids: ["l", "new", "m"], key: ["y", "z", "x"] };
  const state = project(more, [attempt(questions.match, right.match)], null, "en");
  assert.deepEqual(state.result?.parts, [true, null, true]);
});

test("a variant is known by its name: others may come and go", () => {
  const log = [attempt(variants, "50", { variant: "large" })];
  const more = { ...variants, variants: [{ id: "new", fp: "3", key: 7 }, variants.variants[1]] };
  const state = project(/** @type {any} */ (more), log, null, "en");
  assert.equal(state.variant, "large");
  assert.equal(state.result?.score, 1);
  const without = { ...variants, variants: [variants.variants[0], { id: "new", fp: "3", key: 7 }] };
  assert.equal(project(/** @type {any} */ (without), log, null, "en").stale, true);
});

test("a draft that knows of the latest check goes on from it; any other is done with", () => {
  const log = [attempt(questions.choice, "b"), attempt(questions.choice, "a", { id: "second", at: 2, tries: 2 })];
  const draft = { v: 1, at: 3, after: "second", type: "choice", response: "c", hints: 1 };
  const state = project(questions.choice, log, draft, "en");
  assert.deepEqual([state.checked, state.response, state.hints, state.tries], [false, "c", 1, 2]);
  for (const after of ["first", null, undefined]) {
    const shown = project(questions.choice, log, { ...draft, after }, "en");
    assert.deepEqual([shown.checked, shown.response], [true, "a"]);
  }
});

test("of an unchecked response that is left what there still is", () => {
  const left = (/** @type {any} */ question, /** @type {any} */ response, type = question.type) => {
    const draft = { v: 1, at: 1, after: null, type, response, hints: 0 };
    const { response: kept, stale } = project(question, [], draft, "en");
    return [kept, stale];
  };
  assert.deepEqual(left(questions.choice, "gone"), [null, true]);
  assert.deepEqual(left(questions["multiple-response"], ["gone", "a"]), [["a"], true]);
  assert.deepEqual(left(questions.order, ["b", "gone", "a"]), [["b", "a"], true]);
  assert.deepEqual(left(questions.match, { l: "gone", m: "x" }), [{ m: "x" }, true]);
  assert.deepEqual(left(questions.cloze, { one: "typed", two: "gone" }), [{ one: "typed" }, true]);
  for (const type of Object.keys(questions)) assert.deepEqual(left(questions[type], right[type]), [right[type], false]);
  assert.deepEqual(left(questions["multiple-response"], ["c", "a"], "order"), [null, true]);
});

const RUBBISH = [0, 1e300, "", "x", true, [], [null], [[]], {}, { __proto__: null }, JSON.parse('{"__proto__":1}'), { constructor: "a" }];

test("rubbish in a log or a draft shows a question as nobody has touched it", () => {
  for (const question of [...Object.values(questions), variants]) {
    for (const rubbish of RUBBISH) {
      const draft = { v: 1, at: 1, after: null, type: question.type, response: rubbish, hints: rubbish, variant: rubbish, confidence: rubbish };
      const typed = typeof rubbish === "string" && ["numeric", "short-text"].includes(question.type);
      const started = project(question, [], draft, "en");
      assert.equal(started.checked, false);
      if (!typed) assert.equal(started.response, null, `${question.type} ${JSON.stringify(rubbish)}`);
      for (const more of [{ key: rubbish }, { response: rubbish }, { variant: rubbish, key: rubbish }]) {
        const log = /** @type {any} */ ([{ ...attempt({ ...questions.choice }, "b"), type: question.type, ...more }]);
        if (question.type === "choice" && !("key" in more) && rubbish === "b") continue;
        const state = project(question, log, null, "en");
        assert.equal(state.checked, false, `${question.type} ${JSON.stringify(more)}`);
      }
    }
  }
});

test("starting again forgets the tries before, and a check after it counts from one", () => {
  const log = [attempt(questions.choice, "a", { confidence: 3 })];
  const asked = { question: questions.choice, lang: "en", asksConfidence: false };
  const before = project(questions.choice, log, null, "en");
  assert.deepEqual(before.judged, [3, 0]);
  const again = step(before, { type: "reset", forget: true }, asked);
  const reloaded = project(questions.choice, log, draftOf(again, "choice", 2), "en");
  assert.deepEqual(reloaded, again);
  assert.deepEqual([reloaded.tries, reloaded.judged], [0, undefined]);
});

test("how sure a learner was outlives a new try, and a check without confidence", () => {
  const log = [
    attempt(questions.choice, "a", { confidence: 2, score: 0 }),
    attempt(questions.choice, "b", { id: "second", at: 2, tries: 2 }),
  ];
  assert.deepEqual(project(questions.choice, log, null, "en").judged, [2, 0]);
});

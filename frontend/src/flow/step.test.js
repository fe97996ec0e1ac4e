import assert from "node:assert/strict";
import { test } from "node:test";
import "../types/index.js";
import { fresh, project } from "./project.js";
import { questions, right, variants, wrong } from "../../test-support/questions.js";
import { draftOf, step } from "./step.js";

/** @param {any} question */
const asking = (question, asksConfidence = false) => ({ question, lang: "en", asksConfidence });

for (const type of Object.keys(questions)) {
  const question = questions[type];
  const asked = asking(question);
  const respond = (/** @type {any} */ response) => step(fresh(question), { type: "respond", response }, asked);

  test(`${type}: nothing is graded before Check, and an unanswered question costs nothing`, () => {
    assert.equal(respond(right[type]).result, null);
    const state = step(fresh(question), { type: "check", attempt: "one" }, asked);
    assert.deepEqual([state.checked, state.tries, state.after], [false, 0, null]);
    assert.ok(state.message);
  });

  test(`${type}: a check is graded once`, () => {
    for (const [response, score] of [[right[type], 1], [wrong[type], 0]]) {
      const state = step(respond(response), { type: "check", attempt: "one" }, asked);
      assert.deepEqual([state.checked, state.result?.score, state.tries, state.after], [true, score, 1, "one"]);
      assert.equal(step(state, { type: "check", attempt: "two" }, asked), state);
      assert.equal(step(state, { type: "respond", response: null }, asked), state);
    }
  });

  test(`${type}: Try again keeps nothing wrong`, () => {
    const state = step(respond(right[type]), { type: "check", attempt: "one" }, asked);
    const again = step(state, { type: "again" }, asked);
    assert.deepEqual([again.checked, again.result, again.response, again.tries], [false, null, null, 1]);
  });

  test(`${type}: what a draft keeps is what comes back`, () => {
    const state = { ...respond(right[type]), hints: 2 };
    const saved = JSON.parse(JSON.stringify(draftOf(state, type, 1)));
    const back = project(question, [], saved, "en");
    assert.deepEqual([back.response, back.hints, back.checked], [right[type], 2, false]);
  });
}

test("Try again keeps what was right", () => {
  const cases = /** @type {[string, any, any][]} */ ([
    ["multiple-response", ["a", "b"], ["a"]],
    ["order", ["b", "a", "c"], ["b", "a", "c"]],
    ["match", { l: "y", m: "z" }, { l: "y" }],
    ["categorize", { i: "g", j: "g" }, { i: "g" }],
    ["cloze", { one: "cell", two: "out" }, { one: "cell" }],
    ["choice", "a", null],
    ["numeric", "10", null],
    ["short-text", "multipotent", null],
  ]);
  for (const [type, response, kept] of cases) {
    const asked = asking(questions[type]);
    const chosen = step(fresh(questions[type]), { type: "respond", response }, asked);
    const state = step(chosen, { type: "check", attempt: "one" }, asked);
    assert.deepEqual(step(state, { type: "again" }, asked).response, kept, type);
  }
});

test("how sure one is comes before the verdict", () => {
  const asked = asking(questions.choice, true);
  const chosen = step(fresh(questions.choice), { type: "respond", response: "b" }, asked);
  assert.equal(step(chosen, { type: "check", attempt: "one" }, asked).message, "how-sure-first");
  const sure = step(chosen, { type: "respond", response: "b", confidence: 3 }, asked);
  const state = step(sure, { type: "check", attempt: "one" }, asked);
  assert.deepEqual([state.checked, state.judged], [true, [3, 1]]);
});

test("another one is the next variant, and the first comes after the last", () => {
  const question = /** @type {any} */ (variants);
  const asked = asking(question);
  const second = step({ ...fresh(question), tries: 3 }, { type: "another" }, asked);
  assert.deepEqual([second.variant, second.tries, second.response], ["large", 3, null]);
  assert.equal(step(second, { type: "another" }, asked).variant, "small");
});

test("a number from code is graded once", () => {
  const asked = asking(questions.numeric);
  const taken = step(fresh(questions.numeric), { type: "take", response: "5" }, asked);
  assert.deepEqual([taken.response, taken.checked], ["5", false]);
  const state = step(taken, { type: "check", attempt: "one" }, asked);
  assert.equal(step(state, { type: "take", response: "5" }, asked), state);
  assert.equal(step(state, { type: "take", response: "6" }, asked).checked, false);
});

test("a state is never changed in place", () => {
  const asked = asking(questions.match);
  const state = Object.freeze(step(fresh(questions.match), { type: "respond", response: right.match }, asked));
  for (const type of /** @type {const} */ (["hint", "again", "another"])) step(state, { type }, asked);
  step(state, { type: "reset", forget: true }, asked);
  step(state, { type: "check", attempt: "one" }, asked);
});

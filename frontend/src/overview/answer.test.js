import assert from "node:assert/strict";
import { test } from "node:test";
import { questions, right, wrong } from "../../test-support/questions.js";
import { score } from "../score.js";
import "../types/index.js";
import { answerOf } from "./answer.js";

/** @param {any} question */
const of = (question, /** @type {any} */ response) => answerOf(question, score(question, response), response);

for (const [type, question] of Object.entries(questions)) {
  test(`${type}: another answer is another one`, () => {
    assert.equal(of(question, right[type]), of(question, right[type]));
    assert.notEqual(of(question, right[type]), of(question, wrong[type]));
  });
}

test("a bank in another order makes no other answer", () => {
  assert.equal(of(questions["multiple-response"], ["c", "a"]), of(questions["multiple-response"], ["a", "c"]));
  for (const type of ["match", "categorize", "cloze"]) {
    const turned = Object.fromEntries(Object.entries(right[type]).reverse());
    assert.equal(of(questions[type], turned), of(questions[type], right[type]));
  }
});

test("a number is the same in another unit, an order in another order is not", () => {
  assert.equal(of(questions.numeric, "5000 m"), of(questions.numeric, "5 km"));
  assert.notEqual(of(questions.order, ["b", "a", "c"]), of(questions.order, ["a", "b", "c"]));
});
